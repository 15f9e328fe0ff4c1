import type { Node } from "@tiptap/pm/model";
import { BREAK } from "@/core/document/suggestion-marks";
import { isStruck } from "@/core/review/struck";
import { leafTextOf } from "@/core/text/placed-text";

/** The text of a block as core/text counts it: nested blocks and hard breaks are line feeds, cues nothing. */
export function blockText(block: Node): string {
  return block.textBetween(0, block.content.size, "\n", leafTextOf);
}

/** The same without what is struck out, and with proposed breaks as line feeds: see core/text/without-struck.ts. */
export function countedText(block: Node): string {
  if (isStruck(block)) return "";
  let text = "";
  block.descendants((node) => {
    if (isStruck(node)) return false;
    if (node.isText) text += (node.text ?? "").replaceAll(BREAK, "\n");
    else if (node.isLeaf) text += leafTextOf(node);
    else if (node.isTextblock) text += "\n";
    return true;
  });
  return text;
}
