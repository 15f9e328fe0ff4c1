/** Deciding the suggestions on one run of text. */
import type { Mark, Node } from "@tiptap/pm/model";
import { LOOK_NAMES, lookAttributes, lookName } from "../document/looks";
import type { Suggestion } from "../document/suggestion";
import { DELETION, FORMATTING, INSERTION } from "../document/suggestion-marks";
import type { Decide } from "./settle";

export interface PendingInsertion extends Suggestion {
  readonly begins: string | null;
}
export interface PendingDeletion extends Suggestion {
  readonly of: string | null;
}
interface PendingFormatting extends Suggestion {
  /** A look; see ../document/looks.ts. */
  readonly mark: string;
  readonly on: boolean;
}

// The schema has checked what the marks hold; ProseMirror types attributes as open records.
const attrs = <T>(mark: Mark) => mark.attrs as unknown as T;

export function insertionOf(node: Node): PendingInsertion | null {
  const mark = node.marks.find(({ type }) => type.name === INSERTION);
  return mark === undefined ? null : attrs<PendingInsertion>(mark);
}

/** The deletions that count: on inserted text those that name it, on other text all. */
export function deletionsOf(node: Node): readonly PendingDeletion[] {
  const marks = node.marks.filter(({ type }) => type.name === DELETION);
  const insertion = insertionOf(node);
  return marks
    .map((mark) => attrs<PendingDeletion>(mark))
    .filter(({ of }) => insertion === null || of === insertion.id);
}

/** The looks proposed for what has these marks, the older first. */
export function formattingsOf({ marks }: Pick<Node, "marks">): readonly PendingFormatting[] {
  const proposed = marks.filter(({ type }) => type.name === FORMATTING);
  return proposed.map((mark) => attrs<PendingFormatting>(mark)).sort(inTime);
}

/** The older first; ids part what was proposed in the same millisecond, alike for everybody. */
function inTime(one: Suggestion, other: Suggestion): number {
  return one.at - other.at || (one.id < other.id ? -1 : 1);
}

/** The text after the decisions; null when it goes. `orphaned`: its inserted block was rejected. */
export function settleText(node: Node, decide: Decide, orphaned: boolean): Node | null {
  const insertion = insertionOf(node);
  if (insertion !== null && (orphaned || decide(insertion) === "reject")) return null;
  const counting = deletionsOf(node);
  if (counting.some((deletion) => decide(deletion) === "accept")) return null;
  const isAccepted = insertion !== null && decide(insertion) === "accept";
  const counts = new Set(counting.map(({ id }) => id));
  const kept = node.marks.filter((mark) => {
    if (mark.type.name === INSERTION) return !isAccepted;
    if (mark.type.name !== DELETION) return true;
    const deletion = attrs<PendingDeletion>(mark);
    // Once the text is accepted, a deletion that never meant it would begin to count.
    if (isAccepted && !counts.has(deletion.id)) return false;
    return decide(deletion) === "keep";
  });
  const marks = settleFormatting(node, kept, decide);
  return marks.length === node.marks.length && marks.every((mark, at) => mark === node.marks[at])
    ? node
    : node.mark(marks);
}

/** Of two that contradict each other the later counts, whichever is accepted first. */
function settleFormatting(node: Node, marks: readonly Mark[], decide: Decide): readonly Mark[] {
  let result = marks;
  for (const name of LOOK_NAMES) {
    const pending = formattingsOf(node).filter(({ mark }) => lookName(mark) === name);
    const last = pending.findLastIndex((formatting) => decide(formatting) === "accept");
    const decided = new Set(
      pending.filter((formatting, at) => at <= last || decide(formatting) === "reject").map(({ id }) => id),
    );
    result = result.filter((mark) => {
      if (mark.type.name !== FORMATTING) return true;
      const formatting = attrs<PendingFormatting>(mark);
      return lookName(formatting.mark) !== name || !decided.has(formatting.id);
    });
    const accepted = pending[last];
    const type = node.type.schema.marks[name];
    if (accepted === undefined || type === undefined) continue;
    result = accepted.on
      ? type.create(lookAttributes(accepted.mark)).addToSet(result)
      : type.removeFromSet(result);
  }
  return result;
}
