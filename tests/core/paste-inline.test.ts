// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import {
  holdsText,
  inlineFromClipboard,
  isInlinePaste,
  type PastePlace,
} from "@/components/editor/paste/clipboard-document";

describe("one pasted line", () => {
  it.each([
    [true, "", "一行文字"],
    [true, "", "一、一行"],
    [true, "<meta charset=utf-8><span style='color:red'>一行<b>文字</b></span>", "一行文字"],
    [true, "<!--StartFragment--><p class=MsoNormal>半句话</p>", "半句话"],
    [false, "", "两行\n文字"],
    [false, "", "整段\r\n"],
    [false, "", ""],
    [false, "<p>整段</p>", "整段\r\n"],
    [false, "<h2>小标题</h2>", "小标题"],
    [false, "<ul><li>一项</li></ul>", "一项"],
    [false, "<p>甲</p><p>乙</p>", "甲乙"],
  ])("TX-24 one line without structure is pasted into the line (%s): %s %s", (expected, html, text) => {
    expect(isInlinePaste({ html, text })).toBe(expected);
  });

  const sheet = (...rows: readonly string[]) =>
    `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td{mso-x:y;}</style></head><body link="#0563C1">
<table border=0 cellpadding=0 width=72><!--StartFragment--><col width=72>
${rows.map((row) => `<tr height=20>${row}</tr>`).join("")}<!--EndFragment--></table></body></html>`;

  it.each([
    [true, sheet("<td height=20 class=xl65>1,280</td>"), "1,280\r\n"],
    [true, sheet("<td align=right><b>增长</b>8%</td>"), "增长8%\n"],
    [true, sheet("<th>合计</th>"), "合计"],
    [false, sheet("<td>甲<br>乙</td>"), '"甲\n乙"\r\n'],
    [false, sheet("<td>甲</td><td>乙</td>"), "甲\t乙\r\n"],
    [false, sheet("<td>甲</td>", "<td>乙</td>"), "甲\r\n乙\r\n"],
    [false, sheet("<td>甲</td>", "<td></td>"), "甲\r\n\r\n"],
    [false, sheet("<td></td>").replace("</body>", "<p>整段</p></body>"), "整段\r\n"],
    [false, "", "甲\r\n"],
  ])(
    "TX-24 one cell of a spreadsheet, which ends as a line, is pasted into the line (%s): %s %j",
    (expected, html, text) => {
      expect(isInlinePaste({ html, text })).toBe(expected);
    },
  );

  it("TX-24 of one cell of a spreadsheet its words come in, with their looks", () => {
    const html = sheet("<td align=right><b>增长</b>8%</td>");
    expect(inlineFromClipboard({ html, text: "增长8%\r\n" })).toEqual([
      { type: "text", text: "增长", marks: [{ type: "bold" }] },
      { type: "text", text: "8%" },
    ]);
  });

  it("TX-24 an inline paste keeps bold, italic, typed numbers and the spaces around it", () => {
    expect(inlineFromClipboard({ html: "", text: " 一、甲 " })).toEqual([{ type: "text", text: " 一、甲 " }]);
    expect(inlineFromClipboard({ html: "<span> big <b>plan</b></span>", text: " big plan" })).toEqual([
      { type: "text", text: " big " },
      { type: "text", text: "plan", marks: [{ type: "bold" }] },
    ]);
  });

  const emptyLine: PastePlace = { numberingStyle: "nested", isEmptyLine: true };

  it.each([
    [false, "", "同志们："],
    [false, "", "一、加强领导"],
    [false, "", "（一）夯实基础。档案从形成起就要管。"],
    [false, "", "各位代表：现在，我报告工作。"],
    [false, "<span>１、</span><b>加强领导</b>", "１、加强领导"],
    [false, '<h3 class="speech-heading-2" data-pm-slice="1 1 []">夯实基础</h3>', "（一）夯实基础"],
    [true, "", "在会上的讲话"],
    [true, "", "突出重点"],
    [true, "", "3、4月份是关键期"],
    [true, "", "- 一项"],
    [true, "", "> 引文"],
    [true, '<p class="speech-paragraph" data-pm-slice="1 1 []">一、不是标题</p>', "一、不是标题"],
  ])("TX-24 in an empty line a heading or greeting is one (%s): %s %s", (expected, html, text) => {
    expect(isInlinePaste({ html, text }, emptyLine)).toBe(expected);
    expect(isInlinePaste({ html, text }, { numberingStyle: "nested" })).toBe(true);
  });
});

describe("a paste without text", () => {
  it.each([
    [false, "", ""],
    [false, '<meta charset=utf-8><img src="https://example.org/a.png">', ""],
    [false, "<p class=MsoNormal><img width=10 src='file:///a.png'></p>", "\r\n"],
    [true, "<p><img src='a.png'>说明</p>", ""],
    [true, "<table><tr><td>甲</td></tr></table>", ""],
    [true, "<img src='a.png'>", "说明"],
    [true, "", " "],
    [true, "<span> </span>", " "],
    [true, "", "文字"],
  ])("ED-54 a picture or file holds no text (%s): %s %j", (expected, html, text) => {
    expect(holdsText({ html, text })).toBe(expected);
  });
});
