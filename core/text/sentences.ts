/** A line of text cut into what is read in one breath. */
import { leadEnd } from "./lead";
import { CUE_PLACE } from "./placed-text";

const CLAUSE_END = "，；：、,;";

/**
 * Where each sentence ends (UTF-16 offsets), its closing marks, cues and blanks included. One of more than
 * `most` characters is cut behind clauses, and only where it has none anywhere.
 */
export function sentenceEnds(text: string, most: number): number[] {
  const ends: number[] = [];
  for (let from = 0; from < text.length; ) {
    let to = from + leadEnd(text.slice(from));
    while (to < text.length && /[\u2060\s]/.test(text.charAt(to))) to += 1;
    ends.push(...clauseEnds(text.slice(from, to), most).map((end) => from + end));
    from = to;
  }
  return ends;
}

function clauseEnds(sentence: string, most: number): number[] {
  const ends: number[] = [];
  let from = 0;
  while (sentence.length - from > most) {
    let to = from + most;
    while (to > from && !CLAUSE_END.includes(sentence.charAt(to - 1))) to -= 1;
    if (to === from) to = wholeCharacters(sentence, from + most);
    ends.push(to);
    from = to;
  }
  return [...ends, sentence.length];
}

/** Not within a surrogate pair, a number or a Latin word. */
function wholeCharacters(text: string, at: number): number {
  let to = at;
  while (to > 1 && /[\w.%\udc00-\udfff]/.test(text.charAt(to))) to -= 1;
  return to > 1 ? to : at;
}

/** The words as they're read, without places of cues. */
export const readWords = (text: string): string =>
  text.replaceAll(CUE_PLACE, "").replaceAll(/\s+/g, " ").trim();
