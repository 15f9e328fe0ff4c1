/** A line of text cut into what is read in one breath. */
import { leadEnd } from "./lead";
import { CUE_PLACE } from "./placed-text";

const CLAUSE_END = "，；：、,;";
/** Behind these a speaker may turn the page. */
const BREATH = "，；：,;\n";

/** A sentence, or a part of a long one: up to where (UTF-16 offset), and whether its sentence goes on behind. */
export interface SentencePart {
  readonly end: number;
  readonly goesOn: boolean;
}

/** Where each sentence ends (UTF-16 offsets), its closing marks, cues and blanks included. */
export function sentenceEnds(text: string): number[] {
  const ends: number[] = [];
  for (let from = 0; from < text.length; ) {
    from = pastBlanks(text, from + leadEnd(text.slice(from)));
    ends.push(from);
  }
  return ends;
}

/**
 * Sentences; one of more than `most` characters or of several lines in its parts: clauses, and where one is longer
 * than `most`, what is cut behind its enumerated members, titles or words, and only where it has none anywhere.
 */
export function sentenceParts(text: string, most: number): SentencePart[] {
  let from = 0;
  return sentenceEnds(text).flatMap((to) => {
    const begin = from;
    from = to;
    return partEnds(text.slice(begin, to), most).map((end) => ({
      end: begin + end,
      goesOn: begin + end < to,
    }));
  });
}

function pastBlanks(text: string, at: number): number {
  let to = at;
  while (to < text.length && /[\u2060\s]/.test(text.charAt(to))) to += 1;
  return to;
}

function partEnds(sentence: string, most: number): number[] {
  if (sentence.length <= most && !sentence.trimEnd().includes("\n")) return [sentence.length];
  const inTitle = titlePlaces(sentence);
  const inNumber = numberPlaces(sentence);
  const ends: number[] = [];
  for (let at = 1; at < sentence.length; at += 1) {
    const isEnd = BREATH.includes(sentence.charAt(at - 1)) && !inTitle.has(at) && !inNumber.has(at);
    // Not within 1,234, nor between a mark and the closing quotation mark behind it.
    if (isEnd && isWhole(sentence, at)) {
      at = pastBlanks(sentence, at);
      ends.push(at);
    }
  }
  const edges = [...ends.filter((end) => end < sentence.length), sentence.length];
  return edges.flatMap((end, index) => {
    const begin = edges[index - 1] ?? 0;
    return clauseEnds(sentence.slice(begin, end), most).map((cut) => begin + cut);
  });
}

function clauseEnds(sentence: string, most: number): number[] {
  if (sentence.length <= most) return [sentence.length];
  const inTitle = titlePlaces(sentence);
  const inNumber = numberPlaces(sentence);
  const wordEnds = wordEndsIn(sentence);
  const isBehindClause = (at: number) => CLAUSE_END.includes(sentence.charAt(at - 1));
  const isBehindTitle = (at: number) => sentence.charAt(at - 1) === "》";
  const ends: number[] = [];
  let from = 0;
  while (sentence.length - from > most) {
    const lastWhole = (isGood: (at: number) => boolean): number | null => {
      for (let to = from + most; to > from; to -= 1) if (isGood(to) && isWhole(sentence, to)) return to;
      return null;
    };
    const last = (isGood: (at: number) => boolean) => lastWhole((at) => isGood(at) && !inNumber.has(at));
    const to =
      last((at) => isBehindClause(at) && !inTitle.has(at)) ??
      last((at) => isBehindTitle(at) && !inTitle.has(at)) ??
      last((at) => wordEnds.has(at) && !inTitle.has(at)) ??
      last((at) => !inTitle.has(at)) ??
      last(isBehindClause) ??
      last(() => true) ??
      lastWhole(() => true) ??
      from + most;
    ends.push(to);
    from = to;
  }
  return [...ends, sentence.length];
}

/** Where a cut would part the title of a document: 《关于……的决定》. */
function titlePlaces(text: string): ReadonlySet<number> {
  const places = new Set<number>();
  for (const { index, 0: title } of text.matchAll(/《[^《》]*(?:《[^《》]*》[^《》]*)*》/g)) {
    for (let at = index + 1; at < index + title.length; at += 1) places.add(at);
  }
  return places;
}

/** Where a cut would part a number, a time, a span or a date: 14：30, １，２３４, 5~10, 12 345.6, 2026年11月28日. */
function numberPlaces(text: string): ReadonlySet<number> {
  const places = new Set<number>();
  for (const { index, 0: number } of text.matchAll(NUMBER)) {
    for (let at = index + 1; at < index + number.length; at += 1) places.add(at);
  }
  return places;
}

/** Digits of either width, and one sign or blank between two of them; groups of three; the parts of a date. */
const NUMBER = /[0-9０-９]+(?:[,，][0-9０-９]{3}(?![0-9０-９])|[.:~．：～—–－·/／\- 年月][0-9０-９]+)+日?/g;

/** A name that the dictionary knows is one word. */
function wordEndsIn(text: string): ReadonlySet<number> {
  const words = new Intl.Segmenter("zh", { granularity: "word" }).segment(text);
  return new Set([...words].map(({ index, segment }) => index + segment.length));
}

/** Latin words and numbers, with what stands within them: 1,234.5, 12.6%, U.S. */
const LATIN = /[\w.,%'’-]/;
/** 百分之十二点六 */
const NUMERAL = /[〇零一二两三四五六七八九十百千万亿点分之]/;

/** Not within a surrogate pair, a number, a Latin word or a mark and its word. */
function isWhole(text: string, at: number): boolean {
  const [before, after] = [text.charAt(at - 1), text.charAt(at)];
  if (/[\udc00-\udfff]/.test(after)) return false;
  const isInLatin = LATIN.test(before) && LATIN.test(after);
  return (
    !isInLatin && !(NUMERAL.test(before) && NUMERAL.test(after)) && !/[，。；：、！？”’」』》）]/.test(after)
  );
}

/** The words as they're read, without places of cues. */
export const readWords = (text: string): string =>
  text.replaceAll(CUE_PLACE, "").replaceAll(/\s+/g, " ").trim();
