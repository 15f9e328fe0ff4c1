/** A speech as Markdown, read back where it matters. */
import { describe, expect, it } from "vitest";
import type { DocumentNode } from "@/core/document/schema";
import { archivesSpeech } from "@/core/samples/archives-speech";
import { markdownOf } from "@/core/text/markdown";

const text = (words: string, ...marks: string[]): DocumentNode => ({
  type: "text",
  text: words,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
});
const block = (type: string, content: DocumentNode[], attrs?: Record<string, unknown>): DocumentNode => ({
  type,
  ...(attrs && { attrs }),
  content,
});
const markdown = (...content: DocumentNode[]) => markdownOf({ type: "doc", content }, "nested");

describe("a speech as Markdown", () => {
  it("EX-15 titles and headings are Markdown's, with their numbers; a run-in heading begins bold", () => {
    expect(
      markdown(
        block("title", [text("在会上的讲话")]),
        block("heading", [text("形势")], { level: 1, runIn: false }),
        block("heading", [text("夯实基础。要抓早。")], { level: 2, runIn: true }),
        block("paragraph", [text("正文")]),
      ),
    ).toBe("# 在会上的讲话\n\n## 一、形势\n\n**（一）夯实基础。** 要抓早。\n\n正文\n");
  });

  it("EX-15 bold, italic, line breaks, lists, quotations and tables have Markdown's form", () => {
    const item = (words: string) => block("listItem", [block("paragraph", [text(words)])]);
    const cell = (words: string) => block("tableCell", [block("paragraph", [text(words)])]);
    expect(
      markdown(
        block("paragraph", [
          text("要 ", "bold"),
          text("真抓", "bold", "italic"),
          { type: "hardBreak" },
          text("实干"),
        ]),
        block("orderedList", [item("甲"), item("乙")], { start: 3 }),
        block("quotation", [block("paragraph", [text("一")]), block("paragraph", [text("二")])]),
        block("table", [block("tableRow", [cell("指标"), cell("2026")]), block("tableRow", [cell("数")])]),
      ),
    ).toBe(
      "**要** ***真抓***\\\n实干\n\n3. 甲\n4. 乙\n\n> 一\n>\n> 二\n\n| 指标 | 2026 |\n| --- | --- |\n| 数 |  |\n",
    );
  });

  it("EX-15 what Markdown would take for a sign stays a character", () => {
    expect(markdown(block("paragraph", [text("2*3_4 <b> [x] a|b")]))).toBe(
      "2\\*3\\_4 \\<b\\> \\[x\\] a\\|b\n",
    );
    for (const [line, kept] of [
      ["# 号", "\\# 号"],
      ["- 项", "\\- 项"],
      ["1. 点", "1\\. 点"],
    ]) {
      expect(markdown(block("paragraph", [text(line ?? "")]))).toBe(`${kept}\n`);
    }
  });

  it("EX-15 the sample keeps every heading and all its words", () => {
    const written = markdownOf(archivesSpeech.document, "nested");
    expect(written).toContain("## 一、看清形势，把为什么干想明白");
    expect(written).toContain("**（一）家底越来越厚，老办法管不住了。**");
  });
});
