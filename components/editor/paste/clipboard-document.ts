/**
 * What the clipboard holds, as blocks of a speech. The editor inserts the result; nothing of the
 * clipboard's HTML gets past this folder.
 */
import { BLOCKS_AROUND_CELL, withShallowLists } from "@/core/document/nesting";
import { isLineName } from "@/core/document/node-names";
import type { DocumentNode } from "@/core/document/schema";
import type { NumberingStyle } from "@/core/speech";
import { readHtml } from "@/core/text/html/html-blocks";
import { classify, type ImportedDocument } from "@/core/text/import/classify";
import { importPlainText, visibleText } from "@/core/text/import/plain-text";
import { inlineContent, type SourceBlock } from "@/core/text/import/source";

export interface ClipboardTexts {
  /** text/html; empty when the clipboard has none. */
  readonly html: string;
  /** text/plain. */
  readonly text: string;
}

/** By ProseMirror, which says how deep both ends of what was copied are cut. */
const CUT_FROM_LINE = /\sdata-pm-slice=["']?1 1\b/;
const PICTURE = /<(?:img|v:imagedata)\b/i;
const LINE_END = /[\n\r\v\f\u0085\u2028\u2029]/;
const LAST_LINE_END = /\r?\n$/;

/** The speech, and the place in it, that a paste goes into. */
export interface PastePlace {
  readonly numberingStyle: NumberingStyle;
  /** Nothing stands above it, so what is pasted may begin with the speech's title. */
  readonly beginsSpeech?: boolean;
  /** It is in a list, quotation or cell. */
  readonly isInside?: boolean;
  /** It is a line of the speech in which nothing is written yet. */
  readonly isEmptyLine?: boolean;
}

/** The clipboard as a document that is valid for documentSchema(), with what was renumbered. */
export function documentFromClipboard({
  html,
  text,
  numberingStyle,
  beginsSpeech = false,
  isInside = false,
}: ClipboardTexts & PastePlace): ImportedDocument {
  const blocks = html === "" ? [] : blocksOf(html);
  const place = { numberingStyle, beginsSpeech, isInside };
  // HTML without any text is a picture or a browser's wrapper around nothing.
  const pasted = blocks.length === 0 ? importPlainText(text, place) : classify(blocks, place);
  // Only cells take lists as they are; what goes into an item or a quotation becomes lines.
  return { ...pasted, document: withShallowLists(pasted.document, isInside ? BLOCKS_AROUND_CELL : 0) };
}

/** Whether there is anything to put in: a file brings no text, and a picture at most the blanks around it. */
export function holdsText({ html, text }: ClipboardTexts): boolean {
  if (text.trim() !== "" || (html !== "" && blocksOf(html).length > 0)) return true;
  return text !== "" && !PICTURE.test(html);
}

/**
 * Whether the paste belongs into the line where the caret is: one line without structure, or words cut out of
 * one line of a speech. A whole paragraph, which Word and browsers copy with its line end, is a block; in an empty
 * line so is a heading or a greeting. Spreadsheets end even the text of a single cell as a line.
 */
export function isInlinePaste({ html, text }: ClipboardTexts, place?: PastePlace): boolean {
  if (html === "" ? text === "" : onlyLine(html) === null) return false;
  if (LINE_END.test(isOneCell(html) ? text.replace(LAST_LINE_END, "") : text)) return false;
  return !place?.isEmptyLine || !isMoreThanParagraph(documentFromClipboard({ html, text, ...place }));
}

function isMoreThanParagraph({ document: { content = [] } }: ImportedDocument): boolean {
  return content.some(({ type }) => type !== "paragraph" && isLineName(type));
}

/** The inline nodes of an inline paste; spaces at the ends stay, since words may stand around it. */
export function inlineFromClipboard({ html, text }: ClipboardTexts): readonly DocumentNode[] {
  const line = html === "" ? null : onlyLine(html);
  return line ?? inlineContent([{ text: visibleText(text).replaceAll(/[\n\r]+/g, " ") }]);
}

/** The browser's parser makes a document that runs no script and loads no picture. */
function bodyOf(html: string): HTMLElement {
  return new DOMParser().parseFromString(html, "text/html").body;
}

function blocksOf(html: string): readonly SourceBlock[] {
  return readHtml(bodyOf(html), html);
}

/** Whether all the words are those of the only cell. */
function isOneCell(html: string): boolean {
  if (!CELL.test(html)) return false;
  const body = bodyOf(html);
  const [cell, ...others] = body.querySelectorAll("td, th");
  return cell !== undefined && others.length === 0 && wordsOf(cell) === wordsOf(body);
}

const CELL = /<t[dh]\b/i;
const wordsOf = ({ textContent }: Element) => (textContent ?? "").trim();

/** The content of the only line that there is, or null. */
function onlyLine(html: string): readonly DocumentNode[] | null {
  const [block, ...others] = blocksOf(html);
  if (block === undefined || others.length > 0) return null;
  if (block.kind === "line") return block.hint === undefined ? inlineContent(block.runs) : null;
  const { type, content = [] } = block.node;
  return type === "paragraph" || (isLineName(type) && CUT_FROM_LINE.test(html)) ? content : null;
}
