/** The line of a web page or of Markdown that is being read: it places what is left out of it. */
import { lastFindingWords } from "@/core/finding-words";
import type { FindingKind } from "@/core/import";
import type { Findings } from "./findings";
import { placeInLine } from "./place-in-line";

/** In UTF-16 units: more than a place has. */
const LAST_WORDS = 100;

/** Something in front of all words of its line. */
interface Waiting {
  readonly place: (where: string) => void;
  readonly instead: string;
}

export class PageLine {
  readonly #findings: Findings;
  #text = "";
  /** Its end: the whole would be looked through for each thing in it. */
  #lastWords = "";
  #waiting: Waiting[] = [];

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  add(text: string): void {
    this.#text += text;
    this.#lastWords = onOneLine(this.#lastWords + text).slice(-LAST_WORDS);
  }

  /** `instead`: what it says for who can't see it. */
  tell(kind: FindingKind, instead = ""): void {
    const { words } = this;
    if (words !== "") this.#findings.add(kind, words);
    else this.#waiting.push({ place: this.#findings.addLater(kind), instead });
  }

  end(): void {
    const line = onOneLine(this.#text).trim();
    for (const { place, instead } of this.#waiting) place(placeInLine({ before: "", line, instead }));
    if (line !== "") this.#findings.passLine(line);
    this.#text = "";
    this.#lastWords = "";
    this.#waiting = [];
  }

  /** The last words so far. */
  get words(): string {
    return lastFindingWords(this.#lastWords);
  }
}

const onOneLine = (words: string): string => words.replace(/\s+/g, " ");
