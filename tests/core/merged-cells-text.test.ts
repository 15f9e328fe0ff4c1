/** A table with merged cells as text and as Markdown, which know none. */
import { expect, it } from "vitest";
import type { DocumentNode } from "@/core/document/schema";
import { documentText } from "@/core/text/document-text";
import { markdownOf } from "@/core/text/markdown";

const cell = (text: string, attrs: Record<string, unknown> = {}): DocumentNode => ({
  type: "tableCell",
  attrs,
  content: [{ type: "paragraph", content: [{ type: "text", text }] }],
});
const row = (...content: DocumentNode[]): DocumentNode => ({ type: "tableRow", content });
const TABLE: DocumentNode = {
  type: "doc",
  content: [
    {
      type: "table",
      content: [
        row(cell("单位"), cell("任务"), cell("时限")),
        row(cell("组织部", { rowspan: 2 }), cell("任务一"), cell("三月")),
        row(cell("任务二"), cell("四月")),
        row(cell("合计", { colspan: 2 }), cell("两项")),
      ],
    },
  ],
};

it("TX-18 what is below or behind a merged cell stays in its column, as text", () => {
  expect(documentText(TABLE, "nested").split("\n")).toEqual([
    "单位\t任务\t时限",
    "组织部\t任务一\t三月",
    "\t任务二\t四月",
    "合计\t\t两项",
  ]);
});

it("TX-18 what is below or behind a merged cell stays in its column, as Markdown", () => {
  expect(markdownOf(TABLE, "nested").trim().split("\n")).toEqual([
    "| 单位 | 任务 | 时限 |",
    "| --- | --- | --- |",
    "| 组织部 | 任务一 | 三月 |",
    "|  | 任务二 | 四月 |",
    "| 合计 |  | 两项 |",
  ]);
});
