/** What stands before an item of a numbered list, by HTML's `type`: 1. a. A. i. I. */
import type { DocumentNode } from "../document/schema";

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

/** `index` from 0. Numbers that a type has no signs for, such as 0 in letters, are written as digits. */
export function listMarker({ attrs }: DocumentNode, index: number): string {
  const start = Number(attrs?.start ?? 1);
  const number = (Number.isFinite(start) ? start : 1) + index;
  return `${listNumber(String(attrs?.type ?? "1"), number)}. `;
}

/** The number alone. */
export function listNumber(type: string, number: number): string {
  if (number < 1 || number > 3999) return String(number);
  switch (type) {
    case "a":
      return letters(number);
    case "A":
      return letters(number).toUpperCase();
    case "i":
      return roman(number);
    case "I":
      return roman(number).toUpperCase();
    default:
      return String(number);
  }
}

/** z is followed by aa. */
function letters(number: number): string {
  const last = String.fromCharCode(97 + ((number - 1) % 26));
  return number > 26 ? letters(Math.floor((number - 1) / 26)) + last : last;
}

function roman(number: number): string {
  let left = number;
  let written = "";
  for (const [value, sign] of ROMAN) {
    while (left >= value) {
      written += sign;
      left -= value;
    }
  }
  return written;
}
