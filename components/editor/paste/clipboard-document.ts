/**
 * What the clipboard holds, as blocks of a speech. The editor inserts the result; nothing of the
 * clipboard's HTML gets past this folder.
 */
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

const LINE_END = /[\n\r\v\f\u0085\u2028\u2029]/;

/** The speech, and the place in it, that a paste goes into. */
export interface PastePlace {
  readonly numberingStyle: NumberingStyle;
  /** Nothing stands above it, so what is pasted may begin with the speech's title. */
  readonly beginsSpeech?: boolean;
}

/** The clipboard as a document that is valid for documentSchema(), with what was renumbered. */
export function documentFromClipboard({
  html,
  text,
  numberingStyle,
  beginsSpeech = false,
}: ClipboardTexts & PastePlace): ImportedDocument {
  const blocks = html === "" ? [] : blocksOf(html);
  const place = { numberingStyle, beginsSpeech };
  // HTML without any text is a picture or a browser's wrapper around nothing.
  return blocks.length === 0 ? importPlainText(text, place) : classify(blocks, place);
}

/**
 * Whether the paste belongs into the line where the caret is: one line without structure. A whole
 * paragraph, which Word and browsers copy with its line end, is a block.
 */
export function isInlinePaste({ html, text }: ClipboardTexts): boolean {
  if (LINE_END.test(text)) return false;
  return html === "" ? text !== "" : onlyLine(blocksOf(html)) !== null;
}

/** The inline nodes of an inline paste; spaces at the ends stay, since words may stand around it. */
export function inlineFromClipboard({ html, text }: ClipboardTexts): DocumentNode[] {
  const line = html === "" ? null : onlyLine(blocksOf(html));
  return inlineContent(line === null ? [{ text: visibleText(text).replaceAll(/[\n\r]+/g, " ") }] : line.runs);
}

/** The browser's parser makes a document that runs no script and loads no picture. */
function blocksOf(html: string): readonly SourceBlock[] {
  return readHtml(new DOMParser().parseFromString(html, "text/html").body, html);
}

function onlyLine(blocks: readonly SourceBlock[]): Extract<SourceBlock, { kind: "line" }> | null {
  const [block] = blocks;
  const isOnlyLine = blocks.length === 1 && block?.kind === "line" && block.hint === undefined;
  return isOnlyLine ? block : null;
}
