/**
 * “ ” ‘ ’ — … stand for two signs each: those of Chinese, as wide as a character, and those of Latin text. Which of
 * them is meant shows by what is beside them.
 */

const CHINESE = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\u3001-\u303f\uff00-\uffef]/u;
/** The sign first: looking back from every letter of a line takes several times as long. */
const APOSTROPHE = /’(?=\p{sc=Latn})(?<=\p{sc=Latn}\p{M}*’)/gu;

export interface LatinSigns {
  /** All of the line's signs are Latin. */
  readonly all: boolean;
  /** Offsets of those that are in a line of Chinese: apostrophes within a word. */
  readonly at: ReadonlySet<number>;
}

/** `text`: a whole line. */
export function latinSigns(text: string): LatinSigns {
  const all = /\p{L}/u.test(text) && !CHINESE.test(text);
  return { all, at: new Set(all ? [] : [...text.matchAll(APOSTROPHE)].map(({ index }) => index)) };
}

/** Where a line's runs are cut, so that each is of one kind. */
export const signCuts = ({ at }: LatinSigns): number[] => [...at].flatMap((offset) => [offset, offset + 1]);

/** Whether the run that begins here is Latin. */
export const isLatinAt = ({ all, at }: LatinSigns, offset: number): boolean => all || at.has(offset);
