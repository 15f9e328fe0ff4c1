/** Deciding the suggestions in one block of text; accepted breaks part it into several. */
import { Fragment, type Node } from "@tiptap/pm/model";
import { readBlockForm, readSlot, type Slot, writeSlot } from "../document/suggestion";
import { BREAK } from "../document/suggestion-marks";
import type { Decide, Decision } from "./settle";
import { deletionsOf, insertionOf, type PendingDeletion, settleText } from "./settle-text";

const BREAK_OR_LETTERS = new RegExp(`${BREAK}|[^${BREAK}]+`, "g");

/** What is decided on a slot of a block; null when the slot is empty. */
export function decisionOn(node: Node, slot: Slot, decide: Decide): Decision | null {
  const pending = readSlot(node.attrs[slot]);
  return pending === null ? null : decide(pending);
}

/** The block without those of the slots that are decided. */
export function withoutDecided(node: Node, slots: readonly Slot[], decide: Decide): Node {
  const decided = slots.filter((slot) => (decisionOn(node, slot, decide) ?? "keep") !== "keep");
  if (decided.length === 0) return node;
  const cleared = Object.fromEntries(decided.map((slot) => [slot, null]));
  return node.type.create({ ...node.attrs, ...cleared }, node.content, node.marks);
}

/** The block, and after it the blocks that its accepted breaks begin. */
export function settleTextblock(block: Node, decide: Decide, orphaned: boolean): Node[] {
  const head: Node[] = [];
  const begun: {
    readonly form: string;
    readonly joined: PendingDeletion | null;
    readonly content: Node[];
  }[] = [];
  for (const child of oneBreakEach(block)) {
    const settled = child.isText ? settleText(child, decide, orphaned) : settleLeaf(child, decide, orphaned);
    if (settled === null) continue;
    const form = child.text === BREAK ? insertionOf(child)?.begins : null;
    if (form == null || insertionOf(settled) !== null) (begun.at(-1)?.content ?? head).push(settled);
    // Somebody else may want the accepted break to go again.
    else begun.push({ form, joined: deletionsOf(settled)[0] ?? null, content: [] });
  }
  const content = Fragment.fromArray(head);
  const first = content.eq(block.content) ? block : block.copy(content);
  return [
    retype(first, decide),
    ...begun.map((part) => beginBlock(block, part.form, part.joined, part.content)),
  ];
}

function beginBlock(block: Node, form: string, joined: PendingDeletion | null, content: Node[]): Node {
  const { type, attrs } = readBlockForm(form);
  const { inserted, removed } = block.attrs;
  const slots = { inserted, removed, joined: joined && writeSlot(joined) };
  return block.type.schema.node(type, { ...attrs, ...slots }, Fragment.fromArray(content));
}

/**
 * ProseMirror keeps text with equal marks in one node; each break is decided for itself. Letters with a break's mark,
 * as stored texts may have them between two breaks, are letters.
 */
export function oneBreakEach(block: Node): readonly Node[] {
  return block.children.flatMap((child) => {
    if (!child.isText || insertionOf(child)?.begins == null) return [child];
    const pieces = [...(child.text ?? "").matchAll(BREAK_OR_LETTERS)];
    return pieces.map(({ index, 0: text }) => child.cut(index, index + text.length));
  });
}

function settleLeaf(leaf: Node, decide: Decide, orphaned: boolean): Node | null {
  const isInserted = leaf.attrs.inserted != null;
  if (isInserted && (orphaned || decisionOn(leaf, "inserted", decide) === "reject")) return null;
  if (decisionOn(leaf, "removed", decide) === "accept") return null;
  return withoutDecided(leaf, ["inserted", "removed"], decide);
}

function retype(block: Node, decide: Decide): Node {
  const form = readSlot(block.attrs.retyped)?.form;
  if (form == null || decisionOn(block, "retyped", decide) !== "accept") {
    return withoutDecided(block, ["retyped"], decide);
  }
  const { type, attrs } = readBlockForm(form);
  const { inserted, removed, joined } = block.attrs;
  return block.type.schema.node(type, { ...attrs, inserted, removed, joined }, block.content);
}
