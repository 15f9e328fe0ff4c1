/**
 * How long a text is when it is read aloud, in spoken units: one Chinese syllable each. Punctuation
 * is silent. Numbers count as they are read (2026年 is 二零二六年, 12.6% is 百分之十二点六), capitals
 * letter by letter (GDP is three), other Latin words by their groups of vowels, which gives about 1.5
 * for an English word: the same time at 200 units as at the 130 words a minute of English speech.
 */
import { codePoints } from "./code-points";
import { chineseNumeral, LARGEST_NUMERAL } from "./numerals";

/** Nearly all of a speech; a run at once, because a speech is measured before it can be seen. */
const HAN = /[\p{Script=Han}〇]+/uy;
const NUMBER = /^\d+(?:,\d{3})*(?:\.\d+)?/;
const LATIN_WORD = /^[\p{Script=Latin}]+(?:['’][\p{Script=Latin}]+)*/u;
const YEAR_FOLLOWS = /^(?:\s*[-–—~～至到]+\s*\d{4})?\s*年/;
/** Signs that are read, with the number of syllables: 百分之, 千分之, 摄氏度. */
const READ_SIGNS: Readonly<Record<string, number>> = { "%": 3, "％": 3, "‰": 3, "℃": 3, "㎡": 3, "°": 1 };
/** Between two numbers this is read 至 or 到. */
const RANGE = /^\s*[-–—~～]+\s*(?=\d)/;

/** Spoken units of a plain text. */
export function spokenUnits(text: string): number {
  let units = 0;
  let index = 0;
  while (index < text.length) {
    HAN.lastIndex = index;
    const han = HAN.exec(text)?.[0];
    if (han !== undefined) {
      units += codePoints(han);
      index += han.length;
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(index) ?? 0);
    if (/\d/.test(character)) {
      const number = NUMBER.exec(text.slice(index, index + 40))?.[0] ?? character;
      const end = index + number.length;
      units += numberUnits(number, text.charAt(index - 1), text.slice(end, end + 12));
      index = end;
      const range = RANGE.exec(text.slice(end, end + 8))?.[0];
      if (range !== undefined) {
        units += 1;
        index += range.length;
      }
    } else if (/\p{Script=Latin}/u.test(character)) {
      const word = LATIN_WORD.exec(text.slice(index, index + 60))?.[0] ?? character;
      units += latinUnits(word);
      index += word.length;
    } else {
      units += READ_SIGNS[character] ?? 0;
      index += character.length;
    }
  }
  return units;
}

function numberUnits(number: string, before: string, after: string): number {
  const [whole = "", decimals] = number.replaceAll(",", "").split(".");
  const decimalUnits = decimals === undefined ? 0 : 1 + decimals.length;
  const isYear = whole.length === 4 && decimals === undefined && YEAR_FOLLOWS.test(after);
  const isCode = /[A-Za-z]/.test(before) || (whole.length > 1 && whole.startsWith("0")) || whole.length > 12;
  const value = Number(whole);
  if (isYear || isCode || value > LARGEST_NUMERAL) return whole.length + decimalUnits;
  return chineseNumeral(value).length + decimalUnits;
}

function latinUnits(word: string): number {
  if (/^\p{Lu}{1,6}$/u.test(word)) return word.length;
  const withoutSilentE = word.replace(/([^aeiouy])e$/i, "$1");
  return Math.max(1, withoutSilentE.match(/[aeiouyàâäáéèêëíïîóôöúùûü]+/giu)?.length ?? 1);
}
