import { describe, expect, it } from "vitest";
import { documentText } from "@/core/text/document-text";
import { htmlOf } from "@/core/text/html";
import { readFile } from "@/server/import/read-file";
import { outlineOf } from "../helpers/document-outline";
import { encodeText } from "../helpers/text-encoder";

function fileOf(bytes: Uint8Array, name: string) {
  const outcome = readFile({ bytes, name, encoding: null });
  if (!outcome.ok) throw new Error(`${outcome.problem}: ${outcome.detail}`);
  return outcome.file;
}

const read = (html: string, name = "a.html") => fileOf(new TextEncoder().encode(html), name).text;

const textOf = (html: string) => documentText(read(html).document, "nested");
const outline = (html: string) => outlineOf(read(html).document);
/** "kind count where|where" per finding. */
const findingsOf = (html: string, name?: string) =>
  read(html, name).findings.map(({ kind, count, where }) => `${kind} ${count} ${where.join("|")}`);

describe("the encoding that a page declares", () => {
  const page = (head: string) => `${head}<title>題</title><p>臺灣。</p>`;

  it.each([
    ["big5", page("<meta charset=big5>")],
    ["big5", page("<META http-equiv='Content-Type' content='text/html; charset=BIG5'>")],
    ["big5", page("<?xml version='1.0' encoding='Big5'?>")],
    ["gb18030", page("<meta charset=gb2312>").replace("臺灣", "台湾").replace("題", "题")],
  ] as const)("IM-76 is believed where it can be true: %s %s", (encoding, html) => {
    const file = fileOf(encodeText(html, encoding), "a.html");
    expect(file.encoding).toBe(encoding);
    expect(file.text.findings).toEqual([]);
    expect(documentText(file.text.document, "nested")).toMatch(/^(?:臺灣|台湾)。$/);
  });

  it("IM-76 isn't where the page is UTF-8 or holds other bytes, nor in other files", () => {
    const html = page("<meta charset=big5>");
    expect(fileOf(new TextEncoder().encode(html), "a.html").encoding).toBe("utf-8");
    const simplified = encodeText(
      `<meta charset=big5>${"今天召开会议，总结去年的工作，部署今年的任务，见䶮镇。".repeat(9)}`,
      "gb18030",
    );
    expect(fileOf(simplified, "a.html").encoding).toBe("gb18030");
    expect(
      fileOf(encodeText(page("<meta charset=koi8-r>").replace(/臺灣|題/g, "文"), "gb18030"), "a.html")
        .encoding,
    ).toBe("gb18030");
    const text = encodeText("<meta charset=big5>工作", "gb18030");
    expect(fileOf(text, "a.txt").encoding).toBe("gb18030");
  });
});

describe("what a page hides", () => {
  it("IM-70 an article whose page shows it by script is read", () => {
    const page =
      "<html><head><title>讲话</title></head><body><h1>在会上的讲话</h1>" +
      '<div id="js_content" style="visibility: hidden; opacity: 0; "><p>同志们：</p><p>正文文字。</p></div></body></html>';
    expect(textOf(page)).toBe("在会上的讲话\n同志们：\n正文文字。");
    expect(findingsOf(page)).toEqual([]);
  });

  it("IM-70 hidden text is told with its words, once", () => {
    expect(
      findingsOf(
        "<p>甲<span style='display:none'>乙<a href=x>丙</a><script>x()</script></span></p>" +
          "<div hidden><div hidden>丁</div></div><div hidden><img></div>" +
          "<p><span style='visibility:hidden'>戊&amp;己<i style='visibility:visible'>庚</i></span></p>",
      ),
    ).toEqual(["hidden-text 3 乙丙|丁|戊&己"]);
  });
});

