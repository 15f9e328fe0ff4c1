/** What the exporting thread does with an order. */
import { zipSync } from "fflate";
import { canonicalDocument } from "@/core/compare/canonical-document";
import { compareDocuments } from "@/core/compare/compare-documents";
import { invertRows } from "@/core/compare/invert-comparison";
import { markedDocument } from "@/core/compare/marked-document";
import { type DocumentNode, documentSchema } from "@/core/document/schema";
import { withoutReadingAids } from "@/core/document/without-reading-aids";
import { newId } from "@/core/new-id";
import { acceptAll } from "@/core/review/settle";
import type { Thread } from "@/core/review/thread";
import { speechFileOf } from "@/core/speech-file";
import { documentText } from "@/core/text/document-text";
import { htmlOf } from "@/core/text/html";
import { markdownOf } from "@/core/text/markdown";
import { comparisonNotes, noteThread } from "./comparison-notes";
import { type DocxInput, writeDocx } from "./docx/write-docx";
import type { DocxContent, DocxOrder, TextOrder, ThreadOrder, ZipOrder } from "./exporter";

/** In the language of the paper, whoever asks for it. */
export const WORDS = { deletedComment: "（批注已删除）" };
/** Whose the revisions of a comparison are: of nobody, since several may have written. */
const COMPARISON = "花脸稿";

export function fillOrder(order: ThreadOrder): Uint8Array {
  switch (order.format) {
    case "docx":
      return docx(order);
    case "json":
      return new TextEncoder().encode(JSON.stringify(speechFileOf(order.content)));
    case "zip":
      return zip(order);
    default:
      return text(order);
  }
}

function docx({ content, ...order }: DocxOrder): Uint8Array {
  const parts = partsOf(content);
  return writeDocx({
    ...order,
    ...parts,
    threads: [...notesOn(content, order), ...parts.threads],
    words: WORDS,
  });
}

/** Word has no place for a line of our own beside the text but a comment. */
function notesOn(content: DocxContent, { numberingStyle }: Pick<DocxOrder, "numberingStyle">): Thread[] {
  if (content.kind !== "comparison") return [];
  const { at } = content;
  return comparisonNotes(content, numberingStyle).map((note) => noteThread(note, { author: COMPARISON, at }));
}

/** What is in a Word file is compressed already; the rest is small. */
function zip({ files }: ZipOrder): Uint8Array {
  return zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])), { level: 0 });
}

function text({ format, title, document, numberingStyle }: TextOrder): Uint8Array {
  const clean = accepted(document);
  if (format === "md") return new TextEncoder().encode(markdownOf(clean, numberingStyle));
  if (format === "html") return new TextEncoder().encode(htmlOf(clean, { title, numberingStyle }));
  // As Windows writes text: programs there know UTF-8 by the mark, and older ones end lines with both.
  const lines = documentText(clean, numberingStyle).replaceAll("\n", "\r\n");
  return new TextEncoder().encode(`\ufeff${lines}\r\n`);
}

/** The document to show, and what belongs to it. */
export function partsOf(content: DocxContent): Pick<DocxInput, "document" | "names" | "threads"> {
  if (content.kind !== "comparison") {
    const { kind, names, threads } = content;
    const document = withoutReadingAids(content.document);
    return { document: kind === "clean" ? accepted(document) : document, names, threads };
  }
  const before = canonicalDocument(accepted(content.before));
  const after = canonicalDocument(accepted(content.after));
  // As on the screen, where changes are looked for from the older text to the newer one.
  const comparison = content.isBackwards
    ? { rows: invertRows(compareDocuments(after, before).rows) }
    : compareDocuments(before, after);
  const change = { id: newId(), person: newId(), at: content.at };
  return {
    document: markedDocument(before, comparison, change),
    names: new Map([[change.person, COMPARISON]]),
    threads: [],
  };
}

/** As accepting everything would make it, for everybody's eyes; the draft itself isn't touched. */
function accepted(document: DocumentNode): DocumentNode {
  return withoutReadingAids(acceptAll(documentSchema().nodeFromJSON(document)).toJSON());
}
