// @vitest-environment happy-dom
import { expect, it } from "vitest";
import { documentFromClipboard } from "@/components/editor/paste/clipboard-document";

const paste = (html: string) => documentFromClipboard({ html, text: "", numberingStyle: "nested" });

const spans = (html: string) =>
  (paste(html).document.content?.[0]?.content ?? []).map(({ content = [] }) =>
    content.map(({ attrs }) => `${attrs?.colspan ?? 1}×${attrs?.rowspan ?? 1}`).join(" "),
  );

it("TX-34 a cell reaches over no more columns than there are, nor into one from above", () => {
  expect(
    spans(
      "<table><tr><th>单位<th>任务<th>时限<tr><td colspan=100>一季度<tr><td>局<td colspan=2>三月<tr><td>厅</table>",
    ),
  ).toEqual(["1×1 1×1 1×1", "3×1", "1×1 2×1", "1×1 1×1 1×1"]);
  expect(spans("<table><tr><td>甲<td rowspan=2>乙<td>丙<tr><td colspan=2>丁<td>戊</table>")).toEqual([
    "1×1 1×2 1×1",
    "1×1 1×1",
  ]);
});

it("TX-33 a row that cells from above leave no place in goes, and they are as much shorter", () => {
  const html =
    "<table><tr><td rowspan=2>甲<td rowspan=3>乙<td>丙<tr></tr><tr><td>丁<td>戊<tr></tr><tr><td>己</table>";
  expect(spans(html)).toEqual(["1×1 1×2 1×1", "1×1 1×1", "1×1 1×1 1×1"]);
});
