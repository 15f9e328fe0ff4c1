/** Numbers of list items as they are shown, read back: 3. · c) · (iv) */
import { listNumber } from "../list-marker";
import { withHalfWidthDigits } from "../numerals";

export interface ShownNumber {
  /** As HTML's `type`. */
  readonly type: "1" | "a" | "A" | "i" | "I";
  readonly number: number;
}

const SHOWN = /^[([（［]?([0-9]{1,4}|[a-z]{1,4}|[A-Z]{1,4})[)\]）］]?[.．、:：]?$/;
const ROMAN_DIGITS = new Map(
  [..."ivxlcdm"].map((digit, index) => [digit, [1, 5, 10, 50, 100, 500, 1000][index] ?? 0]),
);

/**
 * What a number without blanks can be, the likeliest first: i. may be one or nine. Empty for what no list shows
 * so, as 1.1 or 第一步.
 */
export function readShownNumber(shown: string): readonly ShownNumber[] {
  const sign = SHOWN.exec(withHalfWidthDigits(shown))?.[1];
  if (sign === undefined) return [];
  if (/\d/.test(sign)) return [{ type: "1", number: Number(sign) }];
  const lower = sign.toLowerCase();
  const isUpper = sign !== lower;
  const roman: ShownNumber = { type: isUpper ? "I" : "i", number: romanValue(lower) };
  const letters: ShownNumber = { type: isUpper ? "A" : "a", number: letterValue(lower) };
  const readings = lower === "i" || lower.length > 1 ? [roman, letters] : [letters, roman];
  return readings.filter(({ type, number }) => listNumber(type, number) === sign);
}

/** Of digits in any order; whether they are a number, `listNumber` tells. */
function romanValue(digits: string): number {
  const values = [...digits].map((digit) => ROMAN_DIGITS.get(digit) ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}

/** z is followed by aa. */
function letterValue(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 96, 0);
}
