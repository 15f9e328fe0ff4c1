/** Words and figures that somebody still has to put in. */
import { expect, it } from "vitest";
import { archivesSpeech } from "@/core/samples/archives-speech";
import { placeholdersIn } from "@/core/text/placeholders";

const found = (...lines: string[]) =>
  placeholdersIn({
    type: "doc",
    content: lines.map((text) => ({ type: "paragraph", content: [{ type: "text", text }] })),
  });

it("SG-33 what is still to be put in is found, each as it stands", () => {
  expect(found("20xx年全市完成××亿元，增长XX%。", "请××同志讲话（名单待核）。")).toEqual([
    "20xx",
    "××",
    "XX",
    "××",
    "（名单待核）",
  ]);
  expect(found("投资【此处待补数字】，面积____平方米，共＿＿户。")).toEqual([
    "【此处待补数字】",
    "____",
    "＿＿",
  ]);
});

it("SG-33 nothing else is: signs of reckoning, sizes, names of products, words about waiting", () => {
  expect(
    found(
      "长3×4米，2×3×4。",
      "XXL号、Galaxy XX5、IIIXX。",
      "（等待通知）（待遇从优）待业青年，期待补课。",
      "第20届，2026年，20个。",
      "5*3，*注：见附件。",
      "a_b__c",
    ),
  ).toEqual([]);
  expect(placeholdersIn(archivesSpeech.document)).toEqual([]);
});

it("SG-33 in lists and cells too, and across formatted words", () => {
  const cell = {
    type: "tableCell",
    content: [
      {
        type: "paragraph",
        content: [
          { type: "text", text: "20" },
          { type: "text", text: "xx年", marks: [{ type: "bold" }] },
        ],
      },
    ],
  };
  const table = { type: "table", content: [{ type: "tableRow", content: [cell] }] };
  expect(placeholdersIn({ type: "doc", content: [table] })).toEqual(["20xx"]);
});
