/** The blocks of a text, a cell or a box of an .odt as Word's, in their order. */
import type { XmlElement } from "../package/xml-elements";
import type { OdtChanges } from "./odt-changes";
import { struckBlocks, struckEnd, wordParagraph } from "./odt-deletions";
import { drawing } from "./odt-drawings";
import { wordLines } from "./odt-line";
import { type OdtList, wordList } from "./odt-list";
import type { OdtLists } from "./odt-lists";
import type { OdtRemarks } from "./odt-remarks";
import type { OdtStyles } from "./odt-styles";
import { wordTable } from "./odt-table";
import { property, word, wordsOf, wordText } from "./word-markup";

/** What is known while the text of one .odt is read. */
export interface OdtText {
  readonly styles: OdtStyles;
  readonly lists: OdtLists;
  readonly changes: OdtChanges;
  readonly remarks: OdtRemarks;
}

/** Where a block stands. */
export interface Place {
  readonly isHidden: boolean;
  /** For paragraphs of lists: what that makes of each; `styleList`: the list that its style names. */
  readonly item: ((styleList: string | undefined) => readonly XmlElement[]) | null;
  /** The list whose item it stands in. */
  readonly list: OdtList | null;
}

const TEXT_PLACE: Place = { isHidden: false, item: null, list: null };
const INDEX =
  /^text:(?:table-of-content|illustration-index|table-index|object-index|user-index|alphabetical-index|bibliography)$/;
/** What isn't text by itself. */
const SETTINGS = /^(?:office:forms|text:.*-decls|text:tracked-changes|text:soft-page-break|#text)$/;

export function wordBlocks(
  elements: readonly XmlElement[],
  text: OdtText,
  place: Place = TEXT_PLACE,
): XmlElement[] {
  return elements.flatMap((element) => wordBlock(element, text, place));
}

export function wordBlock(element: XmlElement, text: OdtText, place: Place): XmlElement[] {
  const { name, attributes, children } = element;
  if (name === "text:p" || name === "text:h") return wordLines(element, place, text);
  if (name === "text:list") return wordList(element, text, place);
  if (name === "table:table") return [wordTable(element, place, text)];
  if (INDEX.test(name)) return [indexOf(wordBlocks(children, text, place))];
  if (name.startsWith("draw:")) return [word("p", {}, [word("r", {}, [drawing(element, text)])])];
  if (name.startsWith("text:change")) return readChange(element, text);
  if (SETTINGS.test(name)) return [];
  const isHidden = place.isHidden || attributes["text:display"] === "none";
  if (name.startsWith("text:")) return wordBlocks(children, text, { ...place, isHidden });
  const words = wordsOf(element);
  return words.trim() === "" ? [] : [{ ...word(""), name, children: [wordText(words)] }];
}

/** Marks between paragraphs: what begins here reaches to a mark in or between others. */
function readChange({ name, attributes }: XmlElement, text: OdtText): XmlElement[] {
  const id = attributes["text:change-id"] ?? "";
  if (name === "text:change-start") text.changes.begin(id);
  if (name === "text:change-end") text.changes.end(id);
  const deletion = name === "text:change" ? text.changes.deletion(id) : null;
  if (deletion === null) return [];
  return struckBlocks(deletion, text).map((block) =>
    block.kind === "table" ? block.table : wordParagraph(block, struckEnd(deletion)),
  );
}

const indexOf = (lines: readonly XmlElement[]): XmlElement =>
  word("sdt", {}, [
    word("sdtPr", {}, [word("docPartObj", {}, [property("docPartGallery", "Table of Contents")])]),
    word("sdtContent", {}, lines),
  ]);
