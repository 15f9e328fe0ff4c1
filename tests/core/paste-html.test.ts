// @vitest-environment happy-dom
import { Node } from "@tiptap/pm/model";
import { describe, expect, it } from "vitest";
import { documentFromClipboard } from "@/components/editor/paste/clipboard-document";
import { documentSchema } from "@/core/document/schema";
import type { NumberingStyle } from "@/core/speech";
import { nodeText } from "@/core/text/count";
import { outlineOf } from "../helpers/document-outline";

function paste(html: string, numberingStyle: NumberingStyle = "nested") {
  const pasted = documentFromClipboard({ html, text: "", numberingStyle, beginsSpeech: true });
  Node.fromJSON(documentSchema(), pasted.document).check();
  return pasted;
}

const outline = (html: string, numberingStyle?: NumberingStyle) =>
  outlineOf(paste(html, numberingStyle).document);

/** As Word 2016 writes a copied speech: styles by class, automatic numbers in marked spans. */
const WORD = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta charset=utf-8><meta name=Generator content="Microsoft Word 15">
<style><!-- p.MsoNormal {mso-style-name:正文; font-family:仿宋_GB2312;} --></style>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head>
<body lang=ZH-CN style='tab-interval:21.0pt'><!--StartFragment-->
<p class=MsoTitle align=center><span style='font-family:方正小标宋简体'>把事情办在前面<span lang=EN-US><o:p></o:p></span></span></p>
<p class=MsoNormal align=center style='text-align:center'><span style='font-family:楷体'>办公室主任<span
lang=EN-US><span style='mso-spacerun:yes'>&nbsp; </span></span>苏禾</span></p>
<p class=MsoNormal align=center><span lang=EN-US style='font-family:楷体'>（2026</span><span style='font-family:楷体'>年<span
lang=EN-US>3</span>月<span lang=EN-US>5</span>日）</span></p>
<p class=MsoNormal><b><span style='font-family:仿宋'>同志们：</span></b></p>
<h1><![if !supportLists]><span lang=EN-US style='mso-list:Ignore'>一、<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>提前一步</h1>
<p class=MsoNormal style='text-indent:32.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:
Ignore'>（一）<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span><![endif]><b>早一天准备。</b>材料提前备好，
会场提前看好。</p>
<p class=MsoNormal><span style='font-family:仿宋'>　　1.<b style='mso-bidi-font-weight:normal'>重点</b>是<i>时间</i>。后面再说<span class=MsoCommentReference><span lang=EN-US><a href="#_msocom_1" class=msocomanchor>[苏1]</a></span></span><del class=msoDel>删掉的</del><ins class=msoIns>补上的</ins>。</span></p>
<p class=MsoListParagraph style='margin-left:21pt;mso-list:l1 level1 lfo2'><![if !supportLists]><span
lang=EN-US style='font-family:Wingdings;mso-list:Ignore'>l<span>&nbsp;&nbsp;</span></span><![endif]>通知</p>
<p class=MsoListParagraph style='mso-list:l1 level2 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>Ø<span>&nbsp;</span></span><![endif]>电话</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>l<span>&nbsp;</span></span><![endif]>短信</p>
<p class=MsoListParagraph style='mso-list:l2 level1 lfo3'><![if !supportLists]><span lang=EN-US style='mso-list:Ignore'>1.<span>&nbsp;</span></span><![endif]>第一步</p>
<p class=MsoNormal style='mso-outline-level:2'>回头再看</p>
<table class=MsoTableGrid border=1><tr><td width=100 valign=top style='border:solid'><p class=MsoNormal>时间<o:p></o:p></p></td><td colspan=2><p class=MsoNormal>地点</p></td></tr>
<tr><td rowspan=9><p class=MsoNormal>上午</p></td><td><p class=MsoNormal>一楼</p></td></tr></table>
<p class=MsoNormal><span style='mso-hide:all'>藏起来的字</span><o:p>&nbsp;</o:p></p>
<div style='mso-element:comment-list'><p class=MsoCommentText>批注正文</p></div>
<!--EndFragment--></body></html>`;

/** As WPS writes it: everything in spans and fonts, no heading tags. */
const WPS = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name="Generator" content="WPS Office"><style>@font-face{font-family:"仿宋_GB2312";}p.MsoNormal{mso-style-name:正文;}</style></head>
<body><!--StartFragment--><p class="MsoNormal" align="center" style="mso-char-indent-count:0;"><span style="mso-spacerun:'yes';font-family:方正小标宋简体;font-size:22.0pt;"><font face="方正小标宋简体">在春季培训班上的讲话</font></span><span style="mso-spacerun:'yes';"><o:p></o:p></span></p>
<p class="MsoNormal"><span style="mso-spacerun:'yes';font-family:仿宋_GB2312;"><font face="仿宋_GB2312">同志们</font>:</span></p>
<p class="MsoNormal" style="text-indent:32.0000pt;"><b><span style="font-family:黑体;font-weight:bold;"><font face="黑体">一、</font></span></b><b><span style="font-family:黑体;"><font face="黑体">认真学</font></span></b></p>
<p class="MsoNormal"><span style="font-family:仿宋;"><font face="仿宋">1、坐得住。</font></span><span style="font-family:仿宋;">课堂上<font face="仿宋">不看手机。</font></span></p>
<p class="MsoNormal"><span>1、记得牢。笔记要记全。</span></p><!--EndFragment--></body></html>`;

