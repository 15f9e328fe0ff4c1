/** Where in a file what was left out of it stood: every picture, chart, object, box, field and formula has a place. */
import { describe, expect, it } from "vitest";
import type { FindingKind, FindingPlace } from "@/core/import";
import { readDocx } from "@/server/import/docx/read-docx";
import { createFindings } from "@/server/import/findings";
import { readOdt } from "@/server/import/odt/read-odt";
import { PageLine } from "@/server/import/page-line";
import { readHtmlFile } from "@/server/import/read-html";
import { readMarkdown } from "@/server/import/read-markdown";
import { END, importWord } from "../helpers/imported-lines";
import { odtFile, paragraph } from "../helpers/odt-file";
import { p, r, relation, type WordFile, wordParts } from "../helpers/word-file";
import { writeZip } from "../helpers/zip-writer";

const run = (inner: string) => `<w:r>${inner}</w:r>`;
const drawing = (inner: string, alt = "") =>
  run(
    `<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:docPr id="1" name="图片 1" descr="${alt}"/>${inner}</wp:inline></w:drawing>`,
  );
const picture = (alt = "") => drawing("<pic:pic/>", alt);
const chart = drawing('<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="x"/>');
const object = run('<w:object><v:shape alt="表格附件"/></w:object>');
const boxed = (inner: string) =>
  run(`<w:drawing><wps:txbx><w:txbxContent>${inner}</w:txbxContent></wps:txbx></w:drawing>`);
const formula = "<m:oMath/>";
const field = run('<w:fldChar w:fldCharType="begin"/>') + run("<w:instrText> SEQ 图 </w:instrText>") + END;
const alone = (inner: string) => `<w:p>${inner}</w:p>`;

type Told = {
  readonly findings: readonly { kind: FindingKind; count: number; where: readonly FindingPlace[] }[];
};
const placesIn = (kind: FindingKind, { findings }: Told) =>
  findings.find((finding) => finding.kind === kind)?.where;
const pictures = (body: string, more: Partial<WordFile> = {}) =>
  placesIn("picture", importWord({ body, ...more }));

