/** What stands at the foot of a page and at the top of the next one. */
import { afterAll, expect, it } from "vitest";
import type { DocumentNode } from "@/core/document/schema";
import { paperPreset } from "@/core/paper/preset";
import { createTypesetting } from "../helpers/checked-exports";
import { readPdf } from "../helpers/pdf-reader";

const typesetting = createTypesetting({ fontDir: undefined });
afterAll(() => typesetting.close());

const line = (type: string, words: string): DocumentNode => ({
  type,
  content: [{ type: "text", text: words }],
});
const row = (type: string, ...words: string[]): DocumentNode => ({
  type: "tableRow",
  content: words.map((one) => ({ type, content: [line("paragraph", one)] })),
});

/** The lines of each page, without its number; what is proposed is shown. */
async function pagesOf(...content: DocumentNode[]): Promise<string[][]> {
  const order = {
    format: "pdf",
    paper: paperPreset("gbt9704"),
    numberingStyle: "nested",
    title: "",
  } as const;
  const document = { type: "doc", content };
  const { bytes } = await typesetting.pdf({
    ...order,
    content: { kind: "marked", document, names: new Map(), threads: [] },
    madeAt: 0,
    watermark: null,
  });
  const { pages } = await readPdf(bytes);
  return pages.map(({ lines }) =>
    lines.map(({ text }) => text).filter((text) => text !== "" && !/^— \d+ —$/.test(text)),
  );
}

it("EX-96 a table's head comes again on each page, and one of more than a third of a page goes on over it", async () => {
  const body = Array.from({ length: 80 }, (_, index) => row("tableCell", `格${index}`, "内容"));
  const long = await pagesOf({ type: "table", content: [row("tableHeader", "甲", "乙"), ...body] });
  expect(long.length).toBeGreaterThan(2);
  for (const [first] of long) expect(first).toContain("甲");
  for (const count of [300, 500, 700, 2100]) {
    const head = row("tableHeader", "首".repeat(count), "乙");
    const table = { type: "table", content: [head, row("tableCell", "尾丙", "尾丁")] };
    const words = (await pagesOf(line("paragraph", "前"), table, line("paragraph", "表后"))).flat().join("");
    expect(words.match(/首/g), String(count)).toHaveLength(count);
    expect(words).toMatch(/尾丙.*尾丁.*表后/);
  }
});

it("EX-86 a later part's title stays on a page with its name, date and text, also where it is proposed", async () => {
  for (const inserted of [null, `${"s".repeat(20)}.${"p".repeat(20)}.0`]) {
    for (let before = 16; before < 24; before += 1) {
      const pages = await pagesOf(
        ...Array.from({ length: before }, (_, index) => line("paragraph", `第${index}行`)),
        { ...line("title", "第二部分的题目"), attrs: { inserted } },
        line("byline", "周文清"),
        line("dateLine", "（2026年11月28日）"),
        line("salutation", "同志们："),
        line("paragraph", "正文。".repeat(30)),
      );
      const page = pages.find((lines) => lines.includes("第二部分的题目")) ?? [];
      expect(page.join(" "), `${before}`).toMatch(/题目 周文清 （2026年11月28日） 同志们： 正文。/);
    }
  }
});
