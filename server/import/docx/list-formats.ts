/** numbering.xml: what kind of list or heading a numbered paragraph is, and which number it has. */
import type { NumberForm } from "@/core/text/import/typed-number";
import { childOf, childrenOf, type XmlElement } from "../package/xml-elements";
import { formOf, isInWords, type ListType, listTypeOf, numeralOf } from "./number-formats";
import { propertyOf } from "./style-sheet";

export interface ListLevel {
  readonly isBullet: boolean;
  readonly type: ListType;
  /** The form of a heading's number that it looks like; null for bullets and letters. */
  readonly form: NumberForm | null;
  readonly start: number;
  /** A number in words, as 第%1， and %1是 are, is part of what is said. */
  readonly isInWords: boolean;
  /** The w:numFmt, and the w:lvlText with a %1 for each number in it. */
  readonly format: string;
  readonly text: string;
}

const BULLET: ListLevel = {
  isBullet: true,
  type: "1",
  form: null,
  start: 1,
  isInWords: false,
  format: "bullet",
  text: "",
};

/** Styles of lists that name each other would never end. */
const MOST_LINKS = 8;

export class ListFormats {
  readonly #numbers = new Map<string, XmlElement>();
  readonly #abstracts = new Map<string, XmlElement>();
  /** Numbers given so far, by what counts together and then by level. */
  readonly #counts = new Map<string, number[]>();
  /** Lists that have begun: their own start counts once. */
  readonly #begun = new Set<string>();

  readonly #listOfStyle: (style: string) => string | undefined;

  /** `listOfStyle`: the w:numId that a style of a list has in styles.xml. */
  constructor(root: XmlElement | undefined, listOfStyle: (style: string) => string | undefined) {
    this.#listOfStyle = listOfStyle;
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
    const found = this.#levelOf(numId, level);
    const format = propertyOf(found, "w:numFmt") ?? "bullet";
    if (format === "bullet" || format === "none") return BULLET;
    const start = Number(propertyOf(own, "w:startOverride") ?? propertyOf(found, "w:start") ?? 1);
    const text = propertyOf(found, "w:lvlText") ?? "";
    return {
      isBullet: false,
      type: listTypeOf(format),
      form: formOf(format, text),
      start: Number.isInteger(start) && start >= 0 ? start : 1,
      isInWords: isInWords(text, level),
      format,
      text,
    };
  }

  /**
   * What Word writes in front of the paragraph whose number `next` gave last, the numbers of the levels above
   * included: 第三， or 1.2; null for a bullet.
   */
  label(numId: string, level: number): string | null {
    const { isBullet, text } = this.level(numId, level);
    const counts = this.#counts.get(this.#together(numId)) ?? [];
    const written = text.replace(/%([1-9])/g, (_, digit: string) => {
      const { start, format } = this.level(numId, Number(digit) - 1);
      return numeralOf(counts[Number(digit) - 1] ?? start, format);
    });
    return isBullet || written.trim() === "" ? null : written.trim();
  }

  /** Whether a level above this one numbers 一、: then digits below are headings, not a list's. */
  isUnderChinese(numId: string, level: number): boolean {
    return Array.from({ length: level }, (_, above) => this.level(numId, above).form).some(
      (form) => form === "chinese" || form === "chinese-bracket",
    );
  }

  /** The number of the next paragraph of this list; to be asked for each of them in order. */
  next(numId: string, level: number): number {
    const together = this.#together(numId);
    const counts = this.#counts.get(together) ?? [];
    this.#counts.set(together, counts);
    const restarts = propertyOf(this.#override(numId, level), "w:startOverride") !== undefined;
    const key = `${numId}.${level}`;
    const isFirst = counts[level] === undefined || (restarts && !this.#begun.has(key));
    this.#begun.add(key);
    const number = isFirst ? this.level(numId, level).start : (counts[level] ?? 0) + 1;
    counts[level] = number;
    for (let below = level + 1; below < counts.length; below += 1) {
      if (this.#restarts(numId, { level: below, behind: level })) delete counts[below];
    }
    return number;
  }

  /** Twips from the margin to the text of the items of this level; null when the file doesn't say. */
  indent(numId: string, level: number): number | null {
    const found = this.#levelOf(numId, level);
    const { "w:left": left, "w:start": start } = childOf(found, "w:pPr", "w:ind")?.attributes ?? {};
    const twips = Number(left ?? start ?? Number.NaN);
    return Number.isFinite(twips) ? twips : null;
  }

  /** Whether `next` goes on counting what `numId` began, and doesn't begin anew. LibreOffice names a first item so. */
  goesOnIn(numId: string, next: string, level: number): boolean {
    const restarts = propertyOf(this.#override(next, level), "w:startOverride") !== undefined;
    const { isBullet } = this.level(next, level);
    return !isBullet && !restarts && this.#together(numId) === this.#together(next);
  }

  /** Whether a level counts anew behind a paragraph of one above it; `w:lvlRestart` names the lowest, 0 none. */
  #restarts(numId: string, { level, behind }: { readonly level: number; readonly behind: number }): boolean {
    const lowest = Number(propertyOf(this.#levelOf(numId, level), "w:lvlRestart") ?? level);
    return Number.isInteger(lowest) ? behind < lowest : true;
  }

  #levelOf(numId: string, level: number): XmlElement | undefined {
    return childOf(this.#override(numId, level), "w:lvl") ?? this.#abstractLevel(numId, level);
  }

  #together(numId: string): string {
    return this.#abstract(numId)?.attributes["w:abstractNumId"] ?? numId;
  }

  #override(numId: string, level: number): XmlElement | undefined {
    return childrenOf(this.#numbers.get(numId), "w:lvlOverride").find(
      ({ attributes }) => attributes["w:ilvl"] === String(level),
    );
  }

  #abstractLevel(numId: string, level: number): XmlElement | undefined {
    return childrenOf(this.#abstract(numId), "w:lvl").find(
      ({ attributes }) => attributes["w:ilvl"] === String(level),
    );
  }

  /** A list of a style has no levels of its own: those of the list that the style names are its. */
  #abstract(numId: string): XmlElement | undefined {
    let abstract: XmlElement | undefined;
    let next: string | undefined = numId;
    for (let step = 0; step < MOST_LINKS && next !== undefined; step += 1) {
      abstract = this.#abstracts.get(propertyOf(this.#numbers.get(next), "w:abstractNumId") ?? "");
      const style = propertyOf(abstract, "w:numStyleLink");
      if (style === undefined) return abstract;
      next = this.#listOfStyle(style);
      const named = [...this.#abstracts.values()].find((each) => propertyOf(each, "w:styleLink") === style);
      if (next === undefined) return named ?? abstract;
    }
    return abstract;
  }
}
