/** Which pasted headings show another number than was typed in them, in the place where they landed. */
import type { Node } from "@tiptap/pm/model";
import type { EditorState } from "@tiptap/pm/state";
import type { Renumbered } from "@/core/text/import/renumbered";
import { outlineBlock } from "@/core/text/numbering";
import { headingLabels } from "../decorations/heading-numbers";

export type RenumberedPaste = Pick<Renumbered, "from" | "to" | "heading">;

/** `notices` compare within the pasted text alone; what counts is the number shown in the speech. */
export function renumberedIn(
  state: EditorState,
  pasted: Node,
  notices: readonly Renumbered[],
): RenumberedPaste[] {
  const labels = headingLabels(state);
  const shown = new Map<Node, string>();
  let next = 0;
  state.doc.forEach((block) => {
    if (outlineBlock(block.type.name, block.attrs).kind === "other") return;
    shown.set(block, labels[next] ?? "");
    next += 1;
  });
  return notices
    .map(({ block, from, to, heading }) => ({ from, heading, to: shown.get(pasted.child(block)) ?? to }))
    .filter(({ from, to }) => from !== to);
}
