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

/** Signs of Unicode that count to as many as there are; Word writes digits behind them. */
const SIGNS: Readonly<Record<string, readonly string[]>> = {
  ideographTraditional: [..."甲乙丙丁戊己庚辛壬癸"],
  ideographZodiac: [..."子丑寅卯辰巳午未申酉戌亥"],
  decimalEnclosedParen: [..."⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"],
  decimalEnclosedFullstop: [..."⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"],
};
const DIGITS = "〇一二三四五六七八九";
const LEGAL: Readonly<Record<string, string>> = Object.fromEntries(
  [..."一二三四五六七八九十百千"].map((sign, index) => [sign, "壹贰叁肆伍陆柒捌玖拾佰仟".charAt(index)]),
);

/** As Word writes it; `format`: the w:numFmt. */
export function numeralOf(number: number, format: string): string {
  const signs = SIGNS[format];
  if (signs !== undefined) return signs[number - 1] ?? String(number);
  if (format === "ideographDigital")
    return [...String(number)].map((digit) => DIGITS.charAt(+digit)).join("");
  if (format === "chineseLegalSimplified") {
    const numeral = chineseNumeral(number).replace(/^十/, "一十");
    return [...numeral].map((sign) => LEGAL[sign] ?? sign).join("");
  }
  if (CHINESE.has(format)) return chineseNumeral(number);
  if (format.startsWith("decimalEnclosedCircle")) return circledNumeral(number) ?? String(number);
  // A column of serial numbers may count 01, 02.
  if (format === "decimalZero") return String(number).padStart(2, "0");
  return listNumber(listTypeOf(format), number);
}
