/** OpenDocument text: structure, looks, remarks, changes, and what is told. */
import { describe, expect, it } from "vitest";
import { type DocumentNode, documentSchema } from "@/core/document/schema";
import { acceptAll, rejectAll } from "@/core/review/settle";
import { documentText } from "@/core/text/document-text";
import { readOdt } from "@/server/import/odt/read-odt";
import { list, listStyle, type OdtFile, odtFile, paragraph, region, span, style } from "../helpers/odt-file";

const read = (file: OdtFile) => readOdt(odtFile(file));
const printed = (file: OdtFile): string[] => {
  const { document, numberingStyle } = read(file);
  return documentText(document, numberingStyle).split("\n");
};
const findings = (file: OdtFile) => read(file).findings.map(({ kind, count }) => `${kind} ${count}`);
const places = (file: OdtFile) => read(file).findings.map(({ kind, where }) => `${kind}: ${where.join("|")}`);
const kinds = (file: OdtFile) =>
  (read(file).document.content ?? []).map(
    ({ type, attrs }) => `${type}${attrs?.level === undefined ? "" : ` ${attrs.level}`}`,
  );
const marked = (file: OdtFile) =>
  (read(file).document.content ?? []).flatMap(({ content = [] }) =>
    content.map(({ text = "⏎", marks = [] }) => [text, ...marks.map(({ type }) => type)].join(" ")),
  );
const cells = (file: OdtFile) =>
  (read(file).document.content?.[0]?.content ?? []).map(({ content = [] }) =>
    content.map((cell) => `${textOf(cell)} ${cell.attrs?.colspan}×${cell.attrs?.rowspan}`),
  );
const textOf = ({ text = "", content = [] }: DocumentNode): string => text + content.map(textOf).join("");

const CENTRED = style("P1", '<style:paragraph-properties fo:text-align="center"/>', "paragraph");
const BIG = style("T1", '<style:text-properties style:font-size-asian="22pt"/>');
const BOLD = style("B", '<style:text-properties fo:font-weight="bold" style:font-weight-asian="bold"/>');
const ITALIC = style("I", '<style:text-properties style:font-style-asian="italic"/>');
const RED = style("R", '<style:text-properties fo:color="#ff0000"/>');
const NUMBERS = listStyle("L1", ["1", "", "."], ["a", "", ")"]);

describe("the structure of an .odt", () => {
  it("IM-86 headings are known by outline level and by typed and counted numbers, the title block by its look", () => {
    const file: OdtFile = {
      automatic:
        CENTRED + BIG + listStyle("L", ["一, 二, 三, ...", "", "、"], ["一, 二, 三, ...", "（", "）"]),
      body: [
        paragraph(span("T1", "在全市会议上的讲话"), "P1"),
        paragraph("市长　张三", "P1"),
        paragraph("同志们："),
        '<text:h text:outline-level="1">抓发展</text:h>',
        paragraph("（一）党委重视。要真抓。"),
        list("L", [paragraph("抓民生") + list("L", [paragraph("抓就业")])]),
      ].join("\n"),
    };
    expect(kinds(file)).toEqual([
      "title",
      "byline",
      "salutation",
      "heading 1",
      "heading 2",
      "heading 1",
      "heading 2",
    ]);
    expect(printed(file).slice(3)).toEqual([
      "一、抓发展",
      "（一）党委重视。要真抓。",
      "二、抓民生",
      "（一）抓就业",
    ]);
  });

  it("IM-86 a style that is named as a heading, a title or a quotation is one", () => {
    const named = (name: string, shown: string) =>
      style(name, "", "paragraph", `style:display-name="${shown}"`);
    const file: OdtFile = {
      styles: named("Title", "Title") + named("Quotations", "Quotations"),
      automatic: style("P7", "", "paragraph", 'style:parent-style-name="Quotations"'),
      body: paragraph("讲话", "Title") + paragraph("古人说：", "") + paragraph("民为邦本", "P7"),
    };
    expect(kinds(file)).toEqual(["title", "paragraph", "quotation"]);
  });

  it("IM-86 lists nest, go on, begin anew and hold more than one paragraph", () => {
    const file: OdtFile = {
      automatic: NUMBERS,
      body: [
        list("L1", [
          paragraph("甲") + paragraph("甲的下文") + list("L1", [paragraph("子"), paragraph("丑")]),
          paragraph("乙"),
        ]),
        paragraph("隔开"),
        list("L1", [paragraph("丙")], 'text:continue-numbering="true"'),
        paragraph("隔开"),
        list("L1", [paragraph("重来")]),
        '<text:list text:style-name="L1"><text:list-item text:start-value="5"><text:p>五</text:p></text:list-item></text:list>',
      ].join(""),
    };
    expect(printed(file)).toEqual([
      "1. 甲",
      "   甲的下文",
      "   a. 子",
      "   b. 丑",
      "2. 乙",
      "隔开",
      "3. 丙",
      "隔开",
      "1. 重来",
      "5. 五",
    ]);
    expect(findings(file)).toEqual(["renumbered 1"]);
  });

  it("IM-86 white space counts as the format says, tabs and line breaks stay", () => {
    const text = '\n  甲  乙<text:s text:c="2"/>丙<text:tab/>丁<text:line-break/>\n 戊';
    expect(textOf(read({ body: paragraph(text) }).document)).toBe("甲 乙  丙\t丁 戊");
    expect(marked({ body: paragraph(text) })).toEqual(["甲 乙  丙\t丁", "⏎", " 戊"]);
  });

  it("IM-86 bold and italic are kept, whichever style gives them, and other looks told", () => {
    const file: OdtFile = {
      automatic:
        BOLD + ITALIC + RED + style("P2", '<style:text-properties fo:font-weight="bold"/>', "paragraph"),
      body:
        paragraph(`${span("B", "粗")}常${span("B", span("I", "粗斜"))}${span("R", "红")}`) +
        paragraph("全段", "P2"),
    };
    expect(marked(file)).toEqual(["粗 bold", "常", "粗斜 bold italic", "红", "全段 bold"]);
    expect(places(file)).toEqual(["formatting: 红"]);
  });

  it("IM-86 cells keep how many columns and rows they take", () => {
    const cell = (text: string, more = "") =>
      `<table:table-cell ${more}>${paragraph(text)}</table:table-cell>`;
    const covered = "<table:covered-table-cell/>";
    const row = (...inner: string[]) => `<table:table-row>${inner.join("")}</table:table-row>`;
    const body = `<table:table><table:table-column table:number-columns-repeated="3"/><table:table-header-rows>${row(
      cell("甲", 'table:number-columns-spanned="2"'),
      covered,
      cell("乙", 'table:number-rows-spanned="2"'),
    )}</table:table-header-rows>${row(cell("丙"), cell("丁"), covered)}</table:table>`;
    expect(cells({ body })).toEqual([
      ["甲 2×1", "乙 1×2"],
      ["丙 1×1", "丁 1×1"],
    ]);
  });
});

