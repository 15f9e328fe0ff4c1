/** Words of a Markdown file that CommonMark, or what reads it, takes for something else. */
import { expect, it } from "vitest";
import type { DocumentNode } from "@/core/document/schema";
import { nodeText } from "@/core/text/count";
import { documentText } from "@/core/text/document-text";
import { markdownOf } from "@/core/text/markdown";
import { readMarkdown } from "@/server/import/read-markdown";
import { outlineOf } from "../helpers/document-outline";

const read = (text: string) => readMarkdown(new TextEncoder().encode(text), "utf-8");
const words = (text: string) => nodeText(read(text).document);
const kinds = (text: string) => read(text).findings.map(({ kind }) => kind);

it("IM-32 a range written with one ~ keeps it; what two strike out is told", () => {
  expect(words("预计3~5天完成，10~20人参加。")).toBe("预计3~5天完成，10~20人参加。");
  expect(kinds("预计3~5天完成，10~20人参加。")).toEqual([]);
  expect(words("预计3~5天，10~20人，水深<u>10</u>米。")).toBe("预计3~5天，10~20人，水深10米。");
  expect(words("已~~不~~办。")).toBe("已不办。");
  expect(kinds("已~~不~~办。")).toEqual(["formatting"]);
});

it("IM-32 what is told of words that go on in the next line shows a blank there", () => {
  const told = (text: string) => read(text).findings.flatMap(({ where }) => where);
  expect(told("<u>甲</u>[乙\n丙](http://a)丁")).toEqual(["甲", "乙 丙"]);
  expect(told("<u>甲  \n乙</u>")).toEqual(["甲 乙"]);
});

it("IM-32 signs between digits multiply, others emphasize", () => {
  const outline = (text: string) => outlineOf(read(text).document);
  for (const line of [
    "规格3*4*5米。",
    "规格3*4，数量5*6箱。",
    "2**3**4=4096。",
    "规格**3*4*5米**<u>整</u>。",
  ]) {
    expect(words(line)).toBe(line.replace(/^规格\*\*(.*)\*\*<u>(.)<\/u>/, "规格$1$2"));
  }
  expect(outline("要*抓紧5*项，**20**个，3*甲*4。")).toEqual([
    "paragraph 要__抓紧5__项，**20**个，3__甲__4。",
  ]);
  const content = [
    { type: "text", text: "3" },
    { type: "text", text: "4", marks: [{ type: "italic" }] },
    { type: "text", text: "5" },
  ];
  const written = markdownOf({ type: "doc", content: [{ type: "paragraph", content }] }, "nested");
  expect(outline(written)).toEqual(["paragraph 3__4__5"]);
});

it("IM-32 a note in square brackets stays words, the target of a link isn't text", () => {
  expect(words("正文。\n\n[附注]: 以上数据为快报数\n")).toContain("[附注]: 以上数据为快报数");
  expect(words("见[附件][1]。\n\n[1]: https://example.org/a\n")).toBe("见附件。");
  expect(words("见[附件][1]。\n\n[1]: files/a.docx\n")).toBe("见附件。");
});

it("IM-32 what programs write above the text for themselves is left out, and told", () => {
  const file = "---\ntitle: 讲话\ntags:\n  - 会议\n---\n# 在会议上的讲话\n\n同志们：\n";
  expect(words(file)).toBe("在会议上的讲话\n同志们：");
  expect(read(file).findings).toMatchObject([{ kind: "other", where: ["title: 讲话"] }]);
  expect(words("---\n\n正文。\n")).toBe("正文。");
});

it("IM-32 addresses with signs of Markdown, and breaks at a paragraph's end, come back as they were", () => {
  const texts = [
    "见 http://a.cn/x_y_z 和 https://a.cn/~user/[1] 。",
    "见https://a.cn/x_y，并见www.a.cn/~b*c*，写信到 a_b_c@d.cn。",
    "见 http://a.cn/plain 即可。",
  ];
  for (const text of texts) {
    const document: DocumentNode = {
      type: "doc",
      content: [{ type: "paragraph", content: [{ type: "text", text }] }],
    };
    const written = markdownOf(document, "nested");
    expect(words(written), written).toBe(text);
  }
  const broken: DocumentNode = {
    type: "doc",
    content: [{ type: "paragraph", content: [{ type: "text", text: "乙" }, { type: "hardBreak" }] }],
  };
  expect(words(markdownOf(broken, "nested"))).not.toContain("\\");
});

