import { expect, it } from "vitest";
import { importPlainText } from "@/core/text/import/plain-text";
import { outlineOf } from "../helpers/document-outline";

const outline = (text: string) => outlineOf(importPlainText(text, { numberingStyle: "nested" }).document);

it("TX-10 full-width digits number headings, and so do numbers that are one character with their marks", () => {
  expect(outline("一、甲\n１、乙\n１２．丙\n（１）丁\n２）戊\n３．２０２６年工作")).toEqual([
    "h1 甲",
    "h3 乙",
    "h3 丙",
    "h4 丁",
    "h4 戊",
    "h3 ２０２６年工作",
  ]);
  expect(outline("一、甲\n㈠乙。正文\n⒈丙\n⑴ 丁\n⒛戊")).toEqual([
    "h1 甲",
    "h2r 乙。正文",
    "h3 丙",
    "h4 丁",
    "h3 戊",
  ]);
});

it("TX-16 they are told as they were typed", () => {
  const { notices } = importPlainText("１、甲\n３．乙\n⒊丙\n⒌丁");
  expect(notices.map(({ from, to }) => [from, to])).toEqual([
    ["３．", "2."],
    ["⒌", "4."],
  ]);
});

it.each([
  "⑴⑵两项任务已经完成。",
  "１．５亿条数据全部入库",
  "⒈5亿条数据",
  "３、４月份是关键期",
  "㈢班的同学",
  "２０２６．我们出发",
  "㈠",
  "（一）（二）两项已经办结。",
  "（三）至（五）项由办公厅负责。",
  "（1）和（3）两项暂缓。",
  "①、②项合并",
  "（2）班的同学",
  "六、七十年代的老同志",
])("TX-11 what only looks like one of them stays a paragraph: %s", (line) => {
  expect(outline(line)).toEqual([`paragraph ${line}`]);
});

it.each(["（一）班子建设", "（1）2026年工作", "1）班子建设", "（一）和谐社区", "①及时报告", "六、七项任务"])(
  "TX-11 what is no enumeration is a heading: %s",
  (line) => {
    expect(outline(line)).toHaveLength(1);
    expect(outline(line)[0]).toMatch(/^h\d /);
  },
);
