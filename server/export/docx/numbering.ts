/** numbering.xml: bulleted and numbered lists. Each numbered list counts for itself. */
import type { DocumentNode } from "@/core/document/schema";
import { twips } from "./measures";
import { joined, type Xml, xml } from "./xml";

const BULLETS = 1;
const FIRST_OF_NUMBERED = 2;
const LEVELS = 9;
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
}

export class Numbering {
  readonly #lists: NumberedList[] = [];

  /** The w:numId for a list that stands at this level of nesting, from 0. */
  idFor(list: DocumentNode, level: number): number {
    if (list.type === "bulletList") return BULLETS;
    const { start, type } = list.attrs ?? {};
    this.#lists.push({
      level,
      start: typeof start === "number" && start >= 0 ? Math.floor(start) : 1,
      format: FORMATS[String(type ?? "1")] ?? "decimal",
    });
    return FIRST_OF_NUMBERED + this.#lists.length - 1;
  }

  /** The part as a whole. `size`: points of the body's type, the width of an indent's character. */
  toXml(namespaces: Readonly<Record<string, string>>, size: number): Xml {
    const bullet = (level: number) => levelXml({ level, start: 1, format: "bullet", size });
    const decimal = (level: number) => levelXml({ level, start: 1, format: "decimal", size });
    return xml(
      "w:numbering",
      namespaces,
      abstractXml(0, bullet),
      abstractXml(1, decimal),
      xml("w:num", { "w:numId": BULLETS }, xml("w:abstractNumId", { "w:val": 0 })),
      ...this.#lists.map(({ level, start, format }, index) =>
        xml(
          "w:num",
          { "w:numId": FIRST_OF_NUMBERED + index },
          xml("w:abstractNumId", { "w:val": 1 }),
          xml(
            "w:lvlOverride",
            { "w:ilvl": level },
            xml("w:startOverride", { "w:val": start }),
            levelXml({ level, start, format, size }),
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
}

function levelXml({ level, start, format, size }: Level): Xml {
  // The mark stands where a paragraph's first line begins, the text two characters further in.
  const left = twips(size) * (4 + 2 * level);
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
