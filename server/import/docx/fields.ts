/**
 * Complex fields (ISO 29500-1, 17.16.18): a field's code isn't text, its result is. Fields nest, also in
 * codes, and one may reach over several paragraphs.
 */
import type { FindingKind } from "@/core/import";
import { type Equation, readEquation } from "./equation-fields";
import { buttonText } from "./shown-fields";

interface OpenField {
  code: string;
  inCode: boolean;
  hasResult: boolean;
  /** What a form's field shows by its settings. */
  readonly chosen: string;
}

/** What a field that ended was, for who reads on. */
export interface EndedField {
  readonly finding: FindingKind | null;
  /** What it shows and has no result for, "" where its result is all. */
  readonly text: string;
  /** Such a text with a reading above it. */
  readonly phonetic: Equation["phonetic"];
}

/** Parts of the program's own working that leave no trace in the text. */
const SILENT = new Set(["", "HYPERLINK", "TOC", "XE", "TC", "RD", "TA"]);

export class Fields {
  readonly #open: OpenField[] = [];

  get isInCode(): boolean {
    return this.#open.some(({ inCode }) => inCode);
  }

  /** `chosen`: what it shows where it has no result and its code says nothing. */
  begin(chosen: string): void {
    this.#open.push({ code: "", inCode: true, hasResult: false, chosen });
  }

  code(text: string): void {
    const field = this.#open.at(-1);
    if (field?.inCode) field.code += text;
  }

  separate(): void {
    const field = this.#open.at(-1);
    if (field !== undefined) field.inCode = false;
  }

  /** Text was read that stands in the results of all open fields. */
  readText(): void {
    for (const field of this.#open) field.hasResult = true;
  }

  end(): EndedField {
    const field = this.#open.pop();
    return field === undefined ? ended(null) : endedField(field.code, !field.hasResult, field.chosen);
  }

  /**
   * A code doesn't reach over a paragraph's end: of a field that never ends only the code goes, and with it what was
   * nested in that. Else all text behind would be taken for its code.
   */
  endParagraph(): void {
    const first = this.#open.findIndex(({ inCode }) => inCode);
    if (first >= 0) this.#open.splice(first);
  }
}

const ended = (finding: FindingKind | null, text = ""): EndedField => ({ finding, text, phonetic: null });

/** `isEmpty`: there was no result. `chosen`: what it shows then by its settings. */
function endedField(code: string, isEmpty: boolean, chosen: string): EndedField {
  const name =
    code
      .trim()
      .split(/[\s\\]/)[0]
      ?.toUpperCase() ?? "";
  if (name === "EQ" && isEmpty) {
    const { phonetic, text } = readEquation(code);
    if (phonetic !== null) return { finding: null, text: "", phonetic };
    return text === "" ? ended("equation") : ended("field", text);
  }
  // To a place in the same document: nothing is lost but a shortcut.
  if (name === "HYPERLINK") return ended(/\\l\b/.test(code) ? null : "link");
  if (SILENT.has(name)) return ended(null);
  return ended("field", isEmpty ? buttonText(code) || chosen : "");
}
