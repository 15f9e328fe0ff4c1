/** OpenDocument text, as LibreOffice and WPS write it, as speeches. Nothing is run or fetched. */
import type { ImportedText } from "@/core/import";
import { readWord } from "../docx/read-word";
import { OdtParts } from "./odt-parts";

/** Throws ImportError. */
export const readOdt = (bytes: Uint8Array): ImportedText => readWord(new OdtParts(bytes));
