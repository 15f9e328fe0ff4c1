/**
 * Text cut into what a reader takes for a unit: clauses, and words inside them. Chinese writes no
 * blanks between words, so a dictionary decides (Intl.Segmenter); it costs about 6 µs a character,
 * which is why only clauses that differ are cut further. No word crosses a Chinese mark.
 */

const CLAUSE = /[^。！？；：，、\n\ufffc]*[。！？；：，、\n\ufffc]?/gu;

let segmenter: Intl.Segmenter | undefined;

/** The text in clauses, each with the mark that ends it. */
export function clauses(text: string): string[] {
  return (text.match(CLAUSE) ?? []).filter((clause) => clause !== "");
}

/** The text in words, blanks and marks; joined they are the text again. */
export function words(text: string): string[] {
  segmenter ??= new Intl.Segmenter("zh", { granularity: "word" });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Words of a text, marks and blanks not counted. */
export function countWords(text: string): number {
  return words(text).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
