/** What was struck, which the register holds as paragraphs of its own, as Word's deletions. */
import { childOf, type XmlElement } from "../package/xml-elements";
import { type OdtText, wordBlocks } from "./odt-blocks";
import { type OdtDeletion, OTHER_CHANGE } from "./odt-changes";
import { word } from "./word-markup";

export interface StruckLine {
  readonly properties: readonly XmlElement[];
  readonly content: readonly XmlElement[];
}

/** A line, or a table that is struck with all of its rows. */
export type StruckBlock =
  | ({ readonly kind: "line" } & StruckLine)
  | { readonly kind: "table"; readonly table: XmlElement };

/** Its paragraphs and tables in order; anything else among them can't be one again, and stays struck. */
export function struckBlocks(deletion: OdtDeletion, text: OdtText): StruckBlock[] {
  const { by, insertedBy, content } = deletion;
  const struck = (part: XmlElement) => {
    const gone = word("del", by, [part]);
    return insertedBy === null ? gone : word("ins", insertedBy, [gone]);
  };
  return text.changes
    .aside(() => wordBlocks(content, text))
    .map((block) => {
      if (block.name === "w:tbl") return { kind: "table", table: struckTable(block, struckEnd(deletion)) };
      if (block.name !== "w:p") return { kind: "line", properties: [], content: [OTHER_CHANGE] };
      return {
        kind: "line",
        properties: childrenBut(childOf(block, "w:pPr"), "w:rPr"),
        content: childrenBut(block, "w:pPr").map(struck),
      };
    });
}

/** `change`: what is said of each row. */
const struckTable = (table: XmlElement, change: readonly XmlElement[]): XmlElement => ({
  ...table,
  children: table.children.map((row) => {
    const properties = childOf(row, "w:trPr")?.children ?? [];
    const children = [word("trPr", {}, [...properties, ...change]), ...childrenBut(row, "w:trPr")];
    return row.name === "w:tr" ? { ...row, children } : row;
  }),
});

/** Of a paragraph's end that goes. */
export const struckEnd = ({ by, insertedBy }: OdtDeletion): XmlElement[] => [
  ...(insertedBy === null ? [] : [word("ins", insertedBy)]),
  word("del", by),
];

/** A paragraph; `end`: what happens to its mark. */
export const wordParagraph = ({ properties, content }: StruckLine, end: readonly XmlElement[]): XmlElement =>
  word("p", {}, [word("pPr", {}, [...properties, word("rPr", {}, end)]), ...content]);

const childrenBut = (element: XmlElement | undefined, but: string): XmlElement[] =>
  element?.children.filter(({ name }) => name !== but) ?? [];
