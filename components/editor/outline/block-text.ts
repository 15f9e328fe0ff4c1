import type { Node } from "@tiptap/pm/model";
import { leafTextOf } from "@/core/text/placed-text";

/** The text of a block as core/text counts it: nested blocks and hard breaks are line feeds, cues nothing. */
export function blockText(block: Node): string {
  return block.textBetween(0, block.content.size, "\n", leafTextOf);
}
