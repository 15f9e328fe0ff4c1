/** How copied blocks are written as HTML: as in the page, and paragraphs say that they are ours too. */
import { DOMSerializer, type Schema } from "@tiptap/pm/model";
import { OWN_PARAGRAPH } from "@/core/text/html/own-block";

/** Another page of the editor would else guess what a paragraph is: one that begins with 1. could be a heading. */
export function clipboardSerializer(schema: Schema): DOMSerializer {
  const nodes = DOMSerializer.nodesFromSchema(schema);
  return new DOMSerializer(
    { ...nodes, paragraph: () => ["p", { class: OWN_PARAGRAPH }, 0] },
    DOMSerializer.marksFromSchema(schema),
  );
}