describe("what stands beside the text of an .odt", () => {
  const remark = (text: string, more: string, at = "2026-03-01T09:00:00") =>
    `<office:annotation ${more}><dc:creator>李四</dc:creator><dc:date>${at}</dc:date>${paragraph(text)}</office:annotation>`;

  it("IM-87 annotations are threads on their words, with authors, times, answers and state", () => {
    const { threads, authors } = read({
      body: paragraph(
        `请${remark("改一下", 'office:name="a" loext:resolved="true"')}${remark("改了", 'loext:parent-name="a"', "2026-03-01T01:30:00Z")}核对数字<office:annotation-end office:name="a"/>。完${remark("点", "")}`,
      ),
    });
    const author = authors.find(({ name }) => name === "李四")?.key;
    expect(threads).toMatchObject([
      {
        quote: "核对数字",
        resolved: { by: null },
        comments: [
          { body: "改一下", author, at: new Date(2026, 2, 1, 9).getTime() },
          { body: "改了", at: Date.UTC(2026, 2, 1, 1, 30) },
        ],
      },
      { quote: "。完", resolved: null, comments: [{ body: "点" }] },
    ]);
  });

  it("IM-95 an answer that doesn't say to what is in the thread of the remark at its place", () => {
    const file = (more: string) => ({
      body: paragraph(
        `请${remark("改了", 'office:name="b"', "2026-03-01T09:05:00")}${remark("改一下", 'office:name="a"')}核对数字<office:annotation-end office:name="a"/><office:annotation-end office:name="b"/>${remark("好", "", "2026-03-01T09:06:00")}。完${remark("点", more)}`,
      ),
    });
    const bodies = (more = "") =>
      read(file(more)).threads.map(({ comments }) => comments.map(({ body }) => body));
    expect(bodies()).toEqual([["改一下", "改了", "好"], ["点"]]);
    expect(bodies('loext:parent-name="a"')).toHaveLength(3);
  });

  it("IM-87 notes are comments at their places, and that is told", () => {
    const note = `<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>${paragraph("见年鉴")}</text:note-body></text:note>`;
    const file = { body: paragraph(`增长百分之五${note}。`) };
    expect(printed(file)).toEqual(["增长百分之五。"]);
    expect(read(file).threads).toMatchObject([{ quote: "之五", comments: [{ body: "见年鉴" }] }]);
    expect(places(file)).toEqual(["footnote: 见年鉴"]);
  });

  it("IM-87 tracked changes are suggestions of their people", () => {
    const file: OdtFile = {
      body: [
        "<text:tracked-changes>",
        region("c1", "insertion", "李四"),
        region("c2", "deletion", "王五", paragraph("旧的")),
        region("c3", "deletion", "王五", paragraph("前半") + paragraph("整段") + paragraph("后半")),
        region("c4", "insertion", "李四"),
        "</text:tracked-changes>",
        paragraph(
          `要<text:change-start text:change-id="c1"/>大力<text:change-end text:change-id="c1"/>推进<text:change text:change-id="c2"/>工作`,
        ),
        paragraph(`一段<text:change text:change-id="c3"/>尾巴`),
        paragraph(`先说<text:change-start text:change-id="c4"/>。`),
        paragraph(`再<text:change-end text:change-id="c4"/>说`),
      ].join(""),
    };
    const { document, numberingStyle, authors, findings: told } = read(file);
    const doc = documentSchema().nodeFromJSON(document);
    const decided = [acceptAll(doc), rejectAll(doc)].map((node) =>
      documentText(node.toJSON(), numberingStyle).split("\n"),
    );
    expect(decided).toEqual([
      ["要大力推进工作", "一段尾巴", "先说。", "再说"],
      ["要推进旧的工作", "一段前半", "整段", "后半尾巴", "先说说"],
    ]);
    expect(authors.map(({ name }) => name)).toEqual(["李四", "王五"]);
    expect(told).toEqual([]);
  });

  it("IM-87 what was struck between paragraphs is proposed to go", () => {
    const file: OdtFile = {
      body: [
        "<text:tracked-changes>",
        region("c1", "deletion", "王五", paragraph("整段")),
        "</text:tracked-changes>",
        `${paragraph("前")}<text:change text:change-id="c1"/>${paragraph("后")}`,
      ].join(""),
    };
    const doc = documentSchema().nodeFromJSON(read(file).document);
    const texts = [acceptAll(doc), rejectAll(doc)].map((node) => textOf(node.toJSON()));
    expect(texts).toEqual(["前后", "前整段后"]);
  });

  it("IM-87 numbers that a file also writes out stand once; code isn't text, hidden words are told", () => {
    const file: OdtFile = {
      automatic: NUMBERS,
      body:
        list("L1", [`<text:number>1.</text:number>${paragraph("<text:number>1.</text:number>甲")}`]) +
        paragraph(
          '乙<text:script>x()</text:script><text:hidden-text text:is-hidden="true">密</text:hidden-text>',
        ),
    };
    expect(printed(file)).toEqual(["1. 甲", "乙"]);
    expect(places(file)).toEqual(["embedded: 乙", "hidden-text: 密"]);
  });

  it("IM-87 what a speech hasn't is told with the words beside it", () => {
    const frame = (content: string) => `<draw:frame>${content}</draw:frame>`;
    const file: OdtFile = {
      automatic: style("H", '<style:text-properties text:display="none"/>'),
      masters: `<style:master-page><style:header>${paragraph("内部资料")}</style:header></style:master-page>`,
      body: [
        paragraph(`图前${frame('<draw:image xlink:href="Pictures/1.png"/>')}`),
        paragraph(`框前${frame(`<draw:text-box>${paragraph("框里的话")}</draw:text-box>`)}`),
        paragraph(`<text:a xlink:href="https://example.org">网址</text:a>${span("H", "隐藏的话")}`),
        paragraph(`今天是<text:date>三月一日</text:date>`),
        `<text:table-of-content><text:index-body>${paragraph("目录行")}</text:index-body></text:table-of-content>`,
        paragraph(`物${frame('<draw:object xlink:href="./1"/><draw:image/>')}`),
      ].join(""),
    };
    expect(printed(file)).toEqual(["图前", "框前", "框里的话", "网址", "今天是三月一日", "物"]);
    expect(places(file)).toEqual([
      "picture: 图前",
      "text-box: 框里的话",
      "link: 网址",
      "hidden-text: 隐藏的话",
      "field: 今天是三月一日",
      "table-of-contents: 目录行",
      "embedded: 物",
      "header-footer: 内部资料",
    ]);
  });

  it("IM-90 paragraphs that are set in are told, but for the two characters that a speech's have", () => {
    const set = (name: string, more: string) =>
      style(name, `<style:paragraph-properties ${more}/>`, "paragraph");
    const file: OdtFile = {
      automatic: set("A", 'fo:text-indent="1.13cm"') + set("B", 'fo:margin-left="3cm"'),
      body: paragraph("正文一。", "A") + paragraph("设得靠里", "B"),
    };
    expect(places(file)).toEqual(["indent: 设得靠里"]);
  });
});
