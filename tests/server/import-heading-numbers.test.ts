/** Numbers in front of headings whose own words begin with a numeral. */
import { describe, expect, it } from "vitest";
import type { DocumentNode } from "@/core/document/schema";
import type { NumberingStyle } from "@/core/speech";
import { importPlainText } from "@/core/text/import/plain-text";
import { markdownOf } from "@/core/text/markdown";
import { readMarkdown } from "@/server/import/read-markdown";
import { outlineOf } from "../helpers/document-outline";
import { decided, item, level, linesOf, list } from "../helpers/imported-lines";
import { p } from "../helpers/word-file";

const markdown = (text: string) => readMarkdown(new TextEncoder().encode(text), "utf-8").document;

describe("headings that begin with a numeral", () => {
  it.each([
    "一、一季度经济运行情况",
    "二、二季度重点工作",
    "二、一把手负总责",
    "三、一批重大项目落地",
    "一、一级响应",
    "一、 二季度经济运行情况",
    "1. 5G网络建设",
    "2．　12345热线",
  ])("TX-150 a numeral that isn't higher, or that a blank sets off, is the heading's own: %s", (line) => {
    const [outline = ""] = outlineOf(importPlainText(line).document);
    expect(outline).toBe(`h${/^\d/.test(line) ? 3 : 1} ${line.replace(/^.[、．.][ 　]*/, "")}`);
  });

  it.each([
    "一、二级单位",
    "二、三批次",
    "一、二三线城市",
    "1. 5亿条数据",
    "3. 5个百分点",
    "3、 4月份",
    "1.5G网络",
  ])("TX-150 a higher one goes on counting, and digits that follow the mark do: %s", (line) => {
    expect(outlineOf(importPlainText(line).document)).toEqual([`paragraph ${line}`]);
  });

  it("TX-150 the number of a line that the file declares a heading isn't one of its words", () => {
    const lines = ["一、二季度经济运行情况", "二、三批项目落地", "三、工作要求"];
    const words = ["二季度经济运行情况", "三批项目落地", "工作要求"];
    const text = `# 讲话\n\n各位代表：\n\n${lines.map((line) => `## ${line}\n\n正文。\n`).join("\n")}`;
    const headings = outlineOf(markdown(text)).filter((line) => line.startsWith("h"));
    expect(headings).toEqual(words.map((each) => `h1 ${each}`));
    const styles =
      '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="n"><w:name w:val="Normal"/></w:style>';
    const headed = lines.map((line) => p(line, '<w:pStyle w:val="h"/>')).join("");
    expect(linesOf({ styles, body: headed })).toEqual(words.map((each) => `heading 1: ${each}`));
    // Word counts these itself.
    const counted = p("二、三产业融合", `<w:pStyle w:val="h"/>${item(1)}`);
    const numbering = list(1, level(0, "chineseCounting", "%1、"));
    expect(linesOf({ styles, numbering, body: counted })).toEqual(["heading 1: 二、三产业融合"]);
    const change =
      '<w:pPrChange w:id="1" w:author="甲" w:date="2026-03-01T09:00:00Z"><w:pPr><w:pStyle w:val="n"/></w:pPr></w:pPrChange>';
    expect(decided({ styles, body: p(lines[0] ?? "", `<w:pStyle w:val="h"/>${change}`) })).toEqual([
      ["一、二季度经济运行情况"],
      ["一、二季度经济运行情况"],
    ]);
  });

  it.each<NumberingStyle>(["nested", "flat"])(
    "IM-32 a heading that begins with a numeral comes back as it was from our own Markdown: %s",
    (style) => {
      const heading = (words: string, level: number, runIn = false): DocumentNode => ({
        type: "heading",
        attrs: { level, runIn },
        content: [{ type: "text", text: words }],
      });
      const content = [
        heading("一季度经济运行情况", 1),
        heading("5G网络建设", 2),
        heading("5G网络建设", 3),
        heading("12345热线要打得通。群众反映最多。", style === "flat" ? 2 : 3, true),
        heading("三、四线城市", 1),
        heading("四季度形势向好。要抓住机遇。", 1, true),
      ];
      const written = markdownOf({ type: "doc", content }, style);
      expect(outlineOf(markdown(written)), written).toEqual(outlineOf({ type: "doc", content }));
    },
  );
});
