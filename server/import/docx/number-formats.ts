/** How Word writes the numbers it counts: 一、 第一， 1. ① and their kin. */
import type { NumberForm } from "@/core/text/import/typed-number";
import { listNumber } from "@/core/text/list-marker";
import { chineseNumeral, circledNumeral } from "@/core/text/numerals";

/** The `type` of an ordered list in the schema. */
export type ListType = "1" | "a" | "A" | "i" | "I";

const TYPES: Readonly<Record<string, ListType>> = {
  lowerLetter: "a",
  upperLetter: "A",
  lowerRoman: "i",
  upperRoman: "I",
};
/** 一、二、三、 in the names that Word and WPS have for it (ISO 29500-1, 17.18.59). */
const CHINESE = new Set([
  "chineseCounting",
  "chineseCountingThousand",
  "chineseLegalSimplified",
  "ideographDigital",
  "ideographTraditional",
  "japaneseCounting",
  "japaneseDigitalTenThousand",
  "taiwaneseCounting",
  "taiwaneseCountingThousand",
]);

/** `format`: the w:numFmt. */
export const listTypeOf = (format: string): ListType => TYPES[format] ?? "1";

/** The form of a heading's number that it looks like; `text`: the w:lvlText. Null for letters. */
export function formOf(format: string, text: string): NumberForm | null {
  const isBracketed = /[)）]/.test(text);
  if (CHINESE.has(format)) return isBracketed ? "chinese-bracket" : "chinese";
  if (format.startsWith("decimalEnclosedCircle")) return "circled";
  if (!format.startsWith("decimal")) return null;
  return isBracketed ? "digit-bracket" : "digit";
}

/** With one number in it, its own, and letters beside it: 第%1， and %1是. */
export function isInWords(text: string, level: number): boolean {
  const numbers = text.match(/%\d/g) ?? [];
  const isOwn = numbers.length === 1 && numbers[0] === `%${level + 1}`;
  return isOwn && /\p{L}/u.test(text.replace(/%\d/, ""));
}

export function numeralOf(number: number, format: string): string {
  if (CHINESE.has(format)) return chineseNumeral(number);
  if (format.startsWith("decimalEnclosedCircle")) return circledNumeral(number) ?? String(number);
  // A column of serial numbers may count 01, 02.
  if (format === "decimalZero") return String(number).padStart(2, "0");
  return listNumber(listTypeOf(format), number);
}
