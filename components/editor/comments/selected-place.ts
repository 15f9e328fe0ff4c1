/** The selected text as a place that the server can find again. */
import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import type { EditorState } from "@tiptap/pm/state";
import { absolutePositionToRelativePosition, ySyncPluginKey } from "@tiptap/y-tiptap";
import { encodeRelativePosition, RelativePosition } from "yjs";
import { LIMITS } from "@/core/limits";
import type { ThreadPlace } from "@/core/review/thread-requests";
import { leafTextOf } from "@/core/text/placed-text";

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Null when no text is selected; of selected cells only those in `selectedSpan`. */
export function selectedPlace(editor: Editor): ThreadPlace | null {
  const { from, to } = selectedSpan(editor.state);
  return placeBetween(editor, from, to);
}

/**
 * From the first to the last selected letter. A comment has one stretch of text, which of a table's cells goes from row
 * to row: where others stand between the selected ones it is the first of them that have text, up to those.
 */
export function selectedSpan({ doc, selection }: EditorState): Span {
  const spans: Span[] = [];
  // Cells are in the order of their choice.
  for (const { $from, $to } of [...selection.ranges].sort((one, other) => one.$from.pos - other.$from.pos)) {
    const last = spans.at(-1);
    const to = $to.pos;
    if (last === undefined || hasLineBetween(doc, last.to, $from.pos)) spans.push({ from: $from.pos, to });
    else spans.splice(-1, 1, { from: last.from, to });
  }
  const found = spans.find(({ from, to }) => doc.textBetween(from, to).trim() !== "");
  const { from, to } = found ?? selection;
  return textRange(doc, from, to);
}

function hasLineBetween(doc: Node, from: number, to: number): boolean {
  let found = false;
  doc.nodesBetween(from, to, ({ isTextblock }) => {
    found ||= isTextblock;
  });
  return found;
}

/** Null when there is no text between two positions. */
export function placeBetween({ state }: Editor, start: number, end: number): ThreadPlace | null {
  const { from, to } = textRange(state.doc, start, end);
  const quote = state.doc.textBetween(from, to, "\n", leafTextOf);
  const sync = ySyncPluginKey.getState(state);
  if (quote.trim() === "" || sync?.binding == null) return null;
  const { type, binding } = sync;
  const placeBehind = (pos: number): RelativePosition =>
    absolutePositionToRelativePosition(pos, type, binding.mapping);
  // Each end is held by a letter of the range: what others write beside it meanwhile isn't of it.
  const range = { from: encoded(before(placeBehind(from + 1))), to: encoded(placeBehind(to)) };
  return { range, quote: shortened(quote) };
}

/** The binding knows places behind a letter only; a relative position is before its letter when it isn't behind it. */
const before = ({ type, tname, item }: RelativePosition) => new RelativePosition(type, tname, item, 0);

function encoded(place: RelativePosition): string {
  return btoa(String.fromCharCode(...encodeRelativePosition(place)));
}

/** Without the blocks' edges: a place between blocks wouldn't move with their text. */
function textRange(doc: Node, from: number, to: number): Span {
  let first: number | null = null;
  let last = from;
  doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isText) return true;
    first ??= Math.max(from, pos);
    last = Math.min(to, pos + node.nodeSize);
    return false;
  });
  return { from: first ?? from, to: last };
}

/** A long passage is known by how it begins and ends. */
function shortened(quote: string): string {
  const most = LIMITS.quoteCharacters;
  if (quote.length <= most) return quote;
  return `${quote.slice(0, most / 2)}…${quote.slice(1 - most / 2)}`;
}