it("IM-78 items of a numbered list keep the numbers that the file gives them", () => {
  const printed = (text: string) => documentText(read(text).document, "nested");
  expect(printed("1949. 新中国成立。\n1978. 改革开放。\n1979. 设立特区。")).toBe(
    "1949. 新中国成立。\n1978. 改革开放。\n1979. 设立特区。",
  );
  expect(printed("1. 甲\n   1) 子\n   7) 丑\n3. 丙\n\n2. 乙")).toBe(
    "1. 甲\n   1. 子\n   7. 丑\n3. 丙\n2. 乙",
  );
  // Written so, they are left to be counted.
  expect(printed("1. 甲\n1. 乙\n1. 丙")).toBe("1. 甲\n2. 乙\n3. 丙");
});

it("IM-79 a line with a number is a paragraph below another, a line that was broken for its width isn't", () => {
  const outline = (text: string) => outlineOf(read(text).document);
  expect(
    outline("工作安排\n一、甲方面\n去年进展很快。\n二、乙方面\n（一）丙。讲丙。\n**1．丁**\n2．戊"),
  ).toEqual([
    "paragraph 工作安排",
    "h1 甲方面",
    "paragraph 去年进展很快。",
    "h1 乙方面",
    "h2r 丙。讲丙。",
    "h3 丁",
    "h3 戊",
  ]);
  expect(outline("一、甲  \n二、<u>乙</u>  \n三、丙\\\n四、丁")).toEqual(["h1 甲", "h1 乙", "h1 丙⏎四、丁"]);
  const wrapped = [
    "按照今年全省经济工作会议精神和市委全会部署，要认真落实方案第",
    "（三）项规定，统筹做好调整结构、改善民生、防范风险等各方面工作，",
    "1.5亿元以上项目，以及",
    "GDP and",
    "CPI 的统计，今年投入的资金总额达到人民币",
    "14. 3亿元。",
  ];
  expect(outline(wrapped.join("\n"))).toEqual([
    `paragraph ${wrapped[0]}${wrapped[1]} ${wrapped.slice(2).join(" ")}`,
  ]);
});

it("IM-80 a task of a list says whether it is done", () => {
  const outline = (text: string) => outlineOf(read(text).document);
  expect(outline("- [x] 甲**乙**\n  - [ ] 丙\n- 丁\n- [X] <u>戊</u>")).toEqual([
    "bulletList [[☑ 甲**乙** [[☐ 丙]]] [丁] [☑ 戊]]",
  ]);
  expect(outline("- [ ] 甲\n\n- [x] <u>乙</u>")).toEqual(["bulletList [[☐ 甲] [☑ 乙]]"]);
  expect(kinds("- [x] 甲\n\n- [ ] <kbd>乙</kbd>")).toEqual([]);
});

it("IM-81 a row of a table that is longer than the head keeps its cells", () => {
  const outline = (text: string) => outlineOf(read(text).document);
  expect(outline("| 甲 | 乙 |\n|---|---|\n| 1 | 2 | **多**\\|a\\* | |\n| 3 |\n| 4 | 5 | 6 | 7 |")).toEqual([
    "table [[[甲] [乙] [] []] [[1] [2] [**多**|a*] []] [[3] [] [] []] [[4] [5] [6] [7]]]",
  ]);
  expect(outline("甲|乙\n-|-\n1|2|3")).toEqual(["table [[[甲] [乙] []] [[1] [2] [3]]]"]);
  expect(outline("|甲|乙|\n|-|-|\n|1|2| |")).toEqual(["table [[[甲] [乙]] [[1] [2]]]"]);
});