describe("what a page's reader sees without its standing in the source", () => {
  it("IM-82 line breaks of the source that a page shows end lines, in a heading they stay in it", () => {
    expect(
      outline(
        "<div style='white-space:pre-wrap'>第一段。\n第二段。\n\n一、标题\n<span style='white-space:normal'>第三\n段</span>。</div>" +
          "<h2 style='white-space:break-spaces'>二、大\n标题</h2><p style='white-space:nowrap'>平\n常</p>" +
          "<ul><li style='white-space-collapse:preserve'>甲\n乙<li>丙\n丁</ul>" +
          "<table><tr><td style='white-space:pre-line'>1\n2<td>3\n4<tr><td>5<td>6</table>",
      ),
    ).toEqual([
      "paragraph 第一段。",
      "paragraph 第二段。",
      "h1 标题",
      "paragraph 第三段。",
      "h1 大⏎标题",
      "paragraph 平常",
      "bulletList [[甲 乙] [丙丁]]",
      "table [[[1 2] [3 4]] [[5] [6]]]",
    ]);
  });

  it("IM-82 a quotation in the line has its marks, once", () => {
    expect(textOf("<p>他说<q>要<b>讲<q>真话</q></b></q>，<q>“好”</q><q></q>。</p>")).toBe(
      "他说“要讲‘真话’”，“好”。",
    );
    expect(textOf("<p>甲<q style='visibility:hidden'>乙</q>丙</p>")).toBe("甲丙");
  });
});

describe("HTML as older programs write it", () => {
  it("IM-71 names of tags and attributes mean the same in capitals", () => {
    const page = (html: string) => read(html).document.content;
    const small =
      '<p>甲<span style="display:none">乙</span><b hidden>丙</b></p><ol start="3"><li>丁</li></ol>' +
      '<table><tr><td colspan="2">a</td><td>b</td></tr><tr><td>c</td><td>d</td><td>e</td></tr></table>';
    const capital = small.replaceAll(/<\/?\w+|(?:style|hidden|start|colspan)(?=[=>])/g, (name) =>
      name.toUpperCase(),
    );
    expect(capital).toContain('<SPAN STYLE="display:none">');
    expect(page(capital)).toEqual(page(small));
    expect(findingsOf(capital)).toEqual(["hidden-text 2 乙|丙"]);
  });
});

it("TX-32 a list's numbers come back from what is exported as HTML", () => {
  const item = (text: string) => ({
    type: "listItem",
    content: [{ type: "paragraph", content: [{ type: "text", text }] }],
  });
  const content = ["a", "A", "i", "I"].map((type, index) => ({
    type: "orderedList",
    attrs: { start: index + 2, type },
    content: [item("甲"), item("乙")],
  }));
  const html = htmlOf({ type: "doc", content }, { title: "题", numberingStyle: "nested" });
  expect(read(html).document.content).toEqual(content);
});

describe("words in no cell and no item", () => {
  it.each([
    [
      "<table><form><tr><td>甲。<td>乙</tr><tr><td>丙<td>丁</tr></form></table>",
      ["table [[[甲。] [乙]] [[丙] [丁]]]"],
    ],
    ["<table><td>甲<td>乙<tr><td>丙<td>丁</table>", ["table [[[甲] [乙]] [[丙] [丁]]]"]],
    ["<table><td>甲。</td></table>", ["paragraph 甲。"]],
    ["<table><div><tr><td>甲<td>乙</tr></div></table>", ["table [[[甲] [乙]]]"]],
    [
      "<table>游离<b>文字。</b><tr>行内。<td>甲<td>乙</table>",
      ["paragraph 游离**文字。**", "paragraph 行内。", "table [[[甲] [乙]]]"],
    ],
    [
      "<ul>引言<b>一。</b><li>甲</li>插入<i>二</i><li>乙</ul>",
      ["paragraph 引言**一。**", "bulletList [[甲 插入__二__] [乙]]"],
    ],
    ["<ol><li>甲<ul>引言<li>乙</ul>尾<a>甲</a></ol>", ["orderedList [[甲 引言 [[乙]] 尾甲]]"]],
    ["<ul><a>甲</a> <a>乙</a></ul>", ["bulletList [[甲] [乙]]"]],
  ])("TX-28 stay, and so do cells in no row: %s", (html, expected) => {
    expect(outline(html)).toEqual(expected);
  });
});

