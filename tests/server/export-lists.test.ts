/** How far in the items of lists stand, in the PDF as in the Word file. */
import { afterAll, expect, it } from "vitest";
import type { DocumentNode } from "@/core/document/schema";
import { paperPreset } from "@/core/paper/preset";
import { writeDocx } from "@/server/export/docx/write-docx";
import { createTypesetting } from "@/server/export/typesetting";
import { attribute, DocxReader } from "../helpers/docx-reader";
import { readPdf } from "../helpers/pdf-reader";

const typesetting = createTypesetting({ fontDir: undefined });
afterAll(() => typesetting.close());

const TWIPS_PER_POINT = 20;
const item = (words: string, ...within: DocumentNode[]): DocumentNode => ({
  type: "listItem",
  content: [{ type: "paragraph", content: [{ type: "text", text: words }] }, ...within],
});
const list = (type: "bulletList" | "orderedList", ...content: DocumentNode[]): DocumentNode => ({
  type,
  content,
});

it("EX-98 a list within a list begins under the other's text, as in the Word file", async () => {
  const document: DocumentNode = {
    type: "doc",
    content: [
      list("orderedList", item("甲", list("bulletList", item("乙", list("bulletList", item("丙")))))),
    ],
  };
  const paper = paperPreset("gbt9704");
  const shared = { document, names: new Map(), threads: [] } as const;
  const order = { paper, numberingStyle: "nested", title: "", madeAt: 0, watermark: null } as const;
  const { bytes } = await typesetting.pdf({ ...order, format: "pdf", content: { kind: "clean", ...shared } });
  const [page] = (await readPdf(bytes)).pages;
  const begins = (page?.lines ?? []).filter(({ text }) => /[甲乙丙]/.test(text)).map(({ x }) => x);
  expect(begins).toHaveLength(3);
  const file = new DocxReader(writeDocx({ ...order, ...shared, words: { deletedComment: "" } }));
  const levels = file.all("word/numbering.xml", "ind").slice(0, 3);
  for (const [level, indent] of levels.entries()) {
    const left = Number(attribute(indent, "left")) - Number(attribute(indent, "hanging"));
    const fromMargin = (begins[level] ?? 0) - (paper.margins.left * 72) / 25.4;
    // Word's characters are those of the type, the PDF's those of the grid.
    expect(Math.abs(fromMargin - left / TWIPS_PER_POINT)).toBeLessThan(4);
  }
});
