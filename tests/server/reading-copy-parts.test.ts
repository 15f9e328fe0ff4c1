/** What the reading copy makes of lists, run-in headings, cues and other languages. */
import { afterAll, describe, expect, it } from "vitest";
import type { DocumentNode } from "@/core/document/schema";
import type { ReadingSize } from "@/core/paper/reading-copy";
import { nextWords } from "@/server/export/reading/next-words";
import { createTypesetting } from "../helpers/checked-exports";
import { DocxReader } from "../helpers/docx-reader";
import { pdfText, readPdf } from "../helpers/pdf-reader";

const typesetting = createTypesetting({ fontDir: undefined });
afterAll(() => typesetting.close());

async function make(content: readonly DocumentNode[], format: "pdf" | "docx", size: ReadingSize = 22) {
  const document = { type: "doc", content: [...content] };
  const order = { format, document, size, numberingStyle: "nested", title: "讲话", madeAt: 0 } as const;
  return (await typesetting.reading(order)).bytes;
}
const pagesOf = async (content: readonly DocumentNode[], size?: ReadingSize) =>
  (await readPdf(await make(content, "pdf", size))).pages.map(({ lines }) =>
    lines.map(({ text }) => text.replaceAll(/\s/g, "")),
  );

const paragraph = (words: string): DocumentNode => ({
  type: "paragraph",
  content: [{ type: "text", text: words }],
});
const list = (type: string, attrs: Record<string, unknown>, ...items: string[]): DocumentNode => ({
  type,
  attrs,
  content: items.map((words) => ({ type: "listItem", content: [paragraph(words)] })),
});
const cell = (...content: DocumentNode[]): DocumentNode => ({ type: "tableCell", content });

describe("a reading copy", { timeout: 120_000 }, () => {
  it("RC-17 has every word of a table's cells, their lists with their marks", async () => {
    const row: DocumentNode = {
      type: "tableRow",
      content: [
        cell(list("bulletList", {}, "点一", "点二")),
        cell(list("orderedList", { type: "a" }, "数一", "数二")),
        cell(paragraph("一段"), paragraph("二段")),
      ],
    };
    const content = [{ type: "table", content: [row] }, list("orderedList", { type: "i", start: 4 }, "罗马")];
    const words = pdfText(await readPdf(await make(content, "pdf")));
    expect(words.replaceAll(/\s/g, "")).toContain("•点一•点二a.数一b.数二一段二段iv.罗马");
    const file = new DocxReader(await make(content, "docx")).lines("accept").join("");
    expect(file.replaceAll(/\s/g, "")).toContain("•点一•点二a.数一b.数二一段二段");
  });

  it("RC-17 what a tab keeps apart stays apart", async () => {
    const words = pdfText(await readPdf(await make([paragraph("甲12\t34乙")], "pdf")));
    expect(words).toMatch(/甲12\s+34乙/);
  });

  it("RC-18 no lead sentence stands alone at a page's foot", async () => {
    for (let before = 1; before < 14; before += 1) {
      const heading: DocumentNode = {
        type: "heading",
        attrs: { level: 2, runIn: true },
        content: [
          { type: "text", text: "群众越来越急，老办法等不起了。后面是正文，说一说为什么。再说一句。" },
        ],
      };
      const pages = await pagesOf([
        ...Array.from({ length: before }, () => paragraph("短短一行。")),
        heading,
      ]);
      const page =
        pages.find((lines) =>
          lines.some((line) => line.includes("群众越来越急") && !line.startsWith("接：")),
        ) ?? [];
      expect(page.join(""), `${before} lines before`).toContain("后面是正文，说一说为什么。");
    }
  });

  it("RC-13 a long pause is one sign on one line", async () => {
    for (let before = 8; before < 24; before += 1) {
      const content: DocumentNode = {
        type: "paragraph",
        content: [
          { type: "text", text: "字".repeat(before) },
          { type: "cue", attrs: { kind: "long-pause" } },
          { type: "text", text: "讲下去。" },
        ],
      };
      const [lines = []] = await pagesOf([content]);
      expect(lines.filter((line) => line.includes("／")).map((line) => line.match(/／+/)?.[0])).toEqual([
        "／／",
      ]);
    }
  });

  it("RC-11 the foot has whole words, in the language of the text", async () => {
    const chinese = (words: string) => nextWords(words, true);
    expect(chinese("刚才工作人员把结果给了我。")).toBe("接：刚才工作人员把结果给……");
    expect(chinese("谢谢大家。")).toBe("接：谢谢大家。");
    expect(chinese("It is a great pleasure to be here.")).toBe("Next: It is a great pleasure…");
    expect(chinese("Thank you.")).toBe("Next: Thank you.");
    expect(chinese("a".repeat(60))).toBe(`Next: ${"a".repeat(24)}…`);
    // Neither half a number nor half a word; what is longer than the foot is cut all the same.
    expect(chinese("全市经济总量增长了12.6%，")).toBe("接：全市经济总量增长了……");
    expect(chinese("我们要做好DeepSeek的部署")).toBe("接：我们要做好……");
    expect(chinese("Windows-2026系统要升级")).toBe("接：Windows-2026……");
    expect(chinese(`${"a".repeat(60)}是`)).toBe(`接：${"a".repeat(10)}……`);
    // A row of figures has no language of its own.
    expect(chinese("12,345.60　12,345.61　12,345.62")).toBe("接：12,345.60……");
    expect(nextWords("12,345.60", false)).toBe("Next: 12,345.60");
    const speech = Array.from({ length: 12 }, (_, index) =>
      paragraph(`Paragraph ${index} says something that goes on for more than one line of the page.`),
    );
    const pages = await pagesOf(speech);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages[0]?.join(" ")).toMatch(/Next:Paragraph\d+/);
  });
});
