/** What the typesetting process does with an order. */
import { documentSchema } from "@/core/document/schema";
import { readingStyle } from "@/core/paper/reading-copy";
import { acceptAll } from "@/core/review/settle";
import { comparisonNotes } from "./comparison-notes";
import { partsOf, WORDS } from "./fill-order";
import type { Typesetter } from "./pdf/typesetter";
import { typesetSpeech } from "./pdf/write-pdf";
import { typesetReading } from "./reading/typeset-reading";
import { writeReadingDocx } from "./reading/write-reading-docx";
import { typesetRecord } from "./record/typeset-record";
import type {
  PdfOrder,
  ReadingOrder,
  RecordOrder,
  TypesetAnswer,
  TypesetOrder,
  TypesetPaper,
} from "./typesetting";

/** In the language of the paper, whoever asks for it. */
const LEGEND = {
  added: "新增",
  deleted: "删去",
  movedHere: "移来",
  movedAway: "移走",
  reformatted: "格式改动",
};

export const fillTypesetOrder =
  (typesetter: Typesetter) =>
  (asked: TypesetOrder): TypesetAnswer => {
    switch (asked.kind) {
      case "pdf":
        return pdf(typesetter, asked.order);
      case "reading":
        return reading(typesetter, asked.order);
      case "record":
        return record(typesetter, asked.order);
    }
  };

function record(typesetter: Typesetter, { madeAt, ...order }: RecordOrder): TypesetPaper {
  return { bytes: typesetter.pdf(typesetRecord(typesetter, order), madeAt), replaced: [] };
}

function pdf(typesetter: Typesetter, { content, madeAt, ...order }: PdfOrder): TypesetPaper {
  const comparison =
    content.kind === "comparison"
      ? {
          blackAndWhite: content.blackAndWhite === true,
          legend: LEGEND,
          notes: comparisonNotes(content, order.numberingStyle),
        }
      : null;
  const made = typesetSpeech(typesetter, { ...order, ...partsOf(content), comparison, words: WORDS });
  return { bytes: typesetter.pdf(made.document, madeAt), replaced: made.replaced };
}

/**
 * Word sets some sentences a line longer than Typst does, which takes marks of half a width; a page that
 * holds whole sentences must hold them there too.
 */
const SPARE_LINES = 2;

function reading(typesetter: Typesetter, asked: ReadingOrder): TypesetPaper {
  const { document, format, madeAt, watermark = null, ...order } = asked;
  const accepted = acceptAll(documentSchema().nodeFromJSON(document)).toJSON();
  const spareLines = format === "docx" ? SPARE_LINES : 0;
  const made = typesetReading(typesetter, { ...order, document: accepted, spareLines, watermark });
  const bytes =
    format === "pdf"
      ? typesetter.pdf(made.document, madeAt)
      : writeReadingDocx({ ...made, paper: readingStyle(order.size), madeAt, watermark });
  return { bytes, replaced: made.replaced };
}
