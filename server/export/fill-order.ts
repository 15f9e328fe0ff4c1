/** What the exporting thread does with an order. */
import { type DocumentNode, documentSchema } from "@/core/document/schema";
import { paperPreset } from "@/core/paper/preset";
import { acceptAll } from "@/core/review/settle";
import { writeDocx } from "./docx/write-docx";
import type { DocxOrder } from "./exporter";

/** In the language of the paper, whoever asks for it. */
const WORDS = { deletedComment: "（批注已删除）" };

export function fillOrder({ document, request, ...order }: DocxOrder): Uint8Array {
  return writeDocx({
    ...order,
    document: request.content === "clean" ? accepted(document) : document,
    preset: paperPreset(request.preset),
    words: WORDS,
  });
}

/** As accepting everything would make it; the draft itself isn't touched. */
function accepted(document: DocumentNode): DocumentNode {
  return acceptAll(documentSchema().nodeFromJSON(document)).toJSON();
}
