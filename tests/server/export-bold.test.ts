/** What is bold in a speech and in its layout, on paper. */
import { afterAll, expect, it } from "vitest";
import type { DocumentNode } from "@/core/document/schema";
import type { PaperStyle } from "@/core/paper/paper-style";
import { paperPreset } from "@/core/paper/preset";
import { bold, heading, paragraph } from "@/core/samples/blocks";
import { readDocx } from "@/server/import/docx/read-docx";
import { createTypesetting, writeDocx } from "../helpers/checked-exports";
import { expectValidDocx } from "../helpers/docx-checks";
import { attribute, child, DocxReader } from "../helpers/docx-reader";

const typesetting = createTypesetting({ fontDir: undefined });
afterAll(() => typesetting.close());

/** The faces that a PDF embeds, as `NotoSerifSC-Bold`; Typst leaves their names uncompressed. */
async function facesIn(paper: PaperStyle, ...blocks: DocumentNode[]): Promise<ReadonlySet<string>> {
  const document = { type: "doc", content: blocks };
  const { bytes } = await typesetting.pdf({
    format: "pdf",
    content: { kind: "clean", document, names: new Map(), threads: [] },
    paper,
    numberingStyle: "nested",
    title: "",
    madeAt: 0,
    watermark: null,
  });
  const names = Buffer.from(bytes)
    .toString("latin1")
    .matchAll(/BaseFont \/[A-Z]+\+([\w-]+)/g);
  return new Set([...names].map(([, name = ""]) => name));
}

it("EX-31 bold words are bold where the font has a bold face, Chinese and Latin, and no others are", async () => {
  const plain = await facesIn(paperPreset("gbt9704"), paragraph("今天开会，GDP"));
  expect([...plain].filter((name) => name.includes("Bold"))).toEqual([]);
  const some = await facesIn(paperPreset("gbt9704"), paragraph("今天", bold("只讲一件事，GDP"), "。AI"));
  expect([...some]).toEqual(expect.arrayContaining(["NotoSerifSC-Bold", "NotoSerifSC-Regular"]));
  expect([...some]).toEqual(expect.arrayContaining(["Tinos-Bold", "Tinos-Regular"]));
});

it("EX-31 headings that a layout makes bold are", async () => {
  const paper = paperPreset("gbt9704");
  const [first, second, , fourth] = paper.headings;
  const isBold = async (bolded: boolean) => {
    const headings: PaperStyle["headings"] = [first, second, { font: "body", bold: bolded }, fourth];
    return (await facesIn({ ...paper, headings }, heading(3, "抓落实"))).has("NotoSerifSC-Bold");
  };
  expect([await isBold(true), await isBold(false)]).toEqual([true, false]);
});

it("EX-31 what follows the lead sentence of such a heading is bold only where it is in the text, in Word too", async (context) => {
  const paper = paperPreset("gbt9704");
  const [first, , third, fourth] = paper.headings;
  const headings: PaperStyle["headings"] = [first, { font: "kai", bold: true }, third, fourth];
  const line = heading(2, "底数要清。全市有水库", bold("214座"), "。");
  const docx = writeDocx({
    document: { type: "doc", content: [line] },
    paper: { ...paper, headings },
    numberingStyle: "nested",
    title: "",
    names: new Map(),
    threads: [],
    madeAt: 0,
    watermark: null,
    words: { deletedComment: "" },
  });
  await expectValidDocx(context, docx);
  const runs = new DocxReader(docx).all("word/document.xml", "r").map((run) => {
    const weight = child(run, "rPr", "b");
    return [run.textContent, weight !== undefined && attribute(weight, "val") !== "0"];
  });
  expect(runs).toEqual([
    ["（一）", true],
    ["底数要清。", true],
    ["全市有水库", false],
    ["214座", true],
    ["。", false],
  ]);
  const plain = new DocxReader(docx)
    .all("word/document.xml", "r")
    .filter((run) => attribute(child(run, "rPr", "b"), "val") === "0");
  expect(plain.map(({ textContent }) => textContent)).toEqual(["全市有水库", "。"]);
  expect(readDocx(docx).document.content).toMatchObject([line]);
});
