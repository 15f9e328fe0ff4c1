// @vitest-environment happy-dom
import { expect, it } from "vitest";
import { documentFromClipboard } from "@/components/editor/paste/clipboard-document";
import type { NumberingStyle } from "@/core/speech";
import { importPlainText } from "@/core/text/import/plain-text";
import { outlineOf } from "../helpers/document-outline";

/** With a numbering style the text goes into a speech, below words that stand there. */
const outline = (text: string, numberingStyle?: NumberingStyle) =>
  outlineOf(importPlainText(text, { numberingStyle }).document);

it.each([
  "坚持问题导向\n突出重点\n压实责任",
  "出席人员\n张三\n李四",
  "参会领导\n市委书记\n市长",
  "工作分工\n办公室主任 苏禾\n秘书长 林岳",
  "发展质量稳步提升\n（增长8.5%）\n民生持续改善",
  "今年的目标\n——经济增长5%\n——居民收入同步增长",
])("TX-15 short lines are no title with names and dates, in a new speech either: %j", (text) => {
  const lines = text.split("\n").map((line) => `paragraph ${line}`);
  expect(outline(text)).toEqual(lines);
  expect(outline(text, "nested")).toEqual(lines);
});

it("TX-15 of a whole text a date, a subtitle or the name behind a post shows the title", () => {
  for (const below of ["2026年3月5日", "——在培训班上的讲话", "市委书记 林岳", "林岳\n（2026年3月5日）"])
    expect(outline(`办公室的本分\n${below}\n今天开班。`)[0], below).toMatch(/^title 办公室的本分/);
  expect(outline("年度总结\n抓重点\n补短板").slice(0, 2)).toEqual(["title 年度总结", "paragraph 抓重点"]);
});

it("TX-15 what goes in below a speech's words begins with no title unless somebody is greeted under it", () => {
  const below = (text: string) => outline(text, "nested");
  expect(below("主要指标\n2025年3月\n增长8%")[0]).toBe("paragraph 主要指标");
  expect(below("今年的工作总结\n张三\n正文。")[0]).toBe("paragraph 今年的工作总结");
  expect(below("突出重点\n压实责任\n同志们：\n正文。").slice(0, 3)).toEqual([
    "paragraph 突出重点",
    "paragraph 压实责任",
    "salutation 同志们：",
  ]);
  expect(below("在会上的讲话\n同志们：\n一、甲\n在培训班上的讲话\n林岳\n同志们：\n一、乙")).toEqual([
    "title 在会上的讲话",
    "salutation 同志们：",
    "h1 甲",
    "title 在培训班上的讲话",
    "byline 林岳",
    "salutation 同志们：",
    "h1 乙",
  ]);
  expect(below("把事情办在前面\n（2026年3月5日）\n同志们：").slice(0, 2)).toEqual([
    "title 把事情办在前面",
    "dateLine （2026年3月5日）",
  ]);
});

it("TX-15 broken lines that are pasted below a speech's words stay lines, a title that is worded as one doesn't", () => {
  const below = (html: string) =>
    outlineOf(documentFromClipboard({ html, text: "", numberingStyle: "nested" }).document);
  expect(below("<p>第一行<br>第二行</p><p>第三行文字很普通</p>")).toEqual([
    "paragraph 第一行",
    "paragraph 第二行",
    "paragraph 第三行文字很普通",
  ]);
  expect(below("<center>在会上的讲话<br>（一）</center><p>同志们：</p>")[0]).toBe(
    "title 在会上的讲话⏎（一）",
  );
});

it("TX-21 a declared heading that nobody is greeted under is no title, unless its wording and its place say so", () => {
  const paste = (html: string) =>
    outlineOf(
      documentFromClipboard({ html, text: "", numberingStyle: "nested", beginsSpeech: true }).document,
    );
  expect(paste("<h2>形势</h2><p>2026年3月5日</p><h3>张三</h3>")).toEqual([
    "h1 形势",
    "paragraph 2026年3月5日",
    "h2 张三",
  ]);
  expect(paste("<h2>年度总结</h2><p>甲。</p><h2>明年打算</h2>")[0]).toBe("h1 年度总结");
  expect(paste("<h2>在会上的讲话</h2><p>（2026年3月5日）</p><p>甲。</p>").slice(0, 2)).toEqual([
    "title 在会上的讲话",
    "dateLine （2026年3月5日）",
  ]);
});
