/**
 * Letters that a message takes out in one place and writes in another: the binding knows no moving, so a
 * part that is dragged, a line that is split or joined, a paragraph made a heading are all deleted and
 * written anew, and so is what undo brings back. Found by their being the same words.
 */
import * as Y from "yjs";
import type { IdRange, PieceId } from "./id-ranges";
import { scattered } from "./scattered-letters";

/** Words with the ids of their letters, in order and together as long. */
export interface Words {
  readonly text: string;
  readonly ids: readonly IdRange[];
}

export interface Carried extends IdRange {
  readonly to: PieceId;
}

/**
 * No more letters are looked through for words that stand within others: somebody's made-up message would
 * hold everybody up. Whole lines are found whatever their number.
 */
export const MOST_LOOKED_THROUGH = 5_000_000;
/** Nor are the same words looked for in more places. */
const MOST_PLACES = 64;

/** What new structs write, cut where a new node begins. */
export function wordsIn(structs: readonly (Y.Item | Y.GC)[]): Words[] {
  const words: { text: string; ids: IdRange[] }[] = [];
  let open: { text: string; ids: IdRange[] } | null = null;
  for (const struct of structs) {
    const content = struct instanceof Y.Item ? struct.content : null;
    if (content instanceof Y.ContentString) {
      if (open === null) {
        open = { text: "", ids: [] };
        words.push(open);
      }
      open.text += content.str;
      open.ids.push({ clientId: struct.id.client, clock: struct.id.clock, length: struct.length });
    } else if (!(content instanceof Y.ContentFormat)) open = null;
  }
  return words;
}

/** Of the words gone those that stand among the written ones; each letter written is taken once. */
export function carriedLetters(gone: readonly Words[], written: readonly Words[]): Carried[] {
  const places = written.map((words) => new FreePlaces(words));
  const whole = new Map<string, FreePlaces[]>();
  for (const free of places) {
    const same = whole.get(free.words.text);
    if (same === undefined) whole.set(free.words.text, [free]);
    else same.push(free);
  }
  const letters = written.reduce((sum, { text }) => sum + text.length, 0);
  let lookedThrough = 0;
  return gone.flatMap((words) => {
    const { text } = words;
    const same = whole.get(text)?.shift();
    if (same?.take(text) === 0) return paired(words, 0, same.words, 0, text.length);
    lookedThrough += letters + places.length * text.length;
    return lookedThrough > MOST_LOOKED_THROUGH ? [] : withinOthers(words, places);
  });
}

/**
 * Words that stand within longer ones now, whole or with others among them, or were parted on the way: what
 * was one line stands in several.
 */
function withinOthers(words: Words, places: readonly FreePlaces[]): Carried[] {
  for (const free of places) {
    const at = free.take(words.text);
    if (at !== -1) return paired(words, 0, free.words, at, words.text.length);
  }
  for (const free of places) {
    const stretches = free.isFree ? scattered(words.text, free.words.text) : null;
    if (stretches === null) continue;
    free.take(free.words.text);
    return stretches.flatMap(({ at, other, length }) => paired(words, at, free.words, other, length));
  }
  let from = 0;
  return places.flatMap((free) => {
    const { text } = free.words;
    const at = words.text.indexOf(text, from);
    if (at === -1 || free.take(text) === -1) return [];
    from = at + text.length;
    return paired(words, at, free.words, 0, text.length);
  });
}

/** Words written, and which of their letters have been found to be old ones. */
class FreePlaces {
  private readonly taken: (readonly [from: number, to: number])[] = [];

  constructor(readonly words: Words) {}

  get isFree(): boolean {
    return this.taken.length === 0;
  }

  /** Where these words stand and nothing was taken yet; -1 when nowhere. */
  take(text: string): number {
    let at = -1;
    for (let tried = 0; tried < MOST_PLACES; tried += 1) {
      at = this.words.text.indexOf(text, at + 1);
      if (at === -1) break;
      const end = at + text.length;
      if (this.taken.some(([from, to]) => from < end && at < to)) continue;
      this.taken.push([at, end]);
      return at;
    }
    return -1;
  }
}

/** The same letters in two places: so many from `start` in one and from `otherStart` in the other. */
export function paired(
  one: Words,
  start: number,
  other: Words,
  otherStart: number,
  length: number,
): Carried[] {
  const to = slice(other.ids, otherStart, length);
  let at = start;
  return to.flatMap(({ clientId, clock, length: units }) => {
    const from = slice(one.ids, at, units);
    at += units;
    let offset = 0;
    return from.map((range) => {
      const carried = { ...range, to: { clientId, clock: clock + offset } };
      offset += range.length;
      return carried;
    });
  });
}

function slice(ids: readonly IdRange[], start: number, length: number): IdRange[] {
  const sliced: IdRange[] = [];
  let at = 0;
  for (const { clientId, clock, length: units } of ids) {
    const [from, to] = [Math.max(at, start), Math.min(at + units, start + length)];
    if (from < to) sliced.push({ clientId, clock: clock + from - at, length: to - from });
    at += units;
  }
  return sliced;
}
