/** How Word and WPS are used in offices: files of our own making, each with one habit or trap. */
import { describe, expect, it } from "vitest";
import { documentSchema } from "@/core/document/schema";
import { acceptAll, rejectAll } from "@/core/review/settle";
import {
  decided,
  field,
  findings,
  item,
  level,
  linesOf,
  list,
  printed,
  importWord as read,
} from "../helpers/imported-lines";
import { p, r } from "../helpers/word-file";

const font = (name: string) => `<w:rFonts w:eastAsia="${name}"/>`;
const CENTRED = '<w:jc w:val="center"/>';
const style = (id: string) => `<w:pStyle w:val="${id}"/>`;
const by = (name: string, id: number) => `w:id="${id}" w:author="${name}" w:date="2026-11-24T09:00:00Z"`;

describe("structure", () => {
  it("IM-15 a number in words that Word counts is said, and stays words; a plain one that reads differently is told", () => {
    const body = [
      p("提高认识，抓紧抓实。", item(1)),
      p("压实责任，一抓到底。", item(1)),
      p("思想要统一。", item(2)),
      p("提要求", item(3)),
      p("抓保障", item(3)),
    ].join("");
    const numbering = [
      list(1, level(0, "chineseCounting", "第%1，")),
      list(2, level(0, "chineseCountingThousand", "%1是")),
      list(3, level(0, "chineseCounting", "%1、", 3)),
    ].join("");
    expect(linesOf({ body, numbering })).toEqual([
      "paragraph: 第一，提高认识，抓紧抓实。",
      "paragraph: 第二，压实责任，一抓到底。",
      "paragraph: 一是思想要统一。",
      "heading 1: 提要求",
      "heading 1: 抓保障",
    ]);
    expect(read({ body, numbering }).findings).toEqual([
      { kind: "renumbered", count: 2, where: ["三、 → 一、 提要求", "四、 → 二、 抓保障"] },
    ]);
  });

  it("IM-15 a speech typed without styles: big centred title, name, date, salutation, typed numbers", () => {
    const body = [
      p("在全市档案工作会议上", CENTRED, `${font("方正小标宋简体")}<w:sz w:val="44"/>`),
      p("的讲话", CENTRED, `${font("方正小标宋简体")}<w:sz w:val="44"/>`),
      p("王建国", CENTRED, font("楷体_GB2312")),
      p("（2026年11月24日）", CENTRED, font("楷体_GB2312")),
      p(""),
      p("同志们："),
      p("　　今天，我们在这里开会。"),
      p("一、充分认识重要意义", "", "<w:b/>"),
      `<w:p>${r("（一）办公室位置举足轻重。", font("楷体_GB2312"))}${r("党委是核心。")}</w:p>`,
      p("1．抓好落实"),
      p("一是统一思想。"),
    ].join("");
    expect(linesOf({ body })).toEqual([
      "title: 在全市档案工作会议上⏎的讲话",
      "byline: 王建国",
      "dateLine: （2026年11月24日）",
      "salutation: 同志们：",
      "paragraph: 今天，我们在这里开会。",
      "heading 1: 充分认识重要意义",
      "heading 2 run-in: 办公室位置举足轻重。党委是核心。",
      "heading 3: 抓好落实",
      "paragraph: 一是统一思想。",
    ]);
    expect(read({ body }).title).toBe("在全市档案工作会议上 的讲话");
    expect(findings({ body })).toEqual([]);
  });

  it("IM-15 headings by built-in style in any language, by outline level, and based on another style", () => {
    const styles = [
      '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 1"/></w:style>',
      '<w:style w:type="paragraph" w:styleId="a5"><w:name w:val="二级"/><w:basedOn w:val="x"/></w:style>',
      '<w:style w:type="paragraph" w:styleId="x"><w:name w:val="底"/><w:basedOn w:val="a5"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>',
    ].join("");
    const body = [
      p("总体要求", style("2")),
      p("指导思想", style("a5")),
      p("三、主要任务", '<w:outlineLvl w:val="0"/>'),
    ];
    expect(linesOf({ styles, body: body.join("") })).toEqual([
      "heading 1: 总体要求",
      "heading 2: 指导思想",
      "heading 1: 主要任务",
    ]);
  });

  it("IM-15 numbers that Word counts by itself are derived here; digits below 一、 are headings too", () => {
    const numbering = list(7, level(0, "chineseCounting", "%1、"), level(1, "decimal", "%2."));
    const body = [
      p("提高认识", item(7)),
      p("学习", item(7, 1)),
      p("落实", item(7, 1)),
      p("加强领导", item(7)),
    ].join("");
    expect(printed({ numbering, body })).toEqual(["一、提高认识", "1、学习", "2、落实", "二、加强领导"]);
  });

  it("IM-15 a returned draft with a number typed wrong is renumbered, and the report says it", () => {
    const body = ["一、甲事", "二、乙事", "四、丙事"].map((text) => p(text)).join("");
    expect(printed({ body })).toEqual(["一、甲事", "二、乙事", "三、丙事"]);
    expect(read({ body }).findings).toEqual([{ kind: "renumbered", count: 1, where: ["四、 → 三、 丙事"] }]);
  });

  it("IM-15 a run-in heading made with Word's style separator is one", () => {
    const end = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>";
    const body = p("（一）加强学习。", `<w:outlineLvl w:val="1"/>${end}`) + p("要学深悟透。");
    expect(linesOf({ body: p("一、总则", '<w:outlineLvl w:val="0"/>') + body })[1]).toBe(
      "heading 2 run-in: 加强学习。要学深悟透。",
    );
  });

  it("IM-15 lists by their levels, with the number at which they go on", () => {
    const numbering =
      list(1, level(0, "bullet", "•"), level(1, "bullet", "-")) + list(2, level(0, "lowerLetter", "%1)"));
    const body = [
      p("甲", item(1)),
      p("乙", item(1, 1)),
      p("丙", item(2)),
      p("中间的话"),
      p("丁", item(2)),
    ].join("");
    const [bullets, letters, between, more] = read({ numbering, body }).document.content ?? [];
    expect(printed({ numbering, body })).toEqual(["- 甲", "  - 乙", "a. 丙", "中间的话", "b. 丁"]);
    expect([bullets?.type, letters?.attrs?.type, between?.type, more?.attrs?.start]).toEqual([
      "bulletList",
      "a",
      "paragraph",
      2,
    ]);
  });

  it("IM-15 merged cells, rows that begin further right, cells joined across", () => {
    const cell = (text: string, properties = "") => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;
    const body = `<w:tbl>
      <w:tr><w:trPr><w:tblHeader/></w:trPr>${cell("单位", '<w:vMerge w:val="restart"/>')}${cell("数量", '<w:gridSpan w:val="2"/>')}</w:tr>
      <w:tr>${cell("", "<w:vMerge/>")}${cell("1")}${cell("2")}</w:tr>
      <w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell("甲", '<w:hMerge w:val="restart"/>')}${cell("", "<w:hMerge/>")}</w:tr>
    </w:tbl>`;
    const rows = (read({ body }).document.content?.[0]?.content ?? []).map(({ content = [] }) =>
      content.map(({ type, attrs }) => `${type} ${attrs?.colspan}×${attrs?.rowspan}`),
    );
    expect(rows).toEqual([
      ["tableHeader 1×2", "tableHeader 2×1"],
      ["tableCell 1×1", "tableCell 1×1"],
      ["tableCell 1×1", "tableCell 2×1"],
    ]);
  });
});

