/** What the export writes as Markdown, read again: bold and italic beside any mark, lists, and what looks like signs. */
import { describe, expect, it } from "vitest";
import type { DocumentNode } from "@/core/document/schema";
import { documentText } from "@/core/text/document-text";
import { markdownOf } from "@/core/text/markdown";
import { readMarkdown } from "@/server/import/read-markdown";
import { outlineOf } from "../helpers/document-outline";
import { runSeed, seededRandom } from "../helpers/random";

const text = (words: string, ...marks: string[]): DocumentNode => ({
  type: "text",
  text: words,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
});
const paragraph = (...content: DocumentNode[]): DocumentNode => ({ type: "paragraph", content });
function back(...content: DocumentNode[]): DocumentNode[] {
  const bytes = new TextEncoder().encode(markdownOf({ type: "doc", content }, "nested"));
  return [...(readMarkdown(bytes, "utf-8").document.content ?? [])];
}

/** Each letter with its looks. */
const letters = (blocks: readonly DocumentNode[]) =>
  blocks.map(({ content = [] }) =>
    content.flatMap(({ text: words = "\n", marks = [] }) =>
      [...words].map(
        (letter) =>
          letter +
          marks
            .map(({ type }) => type)
            .sort()
            .join(),
      ),
    ),
  );

