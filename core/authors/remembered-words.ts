/**
 * Words that a person took out of a text, to be known again when undo or pasting brings them back: whoever
 * deletes a colleague's lines and undoes it hasn't typed them.
 */
import { type Carried, carriedLetters, type Words } from "./carried-letters";
import { IdRanges } from "./id-ranges";

/** One letter that comes again later may as well have been typed. */
export const FEWEST_LETTERS = 2;
/** Fewer are soon typed anew, so that they are known only among what was taken out last. */
const FEWEST_KNOWN_LONG = 8;
const MOST_RECENT = 32;
/** Further back than so many messages nobody undoes. */
const MOST_REMOVALS = 500;
/** In UTF-16 units: a speech of several hours, taken out as a whole. Memory for it is kept in every room. */
const MOST_HELD = 200_000;
/** The id of a piece takes as much memory as so many of them. */
const UNITS_PER_PIECE = 10;
/** No more letters are looked through for words that stand within others; whole lines are found all the same. */
const MOST_LOOKED_THROUGH = 5_000_000;

/** The words that one message took out. */
interface Removed {
  readonly words: readonly Words[];
  /** What they take, as MOST_HELD counts. */
  readonly units: number;
}

/** Of one person: nobody brings back by undo what another took out. */
export class RememberedWords {
  /** Oldest first. */
  private removals: readonly Removed[] = [];

  get isEmpty(): boolean {
    return this.removals.length === 0;
  }

  /**
   * What of the words that a message writes stood elsewhere before: taken from there by the same message, or
   * earlier. Remembers what the message takes out for good.
   */
  follow(gone: readonly Words[], written: readonly Words[]): Carried[] {
    const carried = carriedLetters([...gone, ...this.among(written)], written);
    const isElsewhere = holdsAny(carried);
    if (carried.length > 0) {
      this.keep(this.removals.map(({ words }) => removed(words.filter((one) => !isElsewhere(one)))));
    }
    const long = gone.filter((words) => words.text.length >= FEWEST_LETTERS && !isElsewhere(words));
    if (long.length > 0) this.keep([...this.removals, removed(long)]);
    return carried;
  }

  /** Newest first. */
  private among(written: readonly Words[]): Words[] {
    const longest = written.reduce((most, { text }) => Math.max(most, text.length), 0);
    // Typing goes past here with every letter.
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

  private keep(removals: readonly Removed[]): void {
    const left = removals.filter(({ words }) => words.length > 0).slice(-MOST_REMOVALS);
    let held = left.reduce((sum, { units }) => sum + units, 0);
    while (held > MOST_HELD) held -= left.shift()?.units ?? held;
    this.removals = left;
  }
}

function removed(words: readonly Words[]): Removed {
  const units = words.reduce((sum, { text, ids }) => sum + text.length + ids.length * UNITS_PER_PIECE, 0);
  return { words, units };
}

/** Tells of words whether some of their letters are among these. */
function holdsAny(carried: readonly Carried[]): (words: Words) => boolean {
  const found = new IdRanges(carried);
  return ({ ids }) => carried.length > 0 && ids.some((range) => found.find(range).some(({ held }) => held));
}