describe("what stands in lines", () => {
  it("IM-16 smart tags, controls, links, fields and alternatives give their text once", () => {
    const body = `<w:p><w:smartTag>${r("甲")}</w:smartTag><w:sdt><w:sdtContent>${r("乙")}</w:sdtContent></w:sdt><w:hyperlink r:id="x">${r("丙")}</w:hyperlink>${field(" DATE ", "2026年")}<w:fldSimple w:instr="REF a">${r("丁")}</w:fldSimple><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:t>戊</w:t></mc:Choice><mc:Fallback><w:t>戊</w:t></mc:Fallback></mc:AlternateContent><w:tab/><w:t>己</w:t><w:br/><w:t>庚</w:t></w:r></w:p>`;
    expect(linesOf({ body })).toEqual(["paragraph: 甲乙丙2026年丁戊\t己⏎庚"]);
    expect(findings({ body })).toEqual(["link 1", "field 2"]);
  });

  it("IM-16 a field that never ends takes no text along", () => {
    const body = `<w:p>${r("甲")}<w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>${p("乙")}`;
    expect(linesOf({ body })).toEqual(["paragraph: 甲", "paragraph: 乙"]);
  });

  it("IM-16 readings above characters are kept, of newer and older files; what has no single character is told", () => {
    const ruby = (base: string, reading: string) =>
      `<w:r><w:ruby><w:rt>${r(reading)}</w:rt><w:rubyBase>${r(base)}</w:rubyBase></w:ruby></w:r>`;
    const eq = field('EQ \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(zhòng),重)');
    const body = `<w:p>${ruby("圳", "zhèn")}${ruby("犇", "bēn")}${eq}${ruby("甲乙", "丙")}</w:p>`;
    const nodes = read({ body }).document.content?.[0]?.content ?? [];
    expect(nodes.map(({ text, marks }) => [text, marks?.[0]?.attrs?.reading ?? null])).toEqual([
      ["圳", "zhèn"],
      ["犇", "bēn"],
      ["重", "zhòng"],
      ["甲乙", null],
    ]);
    expect(findings({ body })).toEqual(["ruby 1"]);
  });

  it("IM-16 notes are comments at their places; text boxes stand behind their paragraph; the rest is told", () => {
    const box = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${p("框里的话。")}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p("框里的话。")}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const footnotes = `<w:footnote w:id="0" w:type="separator">${p("")}</w:footnote><w:footnote w:id="2">${p("见统计年鉴")}</w:footnote>`;
    const body = `<w:p>${r("增长百分之八")}<w:r><w:footnoteReference w:id="2"/></w:r>${r("。")}${box}<w:r><w:drawing/></w:r><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>${r("藏", "<w:vanish/>")}${r("线。", '<w:u w:val="single"/>')}</w:p>`;
    const text = read({ body, footnotes });
    expect(linesOf({ body, footnotes })).toEqual(["paragraph: 增长百分之八。线。", "paragraph: 框里的话。"]);
    expect(text.threads.map(({ quote, comments }) => [quote, comments[0]?.body])).toEqual([
      ["之八", "见统计年鉴"],
    ]);
    expect(findings({ body, footnotes })).toEqual([
      "footnote 1",
      "text-box 1",
      "picture 1",
      "equation 1",
      "hidden-text 1",
      "formatting 1",
    ]);
  });
});

