/** The line of a web page that is being read: to say where something stood that has no words of its own. */
import { lastFindingWords } from "@/core/finding-words";
import type { Findings } from "./findings";

export class PageLine {
  readonly #findings: Findings;
  #text = "";

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  add(text: string): void {
    this.#text += text;
  }

  end(): void {
    if (this.#text !== "") this.#findings.passLine(this.#text.replace(/\s+/g, " "));
    this.#text = "";
  }

  /** The last words so far. */
  get words(): string {
    return lastFindingWords(this.#text.replace(/\s+/g, " "));
  }
}
