import { Node } from "@tiptap/pm/model";
import { describe, expect, it } from "vitest";
import { type DocumentNode, documentSchema } from "@/core/document/schema";
import type { NumberingStyle } from "@/core/speech";
import { nodeText } from "@/core/text/count";
import { documentText } from "@/core/text/document-text";
import { importPlainText } from "@/core/text/import/plain-text";
import { outlineOf } from "../helpers/document-outline";

/** Imports a text and describes each block as "type text", headings as "h<level>[r] text". */
function outline(text: string, numberingStyle?: NumberingStyle): string[] {
  const { document } = importPlainText(text, { numberingStyle });
  Node.fromJSON(documentSchema(), document).check();
  return (document.content ?? []).map(describeBlock);
}

function describeBlock(block: DocumentNode): string {
  const name =
    block.type === "heading" ? `h${block.attrs?.level}${block.attrs?.runIn ? "r" : ""}` : block.type;
  return `${name} ${nodeText(block).replaceAll("\n", "⏎")}`.trim();
}

describe("plain text", () => {
  it("TX-10 typed numbers become headings of the level that their form has in the nested style", () => {
    const text = "一、甲\n（一）乙\n(二) 丙\n1.丁\n2．戊\n3、己\n（1）庚\n(2)辛\n3）壬\n①癸";
    expect(outline(text)).toEqual([
      "h1 甲",
      "h2 乙",
      "h2 丙",
      "h3 丁",
      "h3 戊",
      "h3 己",
      "h4 庚",
      "h4 辛",
      "h4 壬",
      "paragraph ①癸",
    ]);
  });

  it("TX-10 a text that goes from 一、 to 1、 is flat: for a new speech, or one that is flat itself", () => {
    const text = "一、甲\n1、乙\n（1）丙\n①丁";
    expect(importPlainText(text).numberingStyle).toBe("flat");
    expect(outline(text)).toEqual(["h1 甲", "h2 乙", "h3 丙", "h4 丁"]);
    expect(outline(text, "flat")).toEqual(["h1 甲", "h2 乙", "h3 丙", "h4 丁"]);
    expect(outline(text, "nested").slice(0, 3)).toEqual(["h1 甲", "h3 乙", "h4 丙"]);
    expect(importPlainText("一、甲\n（一）乙\n1、丙").numberingStyle).toBe("nested");
    expect(importPlainText("没有编号。", { numberingStyle: "flat" }).numberingStyle).toBe("flat");
  });

  it("TX-10 a text with （一） pasted into a flat speech keeps 1. below it", () => {
    expect(outline("一、甲\n（一）乙\n1.丙\n（1）丁", "flat")).toEqual(["h1 甲", "h2 乙", "h3 丙", "h4 丁"]);
  });

  it.each([
    "2026.我们出发",
    "1.5亿条数据全部入库",
    "3、4月份是关键期",
    "一是抓学习",
    "一、二、三产业协调发展",
    "一、二线城市",
    "三、五年内要见成效。",
    "八、九月份汛情最紧张。",
    "二、三十年后再看。",
    "五、六十岁的老同志",
    "七、八百人参加了会议。",
    "一、两个月之内办结。",
    "一.二九运动",
    "（三）班的同学",
    "①②③三项任务已经完成。",
    "第一，要敢于负责。",
    "100、一百",
    "（2026年）",
    "一、",
    "1.",
    "十里不同风、百里不同俗",
    "——经济跨上新台阶。",
  ])("TX-11 what only looks like a typed number stays a paragraph: %s", (line) => {
    expect(outline(`开头。\n${line}`)).toEqual(["paragraph 开头。", `paragraph ${line}`]);
  });

  it.each(["二十大以来的工作", "两个维护", "五年来的主要成绩", "一个中心"])(
    "TX-11 what heads a part may begin with a numeral itself: %s",
    (words) => {
      expect(outline(`一、${words}\n四、${words}`)).toEqual([`h1 ${words}`, `h1 ${words}`]);
    },
  );

  it("TX-11 a year after a number is the heading's own text", () => {
    expect(outline("1.2026年工作回顾\n2、2027年打算")).toEqual(["h3 2026年工作回顾", "h3 2027年打算"]);
  });

  it("TX-12 a numbered paragraph whose first sentence is followed by a body is a run-in heading", () => {
    expect(outline("（一）管好源头。每一份都要登记。\n（二）守住底线。\n（三）用在平时")).toEqual([
      "h2r 管好源头。每一份都要登记。",
      "h2 守住底线。",
      "h2 用在平时",
    ]);
  });

  it("TX-13 half-width punctuation stays as it was typed", () => {
    expect(outline("同志们:\n一、抓早,抓小\n(一)先登记.再流转,不走样.")).toEqual([
      "salutation 同志们:",
      "h1 抓早,抓小",
      "h2r 先登记.再流转,不走样.",
    ]);
  });

  it("TX-14 the lines above a salutation are the title block, a ——line belongs to the title", () => {
    expect(
      outline(
        "让每份档案有家可归\n——在青禾市会议上的讲话\n市委副书记 林岳\n（2026年3月5日）\n\n同志们：\n正文。",
      ),
    ).toEqual([
      "title 让每份档案有家可归⏎——在青禾市会议上的讲话",
      "byline 市委副书记 林岳",
      "dateLine （2026年3月5日）",
      "salutation 同志们：",
      "paragraph 正文。",
    ]);
  });

  it.each([
    ["林岳", "byline"],
    ["青禾市委书记林岳", "byline"],
    ["市委常委、秘书长　林　岳", "byline"],
    ["二〇二六年三月五日", "dateLine"],
    ["全市档案会议，2026年3月5日", "dateLine"],
    ["（根据录音整理）", "dateLine"],
  ])("TX-14 between title and salutation %s is a %s", (line, type) => {
    expect(outline(`在会议上的讲话\n${line}\n同志们：\n正文。`)[1]).toBe(`${type} ${line}`);
  });

  it.each([
    "同志们：",
    "同志们:",
    "各位代表，",
    "尊敬的周书记，各位来宾，同志们：",
    "老领导、老同志们：",
    "各位领导 各位专家：",
  ])("TX-14 a line that calls on the audience is a salutation: %s", (line) => {
    expect(outline(`${line}\n正文。`)[0]).toBe(`salutation ${line}`);
  });

  it.each([
    "各位要注意以下几点：",
    "根据安排，下面请主任：",
    "主要任务是：",
    "同志们，大家辛苦了：",
    "各位代表！",
  ])("TX-14 a line that merely ends in a colon or names somebody stays: %s", (line) => {
    expect(outline(`开头。\n${line}`)[1]).toBe(`paragraph ${line}`);
  });

  it("TX-14 a salutation that the body follows in its paragraph is parted from it", () => {
    expect(outline("工作报告\n各位代表：现在，我报告工作。")).toEqual([
      "title 工作报告",
      "salutation 各位代表：",
      "paragraph 现在，我报告工作。",
    ]);
  });

  it("TX-15 several speeches in one text are several titled parts; what is around them stays plain", () => {
    const text =
      "讲话稿大全\n小编整理，仅供参考。\n讲话（一）\n同志们：\n一、甲\n讲话（二）\n同志们：\n一、乙\n还看了：";
    const { notices } = importPlainText(text);
    expect(outline(text)).toEqual([
      "paragraph 讲话稿大全",
      "paragraph 小编整理，仅供参考。",
      "title 讲话（一）",
      "salutation 同志们：",
      "h1 甲",
      "title 讲话（二）",
      "salutation 同志们：",
      "h1 乙",
      "paragraph 还看了：",
    ]);
    expect(notices).toEqual([]);
  });

  it("TX-15 a salutation in the middle doesn't make a title of the line above it", () => {
    expect(outline("在会上的讲话\n同志们：\n谢谢大家\n同志们：\n再见。")[2]).toBe("paragraph 谢谢大家");
  });

  it("TX-15 without a salutation only a first line that is worded or followed like a title is one", () => {
    expect(outline("在培训班上的讲话\n今天开班。")[0]).toBe("title 在培训班上的讲话");
    expect(outline("办公室的本分\n（2026年3月5日）\n今天开班。").slice(0, 2)).toEqual([
      "title 办公室的本分",
      "dateLine （2026年3月5日）",
    ]);
    expect(outline("重点任务\n一、甲\n二、乙")[0]).toBe("paragraph 重点任务");
    expect(outline("总结")).toEqual(["paragraph 总结"]);
  });

  it("TX-16 repeated and skipped numbers are reported with what they were and became", () => {
    const text = "一、甲\n1、乙\n2、丙\n2、丁。正文\n四、戊";
    expect(importPlainText(text, { numberingStyle: "nested" }).notices).toEqual([
      { block: 3, from: "2、", to: "3.", heading: "丁。" },
      { block: 4, from: "四、", to: "二、", heading: "戊" },
    ]);
    expect(importPlainText("一、甲\n1、乙\n2、丙\n二、丁\n1、戊").notices).toEqual([]);
  });

  it("TX-16 a speech that begins in the middle is reported", () => {
    expect(importPlainText("三、甲\n（一）乙\n四、丙").notices.map(({ from, to }) => [from, to])).toEqual([
      ["三、", "一、"],
      ["四、", "二、"],
    ]);
    expect(importPlainText("在会上的讲话\n同志们：\n三、甲").notices).toEqual([
      { block: 2, from: "三、", to: "一、", heading: "甲" },
    ]);
  });

  it("TX-17 list marks make lists, > makes a quotation, both end at the next plain line", () => {
    expect(
      importPlainText("- 甲\n• 乙\n中间\n* 丙\n> 引一\n> 引二\n完").document.content?.map(({ type }) => type),
    ).toEqual(["bulletList", "paragraph", "bulletList", "quotation", "paragraph"]);
  });

  it("TX-17 a mark that is set in further than the one above begins a list in that item", () => {
    const nested = (text: string) => outlineOf(importPlainText(text).document);
    expect(nested("- 甲\n  - 子\n    - 深\n - 丑一格\n  - 又\n- 乙\n　　• 丙\n\t• 丁\n文")).toEqual([
      "bulletList [[甲 [[子 [[深]]]]] [丑一格 [[又]]] [乙 [[丙] [丁]]]]",
      "paragraph 文",
    ]);
    expect(nested("　　- 甲\n　　- 乙\n- 丙\n  - 子\n 　- 丑")).toEqual([
      "bulletList [[甲] [乙] [丙 [[子] [丑]]]]",
    ]);
    expect(nested("- 甲\n        - 子\n    - 丑\n- 乙")).toEqual(["bulletList [[甲 [[子] [丑]]] [乙]]"]);
    const deep = Array.from({ length: 2000 }, (_, level) => `${" ".repeat(level * 2)}- 项`).join("\n");
    expect(JSON.stringify(importPlainText(deep).document).match(/项/g)).toHaveLength(2000);
  });

  it.each([">=60分的有三人。", ">30%的企业", ">＝三级"])(
    "TX-17 a sign of comparison is no quotation: %s",
    (line) => {
      expect(outline(line)).toEqual([`paragraph ${line}`]);
    },
  );

  it("TX-17 spaces around lines, empty lines and invisible characters go; nothing else does", () => {
    expect(outline("\ufeff　　第一段，有 空格。\r\n\r\n\u200b第二\u0000段。\u2028第三段。\ud800")).toEqual([
      "paragraph 第一段，有 空格。",
      "paragraph 第二段。",
      "paragraph 第三段。",
    ]);
    expect(outline(" \n\t\n")).toEqual(["paragraph"]);
  });

  it("TX-18 a document as text has its numbers written out and reads back as the same document", () => {
    const text =
      "在会上的讲话\n林岳\n（2026年3月5日）\n同志们：\n一、甲\n（一）乙。正文。\n1.丙\n（1）丁\n- 点\n> 引\n二、戊";
    const { document } = importPlainText(text);
    expect(documentText(document, "nested")).toBe(text);
    expect(importPlainText(documentText(document, "nested")).document).toEqual(document);
    expect(documentText(document, "flat").split("\n").slice(4, 8)).toEqual([
      "一、甲",
      "1、乙。正文。",
      "（1）丙",
      "①丁",
    ]);
  });

  it("TX-18 tables are written with tabs, ordered lists with their numbers", () => {
    const paragraph = (text: string): DocumentNode => ({
      type: "paragraph",
      content: [{ type: "text", text }],
    });
    const cell = (text: string): DocumentNode => ({ type: "tableCell", content: [paragraph(text)] });
    const document: DocumentNode = {
      type: "doc",
      content: [
        { type: "table", content: [{ type: "tableRow", content: [cell("甲"), cell("1")] }] },
        {
          type: "orderedList",
          attrs: { start: 3 },
          content: [{ type: "listItem", content: [paragraph("乙"), paragraph("续")] }],
        },
      ],
    };
    expect(documentText(document, "nested")).toBe("甲\t1\n3. 乙\n   续");
  });

  it("TX-19 a text eight times as long takes no more for each character", () => {
    const part = "（一）管好源头。".concat("每一份文件都要登记、流转、归档，不能断线。".repeat(20), "\n");
    const usedMs = (characters: number, times: number) => {
      const text = `在会上的讲话\n同志们：\n一、总\n${part.repeat(Math.ceil(characters / part.length))}`;
      // Of the processor's own time: what other processes take doesn't count.
      const before = process.cpuUsage();
      for (let round = 0; round < times; round += 1) importPlainText(text);
      return process.cpuUsage(before).user / 1000;
    };
    usedMs(30_000, 10);
    // In the square of its length it would be eight times as much.
    expect(usedMs(240_000, 5) / usedMs(30_000, 40)).toBeLessThan(4);
  });
});