describe("pasted HTML", () => {
  it("TX-21 a speech copied from Word keeps its title block, headings, lists, table, bold and italic", () => {
    expect(outline(WORD)).toEqual([
      "title 把事情办在前面",
      "byline 办公室主任 苏禾",
      "dateLine （2026年3月5日）",
      "salutation 同志们：",
      "h1 提前一步",
      "h2r 早一天准备。材料提前备好，会场提前看好。",
      "h3r **重点**是__时间__。后面再说补上的。",
      "bulletList [[通知 [[电话]]] [短信]]",
      "orderedList [[第一步]]",
      "h2 回头再看",
      "table [[[时间] [地点]] [[上午] [一楼]]]",
    ]);
  });

  it("TX-21 a speech copied from WPS gives the same blocks as its plain text, with the notice", () => {
    expect(outline(WPS)).toEqual([
      "title 在春季培训班上的讲话",
      "salutation 同志们:",
      "h1 认真学",
      "h3r 坐得住。课堂上不看手机。",
      "h3r 记得牢。笔记要记全。",
    ]);
    expect(outline(WPS, "flat")[3]).toBe("h2r 坐得住。课堂上不看手机。");
    expect(paste(WPS).notices).toEqual([{ block: 4, from: "1、", to: "2.", heading: "记得牢。" }]);
  });

  it("TX-21 a web page's only h1 is its title, its other headings rank by the tags in use", () => {
    expect(outline("<h1>春天的<br>讲话</h1><h2>甲</h2><h4>乙</h4><p>丙<h2>丁。戊</h2>")).toEqual([
      "title 春天的⏎讲话",
      "h1 甲",
      "h2 乙",
      "paragraph 丙",
      "h1r 丁。戊",
    ]);
    expect(outline("<h3>甲</h3><h5>乙</h5>")).toEqual(["h1 甲", "h2 乙"]);
    expect(outline("<h1>甲</h1><h1>乙</h1>")).toEqual(["h1 甲", "h1 乙"]);
  });

  it.each([
    [
      "<p align=center>在全市会议上<br>的讲话</p><p>同志们：</p>",
      ["title 在全市会议上⏎的讲话", "salutation 同志们："],
    ],
    [
      "<div style='text-align: center'><b>在全市档案<br>会议上<br>的讲话</b><br>王禾<br>（2026年3月5日）</div><p>同志们：</p><p>正文。</p>",
      [
        "title 在全市档案⏎会议上⏎的讲话",
        "byline 王禾",
        "dateLine （2026年3月5日）",
        "salutation 同志们：",
        "paragraph 正文。",
      ],
    ],
    [
      "<center>在全市会议上<br>的讲话</center><p>今天开会。</p>",
      ["title 在全市会议上⏎的讲话", "paragraph 今天开会。"],
    ],
    [
      "<center>某某网<br><br>在会上的讲话</center><p>同志们：</p>",
      ["paragraph 某某网", "title 在会上的讲话", "salutation 同志们："],
    ],
    [
      "<p>某某网<br>在会上的讲话</p><p>同志们：</p>",
      ["paragraph 某某网", "title 在会上的讲话", "salutation 同志们："],
    ],
    [
      "<center>甲。<br>在会上的讲话<br>（一）</center><p>同志们：</p>",
      ["paragraph 甲。", "title 在会上的讲话⏎（一）", "salutation 同志们："],
    ],
  ])("TX-31 a centred title that is broken into lines is one: %s", (html, expected) => {
    expect(outline(html)).toEqual(expected);
  });

  it("TX-21 a typed number outranks the tag it stands in, and the greeting shows the title", () => {
    expect(
      outline("<h1>讲话大全</h1><h2>讲话（一）</h2><p>同志们：<h2>（一）甲</h2><h3>一、乙</h3>"),
    ).toEqual(["paragraph 讲话大全", "title 讲话（一）", "salutation 同志们：", "h2 甲", "h1 乙"]);
    expect(outline("<h1>一、甲</h1><p>乙")).toEqual(["h1 甲", "paragraph 乙"]);
  });

  it("TX-22 lists nest as they did, also where an editor put the inner list beside its item", () => {
    expect(
      outline(
        "<ul><li>甲<ol start=3><li><p>乙</p><p>丙</p></li></ol></li><ul><li>丁</li></ul><li></li></ul>",
      ),
    ).toEqual(["bulletList [[甲 [[乙 丙]] [[丁]]]]"]);
    expect(outline("<ul><ul><li>甲</li></ul><li>乙</li><li><ul><li>丙</li></ul></li></ul>")).toEqual([
      "bulletList [[甲]]",
      "bulletList [[乙] [ [[丙]]]]",
    ]);
    expect(paste("<ol start=3><li>甲</ol>").document.content?.[0]?.attrs).toEqual({ start: 3 });
    expect(outline("<ul><li><h2>甲</h2><table><tr><td>乙<td>丙</table></li></ul>")).toEqual([
      "bulletList [[甲 乙 丙]]",
    ]);
  });

  it("TX-22 quotations hold paragraphs only; empty ones and empty lists vanish", () => {
    expect(
      outline("<blockquote>甲<h2>乙</h2><ul><li>丙</ul></blockquote><blockquote> </blockquote><ul></ul>"),
    ).toEqual(["quotation [甲 乙 丙]"]);
  });

  it("TX-22 a table keeps its spans and is filled to one width", () => {
    const [table] =
      paste(
        "<table><caption>表一</caption><thead><tr><th colspan=2>甲<th>乙</thead><tr><td rowspan=2>丙<td>丁<tr><td colspan=x>戊</table>",
      ).document.content?.slice(1) ?? [];
    const spans = (table?.content ?? []).map((row) =>
      (row.content ?? []).map(({ type, attrs }) => [type, attrs?.colspan ?? 1, attrs?.rowspan ?? 1]),
    );
    expect(spans).toEqual([
      [
        ["tableHeader", 2, 1],
        ["tableHeader", 1, 1],
      ],
      [
        ["tableCell", 1, 2],
        ["tableCell", 1, 1],
        ["tableCell", 1, 1],
      ],
      [
        ["tableCell", 1, 1],
        ["tableCell", 1, 1],
      ],
    ]);
  });

  it("TX-22 a table that only arranges a page is read as its text", () => {
    expect(outline("<table><tr><td><p>一、甲</p><table><tr><td>乙<td>丙</table></td></tr></table>")).toEqual([
      "h1 甲",
      "table [[[乙] [丙]]]",
    ]);
    expect(outline("<table><tr><td>甲<tr><td>乙</table>")).toEqual(["paragraph 甲", "paragraph 乙"]);
  });

  it("TX-23 bold and italic come from tags and styles, nothing else does", () => {
    expect(
      outline(
        '<p><strong>甲</strong><em>乙</em><span style="FONT-WEIGHT: 700;color:red">丙</span><u>丁</u>' +
          '<a href="https://example.com">戊</a><b style="font-weight:normal">己</b><span style="font-style:italic">庚</span></p>',
      ),
    ).toEqual(["paragraph **甲**__乙__**丙**丁戊己__庚__"]);
  });

  it("TX-23 a heading or salutation that is bold all through is just that; a bold word in it stays", () => {
    expect(outline("<p><b>同志们：</b></p><p><b>一、甲</b></p><p>二、甲<b>乙</b></p>")).toEqual([
      "salutation 同志们：",
      "h1 甲",
      "h1 甲**乙**",
    ]);
  });

  it("TX-23 line breaks of the source are no spaces in Chinese text, and spaces aren't doubled", () => {
    expect(
      outline("<p>\n  春天\n  来<span>了</span>\n<span>，</span>  big\n  plan&nbsp;&nbsp;好\n</p>"),
    ).toEqual(["paragraph 春天来了， big plan 好"]);
  });

  it("TX-23 br, pre and nested blocks end a line", () => {
    expect(outline("<div>甲<br><br>一、乙<div>丙</div>丁</div><pre>戊\n己</pre>")).toEqual([
      "paragraph 甲",
      "h1 乙",
      "paragraph 丙",
      "paragraph 丁",
      "paragraph 戊",
      "paragraph 己",
    ]);
  });

  it("TX-23 hidden text and the pinyin over a character don't come along", () => {
    expect(
      outline(
        '<p>甲<span style="display: none">乙</span><span hidden>丙</span><ruby>林<rp>(</rp><rt>lín</rt></ruby></p>',
      ),
    ).toEqual(["paragraph 甲林"]);
  });

  it("TX-23 hidden rows of a table, and what is hidden with emphasis, don't come along either", () => {
    expect(
      outline(
        '<p>甲<span style="display:none ! important">乙</span></p><table><tr><td>a<td>b<tr style="display:none">' +
          "<td>c<td>d<tr><td>e<td>f<tbody hidden><tr><td>g<td>h</table>",
      ),
    ).toEqual(["paragraph 甲", "table [[[a] [b]] [[e] [f]]]"]);
  });

  it("TX-23 a block that waits for its page's script to be seen is text, invisible words in a line aren't", () => {
    expect(
      outline(
        '<div id="js_content" style="visibility: hidden; opacity: 0; "><p>正文。</p></div>' +
          '<p>甲<span style="visibility:hidden">乙<b style="visibility: visible">丙</b></span>丁</p>',
      ),
    ).toEqual(["paragraph 正文。", "paragraph 甲**丙**丁"]);
  });

  it("TX-29 raised and lowered words keep their meaning where Unicode has all their characters", () => {
    expect(
      outline(
        "<p>10<sup><b>8</b></sup>平方米，10<sup>−(n+1)</sup>，CO<sub>2</sub>，1<sup>st</sup>，m<span style='VERTICAL-ALIGN:super'>3</span>。</p>",
      ),
    ).toEqual(["paragraph 10**⁸**平方米，10⁻⁽ⁿ⁺¹⁾，CO₂，1st，m³。"]);
  });

  it("TX-30 what was taken out stays out; what is only struck through is text", () => {
    expect(
      outline(
        "<p>预算<del>100万元</del><ins>80万元</ins>，<strike>旧</strike> <ins>新</ins><s>陈</s>，<s>划去</s>。</p>",
      ),
    ).toEqual(["paragraph 预算80万元， 新，划去。"]);
  });

  it("TX-24 HTML without text falls back to the plain text, nothing at all gives an empty paragraph", () => {
    const image = { html: "<img src=x>", numberingStyle: "nested" as const };
    expect(nodeText(documentFromClipboard({ ...image, text: "一、甲" }).document)).toBe("甲");
    expect(documentFromClipboard({ ...image, text: "" }).document.content).toEqual([{ type: "paragraph" }]);
  });

  it("TX-11 in a list, quotation or cell nothing is a heading, so numbers and greetings stay as typed", () => {
    const inside = { numberingStyle: "nested", isInside: true } as const;
    const html = "<p>一、<b>甲</b></p><h2>（一）乙</h2><p>各位代表：现在开会。</p><p> </p>";
    const { document, typed } = documentFromClipboard({ html, text: "", ...inside });
    expect(outlineOf(document)).toEqual([
      "paragraph 一、**甲**",
      "paragraph （一）乙",
      "paragraph 各位代表：现在开会。",
    ]);
    expect(typed).toEqual([]);
    expect(outlineOf(documentFromClipboard({ html: "", text: "1.甲\n2.乙", ...inside }).document)).toEqual([
      "paragraph 1.甲",
      "paragraph 2.乙",
    ]);
  });
});