describe("what no speech has", () => {
  it("IM-16 looks without a mark of ours are told, and so are words in elements that nobody knows", () => {
    const looks = [
      '<w:em w:val="dot"/>',
      '<w:bdr w:val="single"/>',
      "<w:caps/>",
      "<w:smallCaps/>",
      "<w:outline/>",
    ];
    for (const look of looks) {
      const body = `<w:p>${r("平常的话，")}${r("着重的话", look)}</w:p>`;
      expect(linesOf({ body })).toEqual(["paragraph: 平常的话，着重的话"]);
      expect(findings({ body }), look).toEqual(["formatting 1"]);
    }
    for (const plain of ['<w:em w:val="none"/>', '<w:bdr w:val="nil"/>', '<w:caps w:val="0"/>']) {
      expect(findings({ body: `<w:p>${r("平常的话", plain)}</w:p>` }), plain).toEqual([]);
    }
    expect(findings({ body: `${p("甲")}<w:unheardOf>${p("没见过的话")}</w:unheardOf>` })).toEqual([
      "other 1",
    ]);
    expect(findings({ body: `<w:p>${r("甲")}<w:unheardOf>${r("乙")}</w:unheardOf></w:p>` })).toEqual([
      "other 1",
    ]);
    expect(findings({ body: `${p("甲")}<w:p><w:subDoc r:id="r9"/></w:p>` })).toEqual(["other 1"]);
    expect(findings({ body: `${p("甲")}<w:unheardOf/>` })).toEqual([]);
  });
});

