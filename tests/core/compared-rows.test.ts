/** How a comparison's rows are drawn: where the way from change to change stops, and what is said of a move. */
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import Chinese from "@/components/messages/chinese";
import type { ComparedSide } from "@/components/versions/compared-line";
import { ComparedRow } from "@/components/versions/compared-rows";
import { canonicalDocument } from "@/core/compare/canonical-document";
import { compareDocuments } from "@/core/compare/compare-documents";
import type { DocumentNode } from "@/core/document/schema";
import { DEFAULT_STAGES } from "@/core/office-stages";

const p = (...texts: (string | DocumentNode)[]): DocumentNode => ({
  type: "paragraph",
  content: texts.map((text) => (typeof text === "string" ? { type: "text", text } : text)),
});
const bold = (text: string): DocumentNode => ({ type: "text", text, marks: [{ type: "bold" }] });
const list = (...items: string[]): DocumentNode => ({
  type: "bulletList",
  content: items.map((text) => ({ type: "listItem", content: [p(text)] })),
});
const doc = (...content: DocumentNode[]) => canonicalDocument({ type: "doc", content });

function drawn(before: DocumentNode, after: DocumentNode, side: ComparedSide): string {
  const rows = compareDocuments(before, after).rows.map((row, key) =>
    createElement(ComparedRow, { key, row, before: before.content ?? [], side }),
  );
  return renderToStaticMarkup(Chinese({ stages: DEFAULT_STAGES, children: rows }));
}

/** The changes that are stopped at in a line of text. */
const stops = (html: string) => html.match(/data-change="text"/g)?.length ?? 0;

it.each([
  ["words replaced", p("要推动工作。"), p("要推进工作。"), [1, 1, 0]],
  ["words added", p("抓好落实。"), p("抓好落实，务求实效。"), [1, 0, 1]],
  ["words taken away", p("抓好落实，务求实效。"), p("抓好落实。"), [1, 1, 0]],
  ["words formatted", p("抓好落实。"), p("抓好", bold("落实"), "。"), [1, 0, 1]],
])("VE-31 of two sides one has the stop: %s", (_what, before, after, [merged, left, right]) => {
  const on = (side: ComparedSide) => stops(drawn(doc(before), doc(after), side));
  expect([on("merged"), on("before"), on("after")]).toEqual([merged, left, right]);
});

it("VE-04 a list's item that moved says so where it stands now", () => {
  const [first, second, third] = ["第一项是档案收集。", "第二项是整理编目。", "第三项是开放利用。"] as const;
  const html = drawn(doc(list(first, second, third)), doc(list(third, first, second)), "merged");
  expect(html).toMatch(/<li data-change="moved">.*移到这里.*<\/li>/);
});

it("VE-51 a line that was broken off, and one that was joined, say so on one side and go on as one on the other", () => {
  const [one, two] = ["各级党组织要认清形势任务，", "推动各项工作再上台阶。"] as const;
  const [whole, parts] = [doc(p(one + two)), doc(p(one), p(two))];
  const on = (before: DocumentNode, after: DocumentNode) =>
    (["merged", "before", "after"] as const).map((side) => {
      const html = drawn(before, after, side);
      expect(html.replaceAll(/<[^>]*>|由上一段分出|并入上一段/g, "")).toBe(one + two);
      expect(html).not.toMatch(/<(ins|del)/);
      return [stops(html), /由上一段分出|并入上一段/.exec(html)?.[0]];
    });
  expect(on(whole, parts)).toEqual([
    [1, "由上一段分出"],
    [0, undefined],
    [1, "由上一段分出"],
  ]);
  expect(on(parts, whole)).toEqual([
    [1, "并入上一段"],
    [1, "并入上一段"],
    [0, undefined],
  ]);
});

const item = (text: string): DocumentNode => ({ type: "listItem", content: [p(text)] });

it("VE-81 a list of another kind and a cell that became a head say so where words in them were changed too", () => {
  const bullets = { type: "bulletList", content: [item("要推动落实。")] };
  const numbers = { type: "orderedList", attrs: { start: 1 }, content: [item("要推进落实。")] };
  const html = drawn(doc(bullets), doc(numbers), "merged");
  expect(html).toMatch(
    /<ol[^>]*><li>.*<\/li><li[^>]*><span[^>]*data-change="text"[^>]*>项目符号改为编号列表<\/span><\/li><\/ol>/,
  );
  expect(drawn(doc(bullets), doc(numbers), "before")).not.toContain("改为");
  const table = (type: string, text: string) => ({
    type: "table",
    content: [
      { type: "tableRow", content: [{ type, attrs: { colspan: 1, rowspan: 1 }, content: [p(text)] }] },
    ],
  });
  const cells = drawn(doc(table("tableCell", "推动落实")), doc(table("tableHeader", "推进落实")), "merged");
  expect(cells).toMatch(/<th[^>]*>.*<span[^>]*data-change="text"[^>]*>格式有改动<\/span><\/th>/);
});

const runIn = (text: string): DocumentNode => ({
  type: "heading",
  attrs: { level: 3, runIn: true },
  content: [{ type: "text", text }],
});

it("VE-88 the lead of a changed run-in heading looks as that of an unchanged one, on both sides", () => {
  const [one, other] = ["推动融资扩面降价。用好平台。", "推动融资扩面增量降价。用好信息平台。"] as const;
  const lead = (before: string, after: string, side: ComparedSide) =>
    /<span class="speech-lead">(.*?)<\/span>/.exec(drawn(doc(runIn(before)), doc(runIn(after)), side))?.[1];
  expect(lead(one, other, "merged")).toMatch(/^推动融资扩面<ins[^>]*>增量<\/ins>降价。$/);
  expect(lead(one, other, "before")).toBe("推动融资扩面降价。");
  expect(lead(one, other, "after")).toMatch(/^推动融资扩面<ins[^>]*>增量<\/ins>降价。$/);
  // What went from the lead is of its type too; behind it nothing is.
  expect(lead(other, one, "merged")).toMatch(/^推动融资扩面<del[^>]*>增量<\/del>降价。$/);
  expect(lead("抓好落实。甲事。", "抓好落实。乙事。", "merged")).toBe("抓好落实。");
});

it("VE-88 a change across the end of a lead is of either type on its side, and one stop", () => {
  const html = drawn(doc(runIn("推动融资")), doc(runIn("推动融资扩面。用好平台")), "merged");
  expect(html).toMatch(
    /<span class="speech-lead">推动融资<ins[^>]*>扩面。<\/ins><\/span><ins[^>]*>用好平台<\/ins>/,
  );
  expect(stops(html)).toBe(1);
});
