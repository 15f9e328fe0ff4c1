/** Bold words in headings that a layout makes bold: the text's stays apart from the style's. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { expect, it } from "vitest";
import type { DocumentNode } from "@/core/document/schema";
import { BREAK } from "@/core/document/suggestion-marks";
import { newId } from "@/core/new-id";
import type { PaperStyle } from "@/core/paper/paper-style";
import { paperPreset } from "@/core/paper/preset";
import { bold, heading } from "@/core/samples/blocks";
import { readDocx } from "@/server/import/docx/read-docx";
import { writeDocx } from "../helpers/checked-exports";

const STANDARD = paperPreset("gbt9704");
const PERSON = newId();
const [FIRST, SECOND, ...OTHERS] = STANDARD.headings;
const PAPER: PaperStyle = {
  ...STANDARD,
  headings: [{ ...FIRST, bold: true }, { ...SECOND, bold: true }, ...OTHERS],
};

const written = (line: DocumentNode, paper = PAPER) =>
  writeDocx({
    document: { type: "doc", content: [line] },
    paper,
    numberingStyle: "nested",
    title: "",
    names: new Map([[PERSON, "甲"]]),
    threads: [],
    madeAt: 0,
    watermark: null,
    words: { deletedComment: "" },
  });

/** Every stretch of text, and whether it is bold by itself. */
const stretches = ({ content }: DocumentNode) =>
  (content ?? []).map(({ text, marks }) => [text, marks?.some(({ type }) => type === "bold") === true]);
const readBack = (docx: Uint8Array) => readDocx(docx).document.content?.flatMap(stretches);

const proposedBreak = (begins: string): DocumentNode => ({
  type: "text",
  text: BREAK,
  marks: [{ type: "insertion", attrs: { id: newId(), person: PERSON, at: 0, begins } }],
});

it("IM-10 the whole body of a bold run-in heading comes back bold where somebody made it so, and plain where not", () => {
  const bolded = heading(2, "底数要清。", bold("全市有水库214座，逐一查清。"));
  expect(readBack(written(bolded))).toEqual(stretches(bolded));
  const plain = heading(2, "底数要清。全市有水库214座，逐一查清。");
  expect(readBack(written(plain))).toEqual(stretches(plain));
  expect(readBack(written(bolded, STANDARD))).toEqual(stretches(bolded));
});

it("IM-10 what nothing but the heading's style makes bold in its body comes plain", () => {
  const plain = heading(2, "底数要清。全市有水库214座，逐一查清。");
  const parts = unzipSync(written(plain));
  const text = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
  const unsaid = text.replaceAll(/<w:b(?:Cs)? w:val="0"\/>/g, "");
  expect(unsaid).not.toBe(text);
  expect(readBack(zipSync({ ...parts, "word/document.xml": strToU8(unsaid) }))).toEqual(stretches(plain));
});

it.each([heading(1, "认清形势"), heading(2, "底数要清。全市有水库214座。")])(
  "IM-10 bold words behind a break that is proposed in a bold heading come back bold",
  (before) => {
    const line = {
      ...before,
      content: [
        ...(before.content ?? []),
        proposedBreak("paragraph"),
        ...(heading(3, "责任", bold("到人"), "。", bold("限期"), "办结。").content ?? []),
      ],
    };
    expect(readBack(written(line))).toEqual(stretches(line));
  },
);

it("IM-10 a heading that would begin behind such a break has its own style's bold, and its body none", () => {
  const line = {
    ...heading(3, "抓落实"),
    content: [
      ...(heading(3, "抓落实").content ?? []),
      proposedBreak("heading:2:run-in"),
      ...(heading(2, "责任到人。", bold("限期"), "办结。").content ?? []),
    ],
  };
  expect(readBack(written(line))).toEqual(stretches(line));
});