describe("revisions", () => {
  it("IM-17 a number exchanged by hand is no suggestion, since numbers are derived", () => {
    const body =
      p("一、甲") +
      `<w:p><w:del ${by("甲", 1)}><w:r><w:delText>三</w:delText></w:r></w:del><w:ins ${by("甲", 2)}>${r("二")}</w:ins>${r("、乙")}</w:p>`;
    expect(decided({ body })).toEqual([
      ["一、甲", "二、乙"],
      ["一、甲", "二、乙"],
    ]);
    expect(read({ body }).authors).toHaveLength(1);
    expect(JSON.stringify(read({ body }).document)).not.toContain("insertion");
  });

  it("IM-17 a paragraph typed behind another, an item typed behind an item, a paragraph deleted whole", () => {
    const numbering = list(1, level(0, "bullet", "•"));
    const ins = (n: number) => `<w:rPr><w:ins ${by("乙", n)}/></w:rPr>`;
    const del = `<w:rPr><w:del ${by("乙", 5)}/></w:rPr>`;
    const body = [
      `<w:p><w:pPr>${ins(1)}</w:pPr>${r("甲")}</w:p><w:p><w:ins ${by("乙", 2)}>${r("新段")}</w:ins></w:p>`,
      `<w:p><w:pPr>${del}</w:pPr><w:del ${by("乙", 6)}><w:r><w:delText>旧段</w:delText></w:r></w:del></w:p>`,
      `<w:p><w:pPr>${item(1)}${ins(3)}</w:pPr>${r("项一")}</w:p>`,
      `<w:p><w:pPr>${item(1)}</w:pPr><w:ins ${by("乙", 4)}>${r("项二")}</w:ins></w:p>`,
    ].join("");
    expect(decided({ body, numbering })).toEqual([
      ["甲", "新段", "- 项一", "- 项二"],
      ["甲", "旧段", "- 项一"],
    ]);
  });

  it("IM-17 what was moved is one suggestion in both places", () => {
    const range = (side: string, id: number, inner: string) =>
      `<w:p><w:move${side}RangeStart w:id="${id}" w:name="move1" w:author="丙"/><w:move${side} ${by("丙", id)}>${inner}</w:move${side}><w:move${side}RangeEnd w:id="${id}"/>${r("尾")}</w:p>`;
    const body = range("From", 1, r("移动的话")) + p("中间") + range("To", 2, r("移动的话"));
    expect(decided({ body })).toEqual([
      ["尾", "中间", "移动的话尾"],
      ["移动的话尾", "中间", "尾"],
    ]);
    const ids = [...JSON.stringify(read({ body }).document).matchAll(/"id":"([a-z0-9]+)"/g)].map(
      ([, id]) => id,
    );
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it("IM-17 bold put on, a heading made of a paragraph, a row that comes", () => {
    const styles = '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>';
    const was = `<w:rPrChange ${by("丁", 1)}><w:rPr/></w:rPrChange>`;
    const row = (mark: string, text: string) =>
      `<w:tr><w:trPr>${mark}</w:trPr><w:tc>${p(text)}</w:tc></w:tr>`;
    const body = [
      p("重点", "", `<w:b/>${was}`),
      p("总则", `${style("1")}<w:pPrChange ${by("丁", 2)}><w:pPr/></w:pPrChange>`),
      `<w:tbl>${row("", "旧行")}${row(`<w:ins ${by("丁", 3)}/>`, "新行")}</w:tbl>`,
    ].join("");
    const doc = documentSchema().nodeFromJSON(read({ body, styles }).document);
    expect(acceptAll(doc).toString()).toBe(
      'doc(paragraph(bold("重点")), heading("总则"), table(tableRow(tableCell(paragraph("旧行"))), tableRow(tableCell(paragraph("新行")))))',
    );
    expect(rejectAll(doc).toString()).toBe(
      'doc(paragraph("重点"), paragraph("总则"), table(tableRow(tableCell(paragraph("旧行")))))',
    );
  });
});
