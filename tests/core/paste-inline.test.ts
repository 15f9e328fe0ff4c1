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
