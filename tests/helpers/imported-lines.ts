/** What a .docx of a test's own making becomes, line by line; and markup of numbered paragraphs and fields. */
import { type DocumentNode, documentSchema } from "@/core/document/schema";
import { acceptAll, rejectAll } from "@/core/review/settle";
import { documentText } from "@/core/text/document-text";
import { readDocx } from "@/server/import/docx/read-docx";
import { r, type WordFile, wordFile } from "./word-file";

export const importWord = (file: WordFile) => readDocx(wordFile(file));

/** Kind of each block, with a heading's level, and its text. */
export const linesOf = (file: WordFile): string[] =>
  (importWord(file).document.content ?? []).map(({ type, attrs, content = [] }) => {
    const level = type === "heading" ? ` ${attrs?.level}${attrs?.runIn === true ? " run-in" : ""}` : "";
    return `${type}${level}: ${content.map(({ text }) => text ?? "⏎").join("")}`;
  });

/** As it is printed, with the numbers that are derived. */
export const printed = (file: WordFile): string[] => {
  const { document, numberingStyle } = importWord(file);
  return documentText(document, numberingStyle).split("\n");
};

/** As it is printed with all suggestions accepted, and with all rejected. */
export const decided = (file: WordFile): string[][] => {
  const { document, numberingStyle } = importWord(file);
  const doc = documentSchema().nodeFromJSON(document);
  return [acceptAll(doc), rejectAll(doc)].map((node) =>
    documentText(node.toJSON(), numberingStyle).split("\n"),
  );
};

/** Kind of each finding and how often it was met. */
export const findings = (file: WordFile): string[] =>
  importWord(file).findings.map(({ kind, count }) => `${kind} ${count}`);

/** The text of each cell of the first block, a table, row by row. */
export const cellsOf = (file: WordFile): string[][] =>
  (importWord(file).document.content?.[0]?.content ?? []).map(({ content = [] }) => content.map(textOf));

const textOf = ({ text = "", content = [] }: DocumentNode): string => text + content.map(textOf).join("");

/** The properties of a paragraph that a list numbers. */
export const item = (numId: number, level = 0): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`;

export const level = (at: number, format: string, text: string, start = 1): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;

export const list = (id: number, ...levels: string[]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join("")}</w:abstractNum><w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`;

const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;

export const BEGIN = mark("begin");
export const SEPARATE = mark("separate");
export const END = mark("end");

/** A part of a field's code. */
export const code = (text: string): string => `<w:r><w:instrText>${text}</w:instrText></w:r>`;

/** A complex field; without `result` it shows what its code says. */
export const field = (text: string, result?: string): string =>
  `${BEGIN}${code(text)}${result === undefined ? "" : SEPARATE + r(result)}${END}`;
