/**
 * Text cut into what a reader takes for a unit: clauses, and words inside them. Chinese writes no
 * blanks between words, so a dictionary decides (Intl.Segmenter); it costs about 6 µs a character,
 * which is why only clauses that differ are cut further. No word crosses a Chinese mark.
 */

const CLAUSE = /[^。！？；：，、\n\ufffc]*[。！？；：，、\n\ufffc]?/gu;

/** Of text without a Chinese mark: from 65,536 units on the segmenter takes a hundred times as long. */
const LONGEST_SLICE = 10_000;
/** How far from a slice's end a place between words is looked for. */
const SLICE_MARGIN = 1_000;

let segmenter: Intl.Segmenter | undefined;

/** The text in clauses, each with the mark that ends it. */
export function clauses(text: string): string[] {
  return (text.match(CLAUSE) ?? []).filter((clause) => clause !== "");
}

/** The text in words, blanks and marks; joined they are the text again. */
export function words(text: string): string[] {
  return slices(text).flatMap(wordsOfSlice);
}

/** Words of a text, marks and blanks not counted. */
export function countWords(text: string): number {
  return words(text).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function wordsOfSlice(slice: string): string[] {
  segmenter ??= new Intl.Segmenter("zh", { granularity: "word" });
  return Array.from(segmenter.segment(slice), ({ segment }) => segment);
}

/** The text itself unless it is too long to be cut at once. */
function slices(text: string): string[] {
  const cut: string[] = [];
  let start = 0;
  while (text.length - start > LONGEST_SLICE) {
    const end = start + endOfSlice(text.slice(start, start + LONGEST_SLICE + 1));
    cut.push(text.slice(start, end));
    start = end;
  }
  cut.push(text.slice(start));
  return cut;
}

/** Behind a blank if there is one, else behind a mark; `text` is a unit longer than the slice may be. */
function endOfSlice(text: string): number {
  const from = LONGEST_SLICE - SLICE_MARGIN;
  const margin = text.slice(from);
  const place = lastEnd(margin, /\s(?=\S)/gu) ?? lastEnd(margin, /\p{P}(?=\P{P})/gu);
  if (place !== null) return from + place;
  return isHighSurrogate(text, LONGEST_SLICE - 1) ? LONGEST_SLICE - 1 : LONGEST_SLICE;
}

/** Behind the last match; null when there is none. */
function lastEnd(text: string, pattern: RegExp): number | null {
  const last = [...text.matchAll(pattern)].at(-1);
  return last === undefined ? null : last.index + last[0].length;
}

function isHighSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0xd800 && unit <= 0xdbff;
}
