/** The pieces of one paragraph as they come, and the threads that stand on them. */
import { PAGE_END } from "./parted-lines";
import type { Reading } from "./reading";
import type { Piece } from "./source";

/** All of a piece but what is written in it. */
export type PieceBase = Omit<Piece, "text" | "threads" | "reading" | "cue">;

/** How many characters a note without words of its own stands on. */
const POINT = 2;
const BESIDE = 20;

export class LinePieces {
  readonly all: Piece[] = [];
  readonly #reading: Reading;
  /** Threads without words that stand in front of all text of this paragraph. */
  readonly #points: string[] = [];

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  add(text: string, base: PieceBase, reading: string | null): void {
    if (text === "" || (text === PAGE_END && this.all.length === 0)) return;
    const { openThreads, placed } = this.#reading;
    const threads = [...openThreads, ...this.#points.splice(0)];
    for (const thread of threads) placed.add(thread);
    this.#reading.hasText = true;
    this.all.push({ ...base, text, threads, reading, cue: null });
  }

  /** A comment on a point, or on words that aren't text here, stands on the characters before it. */
  placeComment(number: string): void {
    const thread = this.#reading.threads.threadOf(number);
    if (thread === null || this.#reading.placed.has(thread)) return;
    this.#reading.openThreads.delete(thread);
    if (this.#reading.hasText) this.placePoint(thread);
  }

  placePoint(thread: string): void {
    const last = this.all.findLastIndex(({ text }) => text !== "\n" && text !== PAGE_END);
    const piece = this.all[last];
    if (piece === undefined) {
      this.#points.push(thread);
      return;
    }
    const characters = [...piece.text];
    const before = characters.slice(0, -POINT).join("");
    const on = { ...piece, text: characters.slice(-POINT).join(""), threads: [...piece.threads, thread] };
    this.all.splice(last, 1, ...(before === "" ? [] : [{ ...piece, text: before }]), on);
    this.#reading.placed.add(thread);
  }

  /** The last words so far, to say where something was. */
  get lastWords(): string {
    let words = "";
    // From the end: a line has as many pieces as things that ask for them.
    for (let index = this.all.length - 1; index >= 0 && words.length < BESIDE; index -= 1) {
      words = (this.all[index]?.text ?? "") + words;
    }
    return words.replaceAll(PAGE_END, "\n").slice(-BESIDE);
  }
}