describe("changes that a page shows", () => {
  it("IM-73 they stand as accepted, and each is told", () => {
    const html =
      "<p>预算<del>100万元</del><ins>80万元</ins>，<s>旧</s><ins>新</ins>，<s>划去</s>。</p>" +
      "<p class=MsoNormal>甲<span class=msoDel><del>乙</del></span><span class=msoIns><ins>丙</ins></span></p>";
    expect(textOf(html)).toBe("预算80万元，新，划去。\n甲丙");
    expect(findingsOf(html)).toEqual(["other-revision 6 100万元|80万元|旧|新|乙", "formatting 1 划去"]);
  });
});

describe("what can't stand where it stood", () => {
  const NESTED =
    "<tr><td>组织部</td><td>任务<table><tr><td>细一</td></tr></table></td></tr><tr><td>宣传部</td><td>任务二</td></tr>";

  it.each([
    `<table><tr><th>单位<th>任务</tr>${NESTED}</table>`,
    `<table border=1><tr><td>单位<td>任务</tr>${NESTED}</table>`,
    `<table class=MsoTableGrid><tr><td>单位<td>任务</tr>${NESTED}</table>`,
    `<table><tr><td>单位<td>任务</tr>${NESTED}</table>`,
  ])("TX-22 IM-74 a table of data stays one with tables in its cells, and that is told: %s", (html) => {
    expect(outline(html)).toEqual(["table [[[单位] [任务]] [[组织部] [任务 细一]] [[宣传部] [任务二]]]"]);
    expect(findingsOf(html)).toEqual(["table-shape 1 细一"]);
  });

  it("TX-22 a table that arranges a page with tables in it is its text all the same", () => {
    const text = "今天召开会议，主要任务是总结去年的工作，部署今年的任务。".repeat(5);
    for (const html of [
      `<table><tr><td>站名</td><td>导航</td></tr><tr><td><table><tr><td>栏目</td></tr></table></td><td>${text}</td></tr></table>`,
      `<table border=1><tr><td><table><tr><td>栏目</td></tr></table></td><td>${text}</td></tr></table>`,
    ]) {
      expect(outline(html)).toContain(`paragraph ${text}`);
      expect(findingsOf(html)).toEqual([]);
    }
  });

  it("IM-74 tables in items and quotations, and lists in quotations, are told", () => {
    const html =
      "<ul><li>甲<table><tr><td>1<td>2<tr><td>3<td>4</table></ul><blockquote>乙<ol><li>丙<li>丁</ol></blockquote>";
    expect(outline(html)).toEqual(["bulletList [[甲 1 2 3 4]]", "quotation [乙 丙 丁]"]);
    expect(findingsOf(html)).toEqual(["table-shape 1 1234", "deep-heading 1 丙丁"]);
  });

  it("IM-74 so are those of a Markdown file", () => {
    const markdown = "> 乙\n>\n> 1. 丙\n> 2. 丁\n\n- 甲\n\n  | a | b |\n  |---|---|\n  | 1 | 2 |\n";
    expect(outlineOf(read(markdown, "a.md").document)).toEqual([
      "quotation [乙 丙 丁]",
      "bulletList [[甲 a b 1 2]]",
    ]);
    expect(findingsOf(markdown, "a.md")).toEqual([
      "deep-heading 1 1. 丙 2. 丁",
      "table-shape 1 a b --- --- 1 2",
    ]);
  });
});

it("IM-33 comments of a Word file that was saved as a page are told", () => {
  const html =
    "<p class=MsoNormal>正文<span class=MsoCommentReference><a class=msocomanchor href='#c'>[王1]</a></span></p>" +
    "<div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>要改</p></div></div>";
  expect(textOf(html)).toBe("正文");
  expect(findingsOf(html)).toEqual(["other 1 要改"]);
});

