import type { Node } from "@tiptap/pm/model";
import { BREAK } from "@/core/document/suggestion-marks";
import { deletionsOf } from "@/core/review/settle-text";
import { leafTextOf } from "@/core/text/placed-text";

/** The text of a block as core/text counts it: nested blocks and hard breaks are line feeds, cues nothing. */
export function blockText(block: Node): string {
  return block.textBetween(0, block.content.size, "\n", leafTextOf);
}

/** The same without what is struck out, and with proposed breaks as line feeds: see core/text/without-struck.ts. */
export function countedText(block: Node): string {
  if (block.attrs.removed != null) return "";
  let text = "";
  block.descendants((node) => {
    if (node.attrs.removed != null) return false;
    if (node.isText) {
      if (deletionsOf(node).length === 0) text += (node.text ?? "").replaceAll(BREAK, "\n");
    } else if (node.isLeaf) text += leafTextOf(node);
    else if (node.isTextblock) text += "\n";
    return true;
  });
  return text;
}
