/**
 * Complex fields (ISO 29500-1, 17.16.18): a field's code isn't text, its result is. Fields nest, also in
 * codes, and one may reach over several paragraphs.
 */
import type { FindingKind } from "@/core/import";

interface OpenField {
  code: string;
  inCode: boolean;
}

/** What a field that ended was, for who reads on. */
export interface EndedField {
  readonly finding: FindingKind | null;
  /** 拼音指南 of older files: a base with a reading above it, written as a formula. */
  readonly phonetic: { readonly base: string; readonly reading: string } | null;
}

/** EQ \* jc2 \* "Font:宋体" \* hps10 \o\ad(\s\up 9(zhòng),重) */
const PHONETIC = /\\o\\ad\(\\s\\up\s*\d+\(([^()]*)\)\s*[,;]\s*([^()]*)\)/i;
/** Parts of the program's own working that leave no trace in the text. */
const SILENT = new Set(["", "HYPERLINK", "TOC", "XE", "TC", "RD", "TA"]);

export class Fields {
  readonly #open: OpenField[] = [];

  get isInCode(): boolean {
    return this.#open.some(({ inCode }) => inCode);
  }

  begin(): void {
    this.#open.push({ code: "", inCode: true });
  }

  code(text: string): void {
    const field = this.#open.at(-1);
    if (field?.inCode) field.code += text;
  }

  separate(): void {
    const field = this.#open.at(-1);
    if (field !== undefined) field.inCode = false;
  }

  end(): EndedField {
    const field = this.#open.pop();
    return field === undefined ? { finding: null, phonetic: null } : endedField(field.code, field.inCode);
  }

  /** A code doesn't reach over a paragraph's end: of a field that never ends only the code would go. */
  endParagraph(): void {
    while (this.#open.at(-1)?.inCode) this.#open.pop();
  }
}

/** `isEmpty`: there was no result. */
export function endedField(code: string, isEmpty: boolean): EndedField {
  const name =
    code
      .trim()
      .split(/[\s\\]/)[0]
      ?.toUpperCase() ?? "";
  if (name === "EQ" && isEmpty) {
    const [, reading = "", base = ""] = PHONETIC.exec(code) ?? [];
    return base === ""
      ? { finding: "equation", phonetic: null }
      : { finding: null, phonetic: { base, reading } };
  }
  // To a place in the same document: nothing is lost but a shortcut.
  if (name === "HYPERLINK") return { finding: /\\l\b/.test(code) ? null : "link", phonetic: null };
  return { finding: SILENT.has(name) ? null : "field", phonetic: null };
}
