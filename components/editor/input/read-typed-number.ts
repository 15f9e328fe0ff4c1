/** Which typed beginning of a paragraph asks for a heading, and when what follows shows that it was none. */
import type { HeadingLevel } from "@/core/document/heading";
import type { NumberingStyle } from "@/core/speech";
import { readTypedNumber as readWrittenNumber } from "@/core/text/import/typed-number";
import { readChineseNumeral } from "@/core/text/numerals";

const CHINESE = "[一二三四五六七八九十百]{1,4}";
const DIGITS = "[0-9０-９]{1,2}";
/** "1." becomes a heading only once words follow: "1. " stays a list and 1.5亿元 a figure. */
const DOT = "[.．](?=(.+)$)";
const WORDS = `[\\p{Script=Han}\\p{Script=Latin}《〈“‘「『"]`;
const BEGINS_WORDS = new RegExp(`^${WORDS}`, "u");
/** Further into a line it is read on as it stands: a number that was kept as text stays one. */
const FIRST_WORDS = new RegExp(`^${WORDS}{1,8}$`, "u");

/** What is typed for each level, up to the character that completes it. */
const TYPED_NUMBERS: Readonly<Record<NumberingStyle, readonly (readonly [HeadingLevel, RegExp])[]>> = {
  nested: [
    [1, new RegExp(`^${CHINESE}、`, "u")],
    [2, new RegExp(`^[（(]${CHINESE}[）)]`, "u")],
    [3, new RegExp(`^${DIGITS}、`, "u")],
    [3, new RegExp(`^${DIGITS}${DOT}`, "u")],
    [4, new RegExp(`^[（(]${DIGITS}[）)]`, "u")],
  ],
  flat: [
    [1, new RegExp(`^${CHINESE}、`, "u")],
    [2, new RegExp(`^${DIGITS}、`, "u")],
    [2, new RegExp(`^${DIGITS}${DOT}`, "u")],
    [3, new RegExp(`^[（(]${DIGITS}[）)]`, "u")],
  ],
};

export interface TypedNumber {
  readonly level: HeadingLevel;
  /** As it was typed: "1.". */
  readonly number: string;
}

interface Around {
  /** What an input method put in at once, at the end of the text. */
  readonly composed?: string;
  /** What stands behind the caret. */
  readonly behind?: string;
}

/** The heading that a paragraph's text up to the caret asks for, or null. */
export function readTypedNumber(
  text: string,
  style: NumberingStyle,
  { composed = "", behind = "" }: Around = {},
): TypedNumber | null {
  for (const [level, pattern] of TYPED_NUMBERS[style]) {
    const [number, words] = pattern.exec(text) ?? [];
    if (number === undefined) continue;
    const isComplete = words === undefined ? number === text : beginsHeading(words, composed);
    if (isComplete && !goesOnBehind(text, behind)) return { level, number };
  }
  return null;
}

const beginsHeading = (words: string, composed: string): boolean =>
  FIRST_WORDS.test(words) || (words === composed && BEGINS_WORDS.test(words));

/** Whether with the text that was there before it is no number: 二、 in front of 三产业, 3、 in front of 4月. */
function goesOnBehind(text: string, behind: string): boolean {
  return behind !== "" && readWrittenNumber(text.normalize("NFKC") + behind) === null;
}

const ORDINAL = /^([一二三四五六七八九十百]{1,4}|[0-9０-９]{1,2})、/;

/**
 * How much of the words behind a number is a second, higher one, which shows that both only count:
 * 一、二、三产业, 3、4、5月. 0 where they don't; 一、二季度 may be a heading about a quarter.
 */
export function countsOn(number: string, words: string): number {
  const first = ordinalOf(number);
  const second = ordinalOf(words);
  if (first === null || second === null || second <= first) return 0;
  return ORDINAL.exec(words)?.[0].length ?? 0;
}

function ordinalOf(text: string): number | null {
  const numeral = ORDINAL.exec(text)?.[1]?.normalize("NFKC");
  if (numeral === undefined) return null;
  return /^\d/.test(numeral) ? Number(numeral) : readChineseNumeral(numeral);
}