describe("Markdown written and read again", () => {
  it("IM-32 bold beside full-width marks is bold, whatever stands next to it", () => {
    for (const line of [
      [text("第一，", "bold"), text("责任要到人。")],
      [text("水库"), text("“带病”", "bold"), text("运行。")],
      [
        text("一是思想统一。", "bold"),
        text("行动要快。"),
        text("二是措施有力。", "bold"),
        text("落实要实。"),
      ],
      [text("前"), text("中", "bold"), text("后", "italic"), text("末", "bold", "italic"), text("。")],
      [text("用"), text("*号*", "bold"), text("和<b>标签</b>")],
    ]) {
      expect(letters(back(paragraph(...line)))).toEqual(letters([paragraph(...line)]));
    }
  });

  it("IM-32 random looks come back letter by letter", () => {
    const seed = runSeed();
    console.log(`SEED=${seed}`);
    const random = seededRandom(seed);
    for (let round = 0; round < 400; round += 1) {
      const content = Array.from({ length: 1 + random.below(6) }, () =>
        text(
          Array.from({ length: 1 + random.below(4) }, () =>
            random.pick([..."加强，。“”（）：落实A1-*_"]),
          ).join(""),
          ...(random.chance(0.4) ? ["bold"] : []),
          ...(random.chance(0.3) ? ["italic"] : []),
        ),
      );
      const line = paragraph(text("正文"), ...content, text("完"));
      expect(
        letters(back(line)),
        `SEED=${seed}, ${round}: ${markdownOf({ type: "doc", content: [line] }, "nested")}`,
      ).toEqual(letters([line]));
    }
  });

  it("IM-32 what looks like a line, a reference or another list stays what it is", () => {
    const list = (start: number, ...items: string[]): DocumentNode => ({
      type: "orderedList",
      attrs: { start },
      content: items.map((words) => ({ type: "listItem", content: [paragraph(text(words))] })),
    });
    const blocks = [
      paragraph(text("---")),
      paragraph(text("- - -")),
      paragraph(text("&amp;和&#20013;")),
      paragraph(text("甲"), { type: "hardBreak" }, text("==="), { type: "hardBreak" }, text("- 乙")),
      list(3, "三", "四"),
      list(1, "又一", "又二"),
      list(7, "七"),
    ];
    const document = { type: "doc", content: back(...blocks) };
    expect(documentText(document, "nested")).toBe(documentText({ type: "doc", content: blocks }, "nested"));
    expect(document.content.map(({ type }) => type)).toEqual(blocks.map(({ type }) => type));
  });

  it("IM-32 line breaks in cells, blanks in front of a line and signs # behind a heading come back", () => {
    const cell = (type: string, ...content: DocumentNode[]): DocumentNode => ({ type, content });
    const row = (...content: DocumentNode[]): DocumentNode => ({ type: "tableRow", content });
    const broken = paragraph(
      text("市水利局"),
      { type: "hardBreak" },
      text("C:\\"),
      { type: "hardBreak" },
      text("市财政局"),
    );
    const listed = ["C:\\", "乙"].map((words) => ({ type: "listItem", content: [paragraph(text(words))] }));
    const written = markdownOf(
      {
        type: "doc",
        content: [
          {
            type: "table",
            content: [
              row(cell("tableHeader", paragraph(text("单位"), { type: "hardBreak" }, text("（盖章）")))),
              row(cell("tableCell", broken)),
              row(cell("tableCell", { type: "bulletList", content: listed })),
            ],
          },
          paragraph(text("    四个空格，提到 a_b 和《*》。"), { type: "hardBreak" }, text("     又四个。")),
          paragraph(text("\t制表符。")),
          { type: "heading", attrs: { level: 1, runIn: false }, content: [text("学好 C #")] },
          { type: "heading", attrs: { level: 1, runIn: false }, content: [text("讲 C# 和 ##  ")] },
        ],
      },
      "nested",
    );
    const { document } = readMarkdown(new TextEncoder().encode(written), "utf-8");
    expect(outlineOf(document)).toEqual([
      "table [[[单位⏎（盖章）]] [[市水利局⏎C:\\⏎市财政局]] [[- C:\\⏎- 乙]]]",
      "paragraph 四个空格，提到 a_b 和《*》。⏎又四个。",
      "paragraph 制表符。",
      "h1 学好 C #",
      "h1 讲 C# 和 ##",
    ]);
  });

  it("IM-54 a footnote's words are in the text, in brackets, and that is told", () => {
    const source =
      "正文一句[^1]，接着说。[^没有]\n\n[^1]: 数据来自统计公报第三页，\n    请核。\n[^2]: 没人提到的注。\n";
    const { document, findings } = readMarkdown(new TextEncoder().encode(source), "utf-8");
    expect(documentText(document, "nested")).toBe(
      "正文一句（注：数据来自统计公报第三页， 请核。），接着说。[^没有]\n没人提到的注。",
    );
    expect(findings).toEqual([
      { kind: "note-in-text", count: 1, where: ["数据来自统计公报第三页， 请核。"] },
    ]);
  });

  it("IM-54 a note that another note names stands in its words, and none is lost or without end", () => {
    for (const [source, text] of [
      [
        "正文[^1]。\n\n[^1]: 见附表[^2]。\n[^2]: 附表由统计局提供。\n",
        "正文（注：见附表（注：附表由统计局提供。）。）。",
      ],
      ["正文[^1]。\n\n[^1]: 见[^2]。\n[^2]: 又见[^1]。\n", "正文（注：见（注：又见[^1]。）。）。"],
      ["正文[^1]。\n\n[^1]: 见[^1]。\n", "正文（注：见[^1]。）。"],
      ["正文。\n\n[^2]: 附表。\n\n[^1]: 见[^2]。\n", "正文。\n见（注：附表。）。"],
      ["正文。\n\n[^1]: 见[^2]。\n\n[^2]: 又见[^1]。\n", "正文。\n见（注：又见[^1]。）。"],
      ["正文。\n\n[^1]: 甲。\n\n[^1]: 乙。\n", "正文。\n甲。\n乙。"],
      ["正文[^1]。\n\n[^1]: 甲。\n\n[^1]: 乙。\n", "正文（注：甲。）。\n乙。"],
      [
        "甲[^1]，乙[^2]。\n\n[^1]: 见[^2]。\n[^2]: 附表。\n",
        "甲（注：见（注：附表。）。），乙（注：附表。）。",
      ],
    ] as const) {
      const { document } = readMarkdown(new TextEncoder().encode(source), "utf-8");
      expect(documentText(document, "nested"), source).toBe(text);
    }
  });

  it("IM-36 notes that would grow without end are refused", () => {
    const notes = Array.from({ length: 40 }, (_, at) => `[^${at}]: 见[^${at + 1}]和[^${at + 1}]。\n`);
    const source = `正文[^0]。\n\n${notes.join("")}[^40]: 完。\n`;
    expect(() => readMarkdown(new TextEncoder().encode(source), "utf-8")).toThrow("notes within notes");
  });

  it("IM-54 all paragraphs of a footnote are, and nothing behind it", () => {
    const source =
      "甲[^1]。\n\n[^1]: 注一。\n    续行。\n\n    又一段。\n   \n\t第三段。\n\n  正文二。\n\n[^2]: 没人提到。\n\n    它的第二段。\n";
    for (const file of [source, source.replaceAll("\n", "\r\n")]) {
      const { document, findings } = readMarkdown(new TextEncoder().encode(file), "utf-8");
      expect(documentText(document, "nested")).toBe(
        "甲（注：注一。 续行。 又一段。 第三段。）。\n正文二。\n没人提到。\n它的第二段。",
      );
      expect(findings.map(({ kind, where }) => `${kind} ${where}`)).toEqual([
        "note-in-text 注一。 续行。 又一段。 第三段。",
      ]);
    }
  });
});

it("EX-123 an item whose first line is empty keeps what stands below it, and the list its numbers", () => {
  const item = (...content: DocumentNode[]): DocumentNode => ({ type: "listItem", content });
  const list = (type: string, ...content: DocumentNode[]): DocumentNode => ({ type, content });
  const outline = (...content: DocumentNode[]) => outlineOf({ type: "doc", content });
  const [empty, below] = [paragraph(), paragraph(text("乙[注]"))];
  for (const type of ["bulletList", "orderedList"]) {
    const last = item(paragraph(text("丙")));
    const words = list(type, item(empty, below), last);
    expect(outline(...back(words))).toEqual(outline(list(type, item(below), last)));
    const inner = list(type, item(paragraph(text("子")), below), item(empty, list(type, last)));
    const nested = list(type, item(empty, inner), last, item(empty));
    expect(outline(...back(nested))).toEqual(outline(nested));
  }
});
