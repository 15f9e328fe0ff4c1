/**
 * Words that a person took out of a text, to be known again when undo or pasting brings them back: whoever
 * deletes a colleague's lines and undoes it hasn't typed them.
 */
import { type Carried, carriedLetters, MOST_LOOKED_THROUGH, type Words } from "./carried-letters";
import type { IdRange } from "./id-ranges";
import {
  latestRemoved,
  type RemovedWords,
  removedWords,
  rowsAmong,
  withoutLetters,
  withRemovedElsewhere,
} from "./removed-words";

/** One letter that comes again later may as well have been typed. */
export const FEWEST_LETTERS = 2;
/** Fewer are soon typed anew, so that they are known only among what was taken out last. */
const FEWEST_KNOWN_LONG = 8;
const MOST_RECENT = 32;
/** Pieces of what came back: far more than a person brings back while the log is read. */
const MOST_BACK = 5_000;

interface Followed {
  /** What of the words written stood elsewhere before: taken from there by the same message, or earlier. */
  readonly carried: readonly Carried[];
  /** What went for good, and is remembered; null when nothing did. */
  readonly removed: RemovedWords | null;
}

/** Typing goes past here with every letter. */
const NOTHING: Followed = { carried: [], removed: null };

/** Of one person: nobody brings back by undo what another took out. */
export class RememberedWords {
  /** Letters that came back here last; the log may only now tell that they went. */
  private back: readonly IdRange[] = [];

  /** @param removals oldest first */
  constructor(public removals: readonly RemovedWords[] = []) {}

  get isEmpty(): boolean {
    return this.removals.length === 0;
  }

  /** Call for each message of the person's, in their order. */
  follow(gone: readonly Words[], written: readonly Words[]): Followed {
    const known = [...gone, ...this.among(written)];
    if (known.length === 0) return NOTHING;
    const carried = carriedLetters(known, written);
    if (carried.length > 0) {
      this.removals = latestRemoved(withoutLetters(this.removals, carried));
      this.back = [...this.back, ...carried].slice(-MOST_BACK);
    }
    const isElsewhere = rowsAmong(carried);
    const left = gone.filter((words) => words.text.length >= FEWEST_LETTERS && !isElsewhere(words));
    if (left.length === 0) return { carried, removed: null };
    const removed = removedWords(left);
    this.removals = latestRemoved([...this.removals, removed]);
    return { carried, removed };
  }

  /** Call for what the log tells of the person's: what went, oldest first, and what came back. */
  learn(removals: readonly RemovedWords[], back: readonly IdRange[]): void {
    this.removals = withRemovedElsewhere(this.removals, removals, [...back, ...this.back]);
  }

  /** Newest first. */
  private among(written: readonly Words[]): Words[] {
    const longest = written.reduce((most, { text }) => Math.max(most, text.length), 0);
    if (this.isEmpty || longest < FEWEST_LETTERS) return [];
    const letters = written.reduce((sum, { text }) => sum + text.length, 0);
    const lines = new Set(written.map(({ text }) => text));
    let lookedThrough = 0;
    const isBack = (words: string) => {
      if (words.length > longest) return false;
      if (lines.has(words)) return true;
      lookedThrough += letters;
      return lookedThrough <= MOST_LOOKED_THROUGH && written.some(({ text }) => text.includes(words));
    };
    return [...this.removals]
      .reverse()
      .flatMap(({ words }, age) =>
        words.filter(({ text }) => (age < MOST_RECENT || text.length >= FEWEST_KNOWN_LONG) && isBack(text)),
      );
  }
}