describe("places of what a .docx has and a speech hasn't", () => {
  it("IM-154 in a line: the words in front of it, else all of the line's", () => {
    expect(pictures(alone(r("会场布置见图") + picture("主席台") + r("。")))).toEqual(["会场布置见图"]);
    expect(pictures(alone(picture("主席台") + r("左边是主席台。")))).toEqual(["左边是主席台。"]);
    expect(pictures(alone(run("<w:tab/>") + picture() + r("左边是主席台。")))).toEqual(["左边是主席台。"]);
  });

  it("IM-154 in a line of its own: what it says instead of itself, else the line above it, else the one below", () => {
    expect(pictures(p("会场布置如下：") + alone(picture("主席台")))).toEqual(["主席台"]);
    expect(pictures(p("会场布置如下：") + alone(picture()) + p("就这样定。"))).toEqual([
      { after: "会场布置如下：" },
    ]);
    expect(pictures(alone("") + alone(picture()) + alone("") + p("同志们："))).toEqual([
      { before: "同志们：" },
    ]);
    expect(pictures(alone(picture()))).toEqual([]);
  });

  it("IM-154 the name of its file says nothing of its place", () => {
    const named = (name: string) => pictures(p("会场布置如下：") + alone(picture(name)));
    for (const name of ["image1.png", "C:\\图片\\主席台.jpeg", "主席台 2.jpg"]) {
      expect(named(name), name).toEqual([{ after: "会场布置如下：" }]);
    }
    expect(named("主席台，背景是会标。")).toEqual(["主席台，背景是会标。"]);
  });

  it("IM-154 of a long line above its end, of one below its beginning", () => {
    const line = "今天我们在这里召开全市档案工作会议，主要任务是总结去年的工作。";
    expect(pictures(p(line) + alone(picture()))).toEqual([
      { after: "…开全市档案工作会议，主要任务是总结去年的工作。" },
    ]);
    expect(pictures(alone(picture()) + p(line))).toEqual([
      { before: "今天我们在这里召开全市档案工作会议，主要任务是…" },
    ]);
  });

  it("IM-154 each of several its own, in their order, in cells too", () => {
    const cell = (inner: string) => `<w:tc>${inner}</w:tc>`;
    const table = `<w:tbl><w:tr>${cell(p("甲"))}${cell(alone(picture()))}</w:tr></w:tbl>`;
    const body =
      alone(picture()) + p("第一张") + alone(picture() + r("第二张")) + alone(picture("丙图")) + table;
    expect(importWord({ body }).findings).toEqual([
      { kind: "picture", count: 4, where: [{ before: "第一张" }, "第二张", "丙图", { after: "甲" }] },
    ]);
  });

  it("IM-154 charts, objects, boxes, formulas, fields and other files likewise", () => {
    const between = (inner: string) => importWord({ body: p("数据如下：") + alone(inner) + p("下文。") });
    const after = [{ after: "数据如下：" }];
    expect(placesIn("chart", between(chart))).toEqual(after);
    expect(placesIn("embedded", between(object))).toEqual(["表格附件"]);
    expect(placesIn("embedded", between(run("<w:object/>")))).toEqual(after);
    expect(placesIn("text-box", between(boxed(alone(picture()))))).toEqual(after);
    expect(placesIn("picture", between(boxed(alone(picture()))))).toEqual(after);
    expect(placesIn("equation", between(formula))).toEqual(after);
    expect(placesIn("field", between(field))).toEqual(after);
    expect(placesIn("link", between(`<w:hyperlink r:id="x">${picture()}</w:hyperlink>`))).toEqual(after);
    const chunk = importWord({ body: `${p("附件：")}<w:altChunk r:id="x"/>` });
    expect(placesIn("embedded", chunk)).toEqual([{ after: "附件：" }]);
  });

  it("IM-154 a comment or a note that is only a picture has the place of its mark", () => {
    const comments = `<w:comment w:id="1">${alone(picture())}</w:comment><w:comment w:id="2">${alone(picture())}</w:comment>`;
    const body = p("上文。") + alone(r("见批注") + run('<w:commentReference w:id="1"/>'));
    expect(importWord({ body, comments }).findings).toEqual([
      { kind: "picture", count: 2, where: ["见批注"] },
    ]);
    const footnotes = `<w:footnote w:id="2">${alone(picture())}</w:footnote>`;
    const note = p("上文。") + alone(run('<w:footnoteReference w:id="2"/>'));
    expect(pictures(note, { footnotes })).toEqual([{ after: "上文。" }]);
  });

  it("IM-154 the lines of a table of contents are told with their words", () => {
    const control = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p("一、过去一年")}${p("二、今年")}</w:sdtContent></w:sdt>`;
    expect(importWord({ body: control + p("同志们：") }).findings).toEqual([
      { kind: "table-of-contents", count: 2, where: ["一、过去一年", "二、今年"] },
    ]);
  });
});

it("IM-16 a picture above or below the text on every page is told as a header, with what it says instead of itself", () => {
  const parts = wordParts({ body: p("同志们："), relations: relation("h1", "header", "header1.xml") });
  const document = String(parts.find(({ name }) => name === "word/document.xml")?.content);
  const [, namespaces = ""] = /<w:document([^>]*)>/.exec(document) ?? [];
  const withHeader = (inner: string) => {
    const content = `<w:hdr${namespaces}>${alone(inner)}</w:hdr>`;
    return readDocx(writeZip([...parts, { name: "word/header1.xml", content }])).findings;
  };
  const told = (where: string[]) => [{ kind: "header-footer", count: 1, where }];
  expect(withHeader(picture("市委徽标"))).toEqual(told(["市委徽标"]));
  expect(withHeader(run("<w:pict><v:shape><v:imagedata/></v:shape></w:pict>"))).toEqual(told([]));
  expect(withHeader(picture("市委徽标") + r("内部资料"))).toEqual(told(["内部资料"]));
  // As WPS writes page numbers, and as a watermark of ours stands there.
  expect(withHeader(boxed(p("— 1 —")))).toEqual([]);
  expect(withHeader(run("<w:pict><v:shape><v:textpath/></v:shape></w:pict>"))).toEqual([]);
});

it("IM-154 places in an .odt: the line above, or what a picture is called", () => {
  const frame = (inner: string) => `<draw:frame><draw:image/>${inner}</draw:frame>`;
  const file = odtFile({
    body: [
      paragraph("会场布置如下："),
      paragraph(frame("")),
      paragraph(frame("<svg:title>主席台</svg:title><svg:desc>主席台和会标</svg:desc>")),
      paragraph(`${frame("")}左边是主席台。`),
    ].join(""),
  });
  expect(placesIn("picture", readOdt(file))).toEqual([
    { after: "会场布置如下：" },
    "主席台",
    "左边是主席台。",
  ]);
});

describe("places of what a page or a Markdown file has and a speech hasn't", () => {
  const utf8 = (text: string) => new TextEncoder().encode(text);
  const ofPage = (html: string) => placesIn("picture", readHtmlFile(utf8(html), "utf-8"));
  const ofMarkdown = (text: string) => placesIn("picture", readMarkdown(utf8(text), "utf-8"));

  it("IM-154 in a line of a page or of Markdown: the words in front of it, else all of the line's", () => {
    expect(ofPage('<p>左边<img src="a.png" alt="会标">是主席台。</p>')).toEqual(["左边"]);
    expect(ofPage('<p>上文。<br><img src="a.png" alt="会标">是<b>主席台</b>。<br>下文。</p>')).toEqual([
      "是主席台。",
    ]);
    expect(ofMarkdown("左边![会标](a.png)是**主席台**。\n")).toEqual(["左边"]);
    expect(ofMarkdown("上文：\\\n![会标](a.png)是**主席台**。\n")).toEqual(["是主席台。"]);
    expect(ofMarkdown("**左边，** 前<u>排</u>![会标](a.png)\n")).toEqual(["左边， 前排"]);
  });

  it("IM-154 alone in a line of a cell or an item it hasn't the words of the other lines", () => {
    const cell = (inner: string) =>
      `<table><tr><td>${inner}<td>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table>`;
    const lines = '<p>上文。</p><p><img src="a.png"></p><p>下文。</p>';
    const after = [{ after: "上文。" }];
    expect(ofPage(cell(lines))).toEqual(after);
    expect(ofPage(cell(lines.replaceAll(/(<\/?)p>/g, "$1div>")))).toEqual(after);
    expect(ofPage(`<ul><li>${lines.replaceAll(/(<\/?)p>/g, "$1div>")}</li></ul>`)).toEqual(after);
    expect(ofPage('<ul><li>上文。<br><img src="a.png"><br>下文。</ul>')).toEqual(after);
    expect(ofMarkdown("- 上文。\n\n  ![](a.png)\n\n  下文。\n")).toEqual(after);
  });

  it("IM-154 what a page or Markdown says instead of a picture, unless it is the name of a file", () => {
    for (const name of ["image1.png", "主席台 2.jpg ", "C:\\图片\\a.jpeg"]) {
      expect(ofPage(`<p>上文。</p><p><img alt="${name}"></p>`), name).toEqual([{ after: "上文。" }]);
      expect(ofMarkdown(`上文。\n\n![${name}](a.png)\n`), name).toEqual([{ after: "上文。" }]);
    }
    expect(ofMarkdown("上文。\n\n![**主席台**&amp;会标](a.png)\n")).toEqual(["主席台&会标"]);
  });

  it("IM-154 others than pictures likewise, a link around one too", () => {
    const places = (html: string) => readHtmlFile(utf8(html), "utf-8").findings;
    expect(places("<p>算出<math>x</math>即可。</p><p><object></object></p>")).toEqual([
      { kind: "equation", count: 1, where: ["算出"] },
      { kind: "embedded", count: 1, where: [{ after: "算出即可。" }] },
    ]);
    const linked = [{ after: "上文。" }];
    expect(placesIn("link", { findings: places('<p>上文。</p><a href="b"><img></a>') })).toEqual(linked);
    expect(placesIn("link", readMarkdown(utf8("上文。\n\n[![](a.png)](b)\n"), "utf-8"))).toEqual(linked);
  });

  it("IM-154 of a line with very many pictures not all words are read for each of them", () => {
    expect(ofPage(`<p>${"字<img>".repeat(8000)}</p>`)?.at(-1)).toBe("字字字字字");
    const findings = createFindings();
    const line = new PageLine(findings);
    for (let count = 1; count <= 200_000; count += 1) {
      line.add("字");
      line.tell("picture");
    }
    line.end();
    expect(findings.list()).toMatchObject([
      { count: 200_000, where: ["字", "字字", "字字字", "字字字字", "字字字字字"] },
    ]);
  });

  it("IM-154 in a page: its text instead, the line above, the one below", () => {
    expect(ofPage('<p>上文。</p><p><img src="a.png" alt="主席台"></p>')).toEqual(["主席台"]);
    expect(
      ofPage('<p>会场<b>布置</b>如下：</p><p><img src="a.png"></p><img src="b.png"><p>下文。</p>'),
    ).toEqual([{ after: "会场布置如下：" }, { after: "会场布置如下：" }]);
    expect(ofPage('<div><img src="a.png"></div><p>同志们：</p>')).toEqual([{ before: "同志们：" }]);
    expect(ofPage('<p>上文。</p><p hidden>藏着。</p><style>p{}</style><div><img src="a.png"></div>')).toEqual(
      [{ after: "上文。" }],
    );
  });

  it("IM-154 in Markdown the same", () => {
    expect(ofMarkdown("上文。\n\n![主席台](a.png)\n")).toEqual(["主席台"]);
    expect(ofMarkdown("![](a.png)左边是**主席台**。\n")).toEqual(["左边是主席台。"]);
    expect(ofMarkdown("会场**布置**如下：\n\n![](a.png)\n\n下文。\n")).toEqual([{ after: "会场布置如下：" }]);
    expect(ofMarkdown("![](a.png)\n\n# 在会上的讲话\n")).toEqual([{ before: "在会上的讲话" }]);
    expect(ofMarkdown('- 甲\n- <img src="a.png">\n\n| 乙 | ![](b.png) |\n|---|---|\n| 丙 | 丁 |\n')).toEqual([
      { after: "甲" },
      { after: "乙" },
    ]);
  });
});
