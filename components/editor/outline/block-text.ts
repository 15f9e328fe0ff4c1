import type { Node } from "@tiptap/pm/model";

/** The text of a block as core/text counts it: nested blocks and hard breaks are line feeds. */
export function blockText(block: Node): string {
  return block.textBetween(0, block.content.size, "\n", "\n");
}
