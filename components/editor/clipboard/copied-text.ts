/**
 * A selection or the whole speech as plain text, with the numbers that its reader sees: they are
 * derived and not part of the document's own text.
 */
import type { Fragment, Node } from "@tiptap/pm/model";
import type { EditorState } from "@tiptap/pm/state";
import type { DocumentNode } from "@/core/document/schema";
import { blocksText } from "@/core/text/document-text";
import { outlineBlock } from "@/core/text/numbering";
import { headingLabels } from "../decorations/heading-numbers";

/** The selected text; a heading whose beginning is selected keeps the number that its reader saw. */
export function selectionText(state: EditorState): string {
  if (state.selection.empty) return "";
  return blocksText(jsonOf(state.selection.content().content), selectionNumbers(state));
}

/** The number of each block of what is selected, as it is copied; null for what has none, or not its beginning. */
export function selectionNumbers(state: EditorState): readonly (string | null)[] {
  const { $from, $to } = state.selection;
  const cut = state.selection.content().content;
  const first = $from.index(0);
  const end = $to.depth === 0 ? $to.index(0) : $to.index(0) + 1;
  // Part of one line, or rows and items that ProseMirror cut out of their table or list: no number.
  const isInside = $from.sameParent($to) && $from.depth > 0 && $from.parentOffset > 0;
  if (isInside || cut.childCount !== end - first) return cut.content.map(() => null);
  const withFirst = $from.depth === 0 || $from.parentOffset === 0;
  return numbersFrom(state, { first, end, withFirst });
}

/** The whole speech as text, with its numbers. */
export function wholeText(state: EditorState): string {
  return blocksText(
    jsonOf(state.doc.content),
    numbersFrom(state, { first: 0, end: state.doc.childCount, withFirst: true }),
  );
}

interface Blocks {
  readonly first: number;
  readonly end: number;
  /** Whether the first block is there from its beginning. */
  readonly withFirst: boolean;
}

function numbersFrom(state: EditorState, { first, end, withFirst }: Blocks): (string | null)[] {
  const labels = headingLabels(state);
  const numbers: (string | null)[] = [];
  let next = 0;
  state.doc.forEach((block, _pos, index) => {
    const isPart = isOutlineBlock(block);
    const isCutOpen = index === first && !withFirst;
    if (index >= first && index < end) numbers.push(isPart && !isCutOpen ? (labels[next] ?? null) : null);
    if (isPart) next += 1;
  });
  return numbers;
}

function isOutlineBlock(block: Node): boolean {
  return outlineBlock(block.type.name, block.attrs).kind !== "other";
}

function jsonOf(content: Fragment): DocumentNode[] {
  return content.toJSON() ?? [];
}
