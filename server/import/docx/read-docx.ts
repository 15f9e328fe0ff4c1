/** Word's files (ISO 29500, transitional and strict) as speeches. Nothing is run or fetched. */
import type { ImportedText } from "@/core/import";
import { DocxParts } from "./docx-parts";
import { readWord } from "./read-word";

/** `timeZone`: by whose clock it tells times without a zone; the server's when left out. Throws ImportError. */
export const readDocx = (bytes: Uint8Array, timeZone?: string): ImportedText =>
  readWord(new DocxParts(bytes), timeZone);
