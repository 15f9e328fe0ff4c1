/** numbering.xml: bulleted and numbered lists. Each numbered list counts for itself. */
import type { DocumentNode } from "@/core/document/schema";
import { twips } from "./measures";
import { joined, type Xml, xml } from "./xml";

const BULLETS = 1;
const FIRST_OF_NUMBERED = 2;
const LEVELS = 9;
/** The highest number that Word's lists begin with: a file with a telephone number there can't be opened. */
const MOST_START = 32_767;
/** The formats of HTML's `type` on a numbered list. */
const FORMATS: Readonly<Record<string, string>> = {
  "1": "decimal",
  a: "lowerLetter",
  A: "upperLetter",
  i: "lowerRoman",
  I: "upperRoman",
};

interface NumberedList {
  readonly level: number;
  readonly start: number;
  readonly format: string;
  readonly cell: number | null;
}

export class Numbering {
  readonly #lists: NumberedList[] = [];
  /** Sizes of type in cells that hold lists, each with levels of its own. */
  readonly #cells: number[] = [];

  /**
   * The w:numId for a list that stands at this level of nesting, from 0. `cell`: points of the type in the cell that it
   * stands in; null for one of the text.
   */
  idFor(list: DocumentNode, level: number, cell: number | null): number {
    if (cell !== null && !this.#cells.includes(cell)) this.#cells.push(cell);
    if (list.type === "bulletList" && cell === null) return BULLETS;
    const { start, type } = list.attrs ?? {};
    const isBullet = list.type === "bulletList";
    this.#lists.push({
      level,
      start: typeof start === "number" && start >= 0 ? Math.min(MOST_START, Math.floor(start)) : 1,
      format: isBullet ? "bullet" : (FORMATS[String(type ?? "1")] ?? "decimal"),
      cell,
    });
    return FIRST_OF_NUMBERED + this.#lists.length - 1;
  }

  /** The part as a whole. `size`: points of the body's type, the width of an indent's character. */
  toXml(namespaces: Readonly<Record<string, string>>, size: number): Xml {
    const shapes = [null, ...this.#cells].map((cell) => ({ size: cell ?? size, isInCell: cell !== null }));
    const abstractOf = ({ cell, format }: Pick<NumberedList, "cell" | "format">) =>
      2 * (cell === null ? 0 : this.#cells.indexOf(cell) + 1) + (format === "bullet" ? 0 : 1);
    return xml(
      "w:numbering",
      namespaces,
      ...shapes.flatMap((shape, index) =>
        ["bullet", "decimal"].map((format, at) =>
          abstractXml(2 * index + at, (level) => levelXml({ level, start: 1, format, ...shape })),
        ),
      ),
      xml("w:num", { "w:numId": BULLETS }, xml("w:abstractNumId", { "w:val": 0 })),
      ...this.#lists.map(({ level, start, format, cell }, index) =>
        xml(
          "w:num",
          { "w:numId": FIRST_OF_NUMBERED + index },
          xml("w:abstractNumId", { "w:val": abstractOf({ cell, format }) }),
          format === "bullet"
            ? null
            : xml(
                "w:lvlOverride",
                { "w:ilvl": level },
                xml("w:startOverride", { "w:val": start }),
                levelXml({ level, start, format, size: cell ?? size, isInCell: cell !== null }),
              ),
        ),
      ),
    );
  }
}

function abstractXml(id: number, level: (level: number) => Xml): Xml {
  const levels = Array.from({ length: LEVELS }, (_, index) => level(index));
  return xml(
    "w:abstractNum",
    { "w:abstractNumId": id },
    xml("w:multiLevelType", { "w:val": "multilevel" }),
    joined(levels),
  );
}

interface Level {
  readonly level: number;
  readonly start: number;
  readonly format: string;
  readonly size: number;
  readonly isInCell: boolean;
}

/** Twips from the margin, or the cell's edge, to an item's text; `size`: points of its type. */
export function itemIndent(level: number, { size, isInCell }: Pick<Level, "size" | "isInCell">): number {
  // In the text the mark stands where a paragraph's first line begins, the text two characters further in.
  return twips(size) * ((isInCell ? 2 : 4) + 2 * level);
}

function levelXml({ level, start, format, size, isInCell }: Level): Xml {
  const left = itemIndent(level, { size, isInCell });
  return xml(
    "w:lvl",
    { "w:ilvl": level },
    xml("w:start", { "w:val": start }),
    xml("w:numFmt", { "w:val": format }),
    xml("w:lvlText", { "w:val": format === "bullet" ? "•" : `%${level + 1}.` }),
    xml("w:lvlJc", { "w:val": "left" }),
    xml("w:pPr", {}, xml("w:ind", { "w:left": left, "w:firstLineChars": 0, "w:hanging": twips(size) * 2 })),
  );
}
