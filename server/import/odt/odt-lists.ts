/** Styles of lists (ISO/IEC 26300-1, 16.30) as Word's numbering, where each list of the text has a number of its own. */
import { childOf, childrenOf, type XmlElement } from "../package/xml-elements";
import { property, word } from "./word-markup";

/** The style that counts headings beside all lists. */
const OUTLINE = "outline";
const LEVELS = 10;
/** style:num-format, by its beginning where a list of signs is given, and the w:numFmt. */
const FORMATS: Readonly<Record<string, string>> = {
  "1": "decimal",
  a: "lowerLetter",
  A: "upperLetter",
  i: "lowerRoman",
  I: "upperRoman",
  一: "chineseCounting",
  壹: "chineseLegalSimplified",
  壱: "chineseLegalSimplified",
  甲: "ideographTraditional",
  子: "ideographZodiac",
  "①": "decimalEnclosedCircle",
};

export interface ListStart {
  /** The list whose numbers go on. */
  readonly goesOn: string | null;
  /** What its first item has, at that level; null for what the style says. */
  readonly start: { readonly level: number; readonly number: number } | null;
}

export class OdtLists {
  readonly #styles = new Map<string, XmlElement>();
  readonly #begun: XmlElement[] = [];
  readonly #lastOfStyle = new Map<string, string>();
  readonly #byId = new Map<string, string>();

  /** `content`, `styles`: the roots of content.xml and styles.xml. */
  constructor(content: XmlElement, styles: XmlElement | undefined) {
    const [named, automatic] = [
      childOf(styles, "office:styles"),
      childOf(content, "office:automatic-styles"),
    ];
    for (const style of [named, automatic].flatMap((each) => childrenOf(each, "text:list-style"))) {
      this.#styles.set(style.attributes["style:name"] ?? "", style);
    }
    const outline = childOf(named, "text:outline-style");
    if (outline !== undefined) this.#styles.set(OUTLINE, outline);
  }

  /** The number by which Word knows a list that begins, or goes on, in the text. */
  begin(style: string, { goesOn, start }: ListStart): string {
    if (goesOn !== null && start === null) return goesOn;
    const numId = String(this.#begun.length + 1);
    const overrides = Array.from({ length: LEVELS }, (_, level) => {
      if (goesOn !== null && start?.level !== level) return [];
      const number = start?.level === level ? start.number : startOf(this.#level(style, level));
      return [word("lvlOverride", { "w:ilvl": String(level) }, [property("startOverride", number)])];
    });
    const parts = [property("abstractNumId", style), ...overrides.flat()];
    this.#begun.push(word("num", { "w:numId": numId }, parts));
    this.#lastOfStyle.set(style, numId);
    return numId;
  }

  /** Gives the list in the text a name, by which another goes on with its numbers. */
  name(id: string, numId: string): void {
    this.#byId.set(id, numId);
  }

  named(id: string): string | null {
    return this.#byId.get(id) ?? null;
  }

  /** The list of this style that began last. */
  lastOf(style: string): string | null {
    return this.#lastOfStyle.get(style) ?? null;
  }

  /** The list that counts headings of this level, from 0; null where they have no numbers. */
  ofHeading(level: number): string | null {
    const format = this.#level(OUTLINE, level)?.attributes["style:num-format"] ?? "";
    if (format === "") return null;
    return this.lastOf(OUTLINE) ?? this.begin(OUTLINE, { goesOn: null, start: null });
  }

  /** numbering.xml as Word has it. */
  get root(): XmlElement {
    const styles = [...this.#styles].map(([name, style]) =>
      word("abstractNum", { "w:abstractNumId": name }, style.children.flatMap(levelOf)),
    );
    return word("numbering", {}, [...styles, ...this.#begun]);
  }

  #level(style: string, level: number): XmlElement | undefined {
    return this.#styles
      .get(style)
      ?.children.find(({ attributes }) => attributes["text:level"] === String(level + 1));
  }
}

const startOf = (level: XmlElement | undefined): number => {
  const start = Number(level?.attributes["text:start-value"] ?? 1);
  return Number.isInteger(start) && start >= 0 ? start : 1;
};

function levelOf(element: XmlElement): XmlElement[] {
  const level = Number(element.attributes["text:level"]);
  if (!Number.isInteger(level) || level < 1 || level > LEVELS) return [];
  const isNumber = !/-(?:bullet|image)$/.test(element.name);
  const format = element.attributes["style:num-format"] ?? "";
  return [
    word("lvl", { "w:ilvl": String(level - 1) }, [
      property("start", startOf(element)),
      property(
        "numFmt",
        isNumber ? (FORMATS[format.charAt(0)] ?? (format === "" ? "none" : "decimal")) : "bullet",
      ),
      property("lvlText", isNumber ? textOf(element, level) : ""),
    ]),
  ];
}

/** With a %1 for each number in it. */
function textOf({ attributes }: XmlElement, level: number): string {
  const given = attributes["loext:num-list-format"];
  if (given !== undefined) return given.replace(/%(\d+)%/g, "%$1");
  const shown = Math.min(level, Math.max(1, Number(attributes["text:display-levels"] ?? 1) || 1));
  const numbers = Array.from({ length: shown }, (_, index) => `%${level - shown + index + 1}`);
  return `${attributes["style:num-prefix"] ?? ""}${numbers.join(".")}${attributes["style:num-suffix"] ?? ""}`;
}
