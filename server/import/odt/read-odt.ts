/** OpenDocument text, as LibreOffice and WPS write it, as speeches. Nothing is run or fetched. */
import type { ImportedText } from "@/core/import";
import { readWord } from "../docx/read-word";
import { OdtParts } from "./odt-parts";

/** `timeZone`: by whose clock it tells times without a zone; the server's when left out. Throws ImportError. */
export const readOdt = (bytes: Uint8Array, timeZone?: string): ImportedText =>
  readWord(new OdtParts(bytes), timeZone);
