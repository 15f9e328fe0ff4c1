/** The record's sheet, typeset. */
import type { NodeTypstDocument } from "@myriaddreamin/typst-ts-node-compiler";
import type { Locale } from "@/core/messages/locale";
import { paperPreset } from "@/core/paper/preset";
import type { RecordSheet } from "@/core/record-sheet";
import type { Typesetter } from "../pdf/typesetter";
import { RECORD_TEMPLATE } from "./template";

export interface RecordInput {
  readonly sheet: RecordSheet;
  readonly locale: Locale;
  /** When and by whom the sheet was made, in words. */
  readonly made: string;
}

export function typesetRecord(
  typesetter: Typesetter,
  { sheet, locale, made }: RecordInput,
): NodeTypstDocument {
  const { faces } = typesetter.facesFor(paperPreset("gbt9704").fonts);
  const [lang] = locale.split("-");
  return typesetter.compile(RECORD_TEMPLATE, { sheet, faces, made, lang });
}
