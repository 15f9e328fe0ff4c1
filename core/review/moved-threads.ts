/**
 * Threads on words that were moved as a suggestion: struck out where they stand, put in elsewhere as a
 * copy. The copy carries no thread, since nobody's edit may put one; once it is decided what stays, the
 * thread goes along to the words that do. Otherwise accepting a move would send it to the tray.
 */
import type { Node } from "@tiptap/pm/model";
import { Transform } from "@tiptap/pm/transform";
import { COMMENT_MARK } from "../document/comment-mark";
import { readSlot, type Suggestion } from "../document/suggestion";
import type { Decide } from "./settle";
import { deletionsOf, insertionOf } from "./settle-text";

/** Shorter words stand in a speech by chance: a thread that went along would be a guess. */
const FEWEST_UNITS = 4;

interface Piece {
  readonly text: string;
  readonly pos: number;
  readonly threads: readonly string[];
}

/** Text that one person struck out, or put in, with nothing else in between. */
interface Run {
  readonly person: string;
  readonly suggestion: Suggestion;
  readonly pos: number;
  text: string;
  readonly pieces: Piece[];
}

/** The document with those threads on the copies too; itself when there are none. */
export function withMovedThreads(doc: Node, decide: Decide): Node {
  const { struck, copies, standing } = readRuns(doc);
  const tr = new Transform(doc);
  for (const run of struck) {
    const decision = decide(run.suggestion);
    if (decision === "reject") continue;
    const kept = copies.filter(({ person, suggestion }) => {
      const onCopy = decide(suggestion);
      // What neither goes nor comes now is looked at when it does.
      return person === run.person && (onCopy === "accept" || (onCopy === "keep" && decision === "accept"));
    });
    for (const { thread, from, to } of threadsIn(run)) {
      if (standing.has(thread)) continue;
      const at = placeOf(run, from, to, kept);
      const mark = doc.type.schema.mark(COMMENT_MARK, { thread });
      if (at === null) continue;
      tr.addMark(at, at + to - from, mark);
      // Rejected later, the words that were struck out would have it as well.
      if (decision === "keep") tr.removeMark(run.pos + from, run.pos + to, mark);
    }
  }
  return tr.doc;
}

/** Each stretch of a thread in the run, in UTF-16 units from its beginning. */
function threadsIn({ pos: start, pieces }: Run) {
  const spans = new Map<string, { thread: string; from: number; to: number }>();
  for (const { text, pos, threads } of pieces) {
    const [from, to] = [pos - start, pos - start + text.length];
    for (const thread of threads) spans.set(thread, { thread, from: spans.get(thread)?.from ?? from, to });
  }
  return [...spans.values()];
}

/** Where the words of the run from `from` to `to` stand in the copies; null when that would be a guess. */
function placeOf({ text }: Run, from: number, to: number, copies: readonly Run[]): number | null {
  // The whole of what was moved says best which words these are; it may have been written on since.
  const whole = onlyPlace(text, copies);
  return whole === null ? onlyPlace(text.slice(from, to), copies) : whole + from;
}

function onlyPlace(words: string, copies: readonly Run[]): number | null {
  if (words.length < FEWEST_UNITS) return null;
  const places = copies.flatMap(({ text, pos }) => {
    const at = text.indexOf(words);
    if (at === -1) return [];
    return text.indexOf(words, at + 1) === -1 ? [pos + at] : [pos + at, pos + at];
  });
  return places.length === 1 ? (places[0] ?? null) : null;
}

function readRuns(doc: Node) {
  const struck: Run[] = [];
  const copies: Run[] = [];
  /** Threads with words that nobody strikes out. */
  const standing = new Set<string>();
  const read = (node: Node, pos: number, removed: Suggestion | null): void => {
    const gone = removed ?? readSlot(node.attrs.removed);
    node.forEach((child, offset) => {
      const at = pos + offset;
      if (!child.isText) {
        read(child, at + 1, gone);
        return;
      }
      const text = child.text ?? "";
      const comments = child.marks.filter(({ type }) => type.name === COMMENT_MARK);
      const threads = comments.map(({ attrs }) => String(attrs.thread));
      const strike = gone ?? deletionsOf(child)[0];
      const insertion = insertionOf(child);
      if (strike === undefined) for (const thread of threads) standing.add(thread);
      if (strike !== undefined) append(struck, strike, { text, pos: at, threads });
      else if (insertion !== null && insertion.begins === null)
        append(copies, insertion, { text, pos: at, threads });
    });
  };
  read(doc, 0, null);
  return { struck, copies, standing };
}

function append(runs: Run[], suggestion: Suggestion, piece: Piece): void {
  const last = runs.at(-1);
  // One run is one decision: what of it goes and what stays is never mixed.
  if (last?.suggestion.id === suggestion.id && last.pos + last.text.length === piece.pos) {
    last.text += piece.text;
    last.pieces.push(piece);
  } else {
    const { person } = suggestion;
    runs.push({ person, suggestion, pos: piece.pos, text: piece.text, pieces: [piece] });
  }
}
