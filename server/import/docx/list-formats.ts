/** numbering.xml: what kind of list or heading a numbered paragraph is, and which number it has. */
import type { NumberForm } from "@/core/text/import/typed-number";
import { listNumber } from "@/core/text/list-marker";
import { chineseNumeral, circledNumeral } from "@/core/text/numerals";
import { childOf, childrenOf, type XmlElement } from "../package/xml-elements";
import { propertyOf } from "./style-sheet";

export interface ListLevel {
  readonly isBullet: boolean;
  /** The `type` of an ordered list in the schema. */
  readonly type: "1" | "a" | "A" | "i" | "I";
  /** The form of a heading's number that it looks like; null for bullets and letters. */
  readonly form: NumberForm | null;
  readonly start: number;
  /** A number in words, as 第%1， and %1是 are, which is part of what is said; null for a plain one. */
  readonly words: string | null;
}

const TYPES: Readonly<Record<string, ListLevel["type"]>> = {
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
const BULLET: ListLevel = { isBullet: true, type: "1", form: null, start: 1, words: null };

export class ListFormats {
  readonly #numbers = new Map<string, XmlElement>();
  readonly #abstracts = new Map<string, XmlElement>();
  /** Numbers given so far, by what counts together and then by level. */
  readonly #counts = new Map<string, number[]>();
  /** Lists that have begun: their own start counts once. */
  readonly #begun = new Set<string>();

  constructor(root: XmlElement | undefined) {
    for (const number of childrenOf(root, "w:num")) {
      this.#numbers.set(number.attributes["w:numId"] ?? "", number);
    }
    for (const abstract of childrenOf(root, "w:abstractNum")) {
      this.#abstracts.set(abstract.attributes["w:abstractNumId"] ?? "", abstract);
    }
  }

  /** A list that numbering.xml doesn't know is a bulleted one: its items stay items. */
  level(numId: string, level: number): ListLevel {
    const own = this.#override(numId, level);
    const found = childOf(own, "w:lvl") ?? this.#abstractLevel(numId, level);
    const format = propertyOf(found, "w:numFmt") ?? "bullet";
    if (format === "bullet" || format === "none") return BULLET;
    const start = Number(propertyOf(own, "w:startOverride") ?? propertyOf(found, "w:start") ?? 1);
    return {
      isBullet: false,
      type: TYPES[format] ?? "1",
      form: formOf(format, propertyOf(found, "w:lvlText") ?? ""),
      start: Number.isInteger(start) && start >= 0 ? start : 1,
      words: wordsOf(propertyOf(found, "w:lvlText") ?? "", level),
    };
  }

  /** What Word writes in front of this paragraph where it is words: 第三，; null for plain numbers. */
  wordsAt(numId: string, level: number, number: number): string | null {
    const { words, type, form } = this.level(numId, level);
    return words?.replace(/%\d/, () => numeralOf(number, type, form)) ?? null;
  }

  /** Whether a level above this one numbers 一、: then digits below are headings, not a list's. */
  isUnderChinese(numId: string, level: number): boolean {
    return Array.from({ length: level }, (_, above) => this.level(numId, above).form).some(
      (form) => form === "chinese" || form === "chinese-bracket",
    );
  }

  /** The number of the next paragraph of this list; to be asked for each of them in order. */
  next(numId: string, level: number): number {
    const together = propertyOf(this.#numbers.get(numId), "w:abstractNumId") ?? numId;
    const counts = this.#counts.get(together) ?? [];
    this.#counts.set(together, counts);
    const restarts = propertyOf(this.#override(numId, level), "w:startOverride") !== undefined;
    const key = `${numId}.${level}`;
    const isFirst = counts[level] === undefined || (restarts && !this.#begun.has(key));
    this.#begun.add(key);
    const number = isFirst ? this.level(numId, level).start : (counts[level] ?? 0) + 1;
    counts[level] = number;
    counts.length = level + 1;
    return number;
  }

  #override(numId: string, level: number): XmlElement | undefined {
    return childrenOf(this.#numbers.get(numId), "w:lvlOverride").find(
      ({ attributes }) => attributes["w:ilvl"] === String(level),
    );
  }

  #abstractLevel(numId: string, level: number): XmlElement | undefined {
    const abstract = this.#abstracts.get(propertyOf(this.#numbers.get(numId), "w:abstractNumId") ?? "");
    return childrenOf(abstract, "w:lvl").find(({ attributes }) => attributes["w:ilvl"] === String(level));
  }
}

/** With one number in it, its own, and letters beside it. */
function wordsOf(text: string, level: number): string | null {
  const numbers = text.match(/%\d/g) ?? [];
  const isOwn = numbers.length === 1 && numbers[0] === `%${level + 1}`;
  return isOwn && /\p{L}/u.test(text.replace(/%\d/, "")) ? text : null;
}

function numeralOf(number: number, type: ListLevel["type"], form: NumberForm | null): string {
  if (form === "chinese" || form === "chinese-bracket") return chineseNumeral(number);
  if (form === "circled") return circledNumeral(number) ?? String(number);
  return listNumber(type, number);
}

function formOf(format: string, text: string): NumberForm | null {
  const isBracketed = /[)）]/.test(text);
  if (CHINESE.has(format)) return isBracketed ? "chinese-bracket" : "chinese";
  if (format.startsWith("decimalEnclosedCircle")) return "circled";
  if (!format.startsWith("decimal")) return null;
  return isBracketed ? "digit-bracket" : "digit";
}
