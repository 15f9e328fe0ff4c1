/** What was struck, which the register holds as paragraphs of its own, as Word's deletions. */
import { childOf, type XmlElement } from "../package/xml-elements";
import { type OdtText, wordBlocks } from "./odt-blocks";
import { type OdtDeletion, OTHER_CHANGE } from "./odt-changes";
import { word } from "./word-markup";

export interface StruckLine {
  readonly properties: readonly XmlElement[];
  readonly content: readonly XmlElement[];
}

/** Its paragraphs in order; a table among them can't be one again, and stays struck. */
export function struckLines(deletion: OdtDeletion, text: OdtText): StruckLine[] {
  const { by, insertedBy, content } = deletion;
  const struck = (part: XmlElement) => {
    const gone = word("del", by, [part]);
    return insertedBy === null ? gone : word("ins", insertedBy, [gone]);
  };
  return text.changes
    .aside(() => wordBlocks(content, text))
    .map((block) =>
      block.name === "w:p"
        ? {
            properties: childrenBut(childOf(block, "w:pPr"), "w:rPr"),
            content: childrenBut(block, "w:pPr").map(struck),
          }
        : { properties: [], content: [OTHER_CHANGE] },
    );
}

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