describe("looks of words", () => {
  it("TX-29 IM-72 raised words that Unicode can't write so are told", () => {
    const html = "<p>10<sup>8</sup>，1<sup>st</sup>，x<span style='vertical-align:sub'>max</span></p>";
    expect(textOf(html)).toBe("10⁸，1st，xmax");
    expect(findingsOf(html)).toEqual(["formatting 2 st|max"]);
  });

  it("IM-75 letters that a symbol font draws as signs are told with the words beside them, bullets aren't", () => {
    const html =
      '<p class=MsoNormal><span style=\'font-family:"Wingdings 2";mso-char-type:symbol;mso-symbol-font-family:"Wingdings 2"\'>' +
      "<span style='mso-char-type:symbol;mso-symbol-font-family:\"Wingdings 2\"'>R</span></span>同意</p>" +
      "<p><font face=Wingdings>完成<span style='font-family:宋体'>A</span>ü</font></p>" +
      "<p style='mso-list:l0 level1 lfo1'><span style='font-family:Wingdings;mso-list:Ignore'>l<span>&nbsp;</span></span>项</p>";
    expect(outline(html)).toEqual(["paragraph R同意", "paragraph 完成Aü", "bulletList [[项]]"]);
    expect(findingsOf(html)).toEqual(["unknown-character 2 R同意|完成Aü"]);
  });

  it("IM-72 struck, underlined and coloured words are told, once and with the words, by tag or by style", () => {
    const html =
      "<body style='color:#333;background:#eef6ff'><p style='color:rgb(63, 63, 63)'>甲<span style='text-decoration:line-through'>乙</span>" +
      "<span style='TEXT-DECORATION-LINE: underline'><span style='color:red'>丙</span></span><font color=#FF0000>丁</font>" +
      "<span style='background:yellow;mso-highlight:yellow'>戊</span><u>己</u><mark>庚</mark><s>辛</s>" +
      "<span style='color:black;background-color:transparent;text-decoration:none'>壬</span>" +
      "<a href=x style='color:blue;text-decoration:underline'>癸</a></p></body>";
    expect(textOf(html)).toBe("甲乙丙丁戊己庚辛壬癸");
    expect(findingsOf(html)).toEqual(["formatting 7 乙|丙|丁|戊|己", "link 1 癸"]);
  });

  it("IM-91 paragraphs on the right are told, once; a table's, a picture's and a title's place isn't", () => {
    const html =
      "<h1 align=right>讲话</h1><p style='text-align:right'>市委办公室</p><div align=right><p align=right>甲</p><p>乙</p></div>" +
      "<p>丙<img align=right></p><p style='text-align:justify'>丁</p><p align=right> </p>" +
      "<table><tr><td><p align=right>1</p></td><td align=right>2</td></tr><tr><td>3</td><td>4</td></tr></table>";
    expect(findingsOf(html)).toEqual(["alignment 2 市委办公室|甲乙", "picture 1 丙"]);
  });
});

describe("HTML in a line of Markdown", () => {
  const lineOf = (markdown: string) => outlineOf(read(markdown, "a.md").document);

  it("IM-77 is read and told as in a web page", () => {
    const markdown =
      "面积10<sup>8</sup>，**任<ruby>重<rt>zhòng</rt></ruby>道远**，<span style='display:none'>藏</span><del>旧</del><ins>新</ins>&amp;" +
      "<u>下划</u>，[链<b>接</b>](http://example.invalid)<br>`<i>`\\*";
    expect(lineOf(markdown)).toEqual(["paragraph 面积10⁸，**任重道远**，新&下划，链**接**⏎<i>*"]);
    expect(findingsOf(markdown, "a.md")).toEqual([
      "ruby 1 重",
      "hidden-text 1 藏",
      "other-revision 2 旧|新",
      "formatting 1 下划",
      "link 1 链接",
    ]);
  });

  it("IM-77 doesn't lose words struck in Markdown, or after a tag that is never closed", () => {
    expect(lineOf("~~旧~~改<mark>亮\n\n- 甲<kbd>乙</kbd><!-- 丙 -->\n\n# 丁<sub>2</sub>。")).toEqual([
      "paragraph 旧改亮",
      "bulletList [[甲乙]]",
      "title 丁₂。",
    ]);
    expect(lineOf("甲<div>乙</div>丙<ul><li>丁</ul>")).toEqual(["paragraph 甲⏎乙⏎丙⏎丁"]);
    expect(findingsOf("~~旧~~<kbd>改</kbd>", "a.md")).toEqual(["formatting 1 旧"]);
  });
});
