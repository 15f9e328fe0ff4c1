/** Lines with proposed words keep the pitch of the paper, wherever they stand. */
import { afterAll, expect, it } from "vitest";
import type { DocumentNode } from "@/core/document/schema";
import { paperPreset } from "@/core/paper/preset";
import { createTypesetting } from "../helpers/checked-exports";
import { readPdf } from "../helpers/pdf-reader";

const typesetting = createTypesetting({ fontDir: undefined });
afterAll(() => typesetting.close());

const PROPOSED = { id: "suggestion".padEnd(20, "0"), person: "checker".padEnd(20, "0"), at: 0 };

/** Four lines, of which all but the second have something proposed in them. */
const lines = (isProposed: boolean): DocumentNode[] =>
  ["甲", "乙", "丙", "丁"].map((words) => ({
    type: "paragraph",
    content: [
      { type: "text", text: words },
      {
        type: "text",
        text: "新字",
        ...(isProposed && words !== "乙" && { marks: [{ type: "insertion", attrs: PROPOSED }] }),
      },
    ],
  }));

async function heights(blocks: readonly DocumentNode[]): Promise<number[]> {
  const { bytes } = await typesetting.pdf({
    format: "pdf",
    content: {
      kind: "marked",
      document: { type: "doc", content: blocks },
      names: new Map([[PROPOSED.person, "赵核稿"]]),
      threads: [],
    },
    paper: paperPreset("gbt9704"),
    numberingStyle: "nested",
    title: "",
    madeAt: 0,
    watermark: null,
  });
  const [page] = (await readPdf(bytes)).pages;
  return (page?.lines ?? []).filter(({ text }) => text.includes("新字")).map(({ y }) => Math.round(y));
}

it.each<[string, (inner: DocumentNode[]) => DocumentNode]>([
  ["quotation", (content) => ({ type: "quotation", content })],
  ["bulletList", (content) => ({ type: "bulletList", content: [{ type: "listItem", content }] })],
  [
    "table",
    (content) => ({
      type: "table",
      content: [{ type: "tableRow", content: [{ type: "tableCell", content }] }],
    }),
  ],
])("EX-33 lines with proposed words stand as close in a %s as others", async (_, within) => {
  const plain = await heights([within(lines(false))]);
  expect(plain).toHaveLength(4);
  expect(await heights([within(lines(true))])).toEqual(plain);
});
