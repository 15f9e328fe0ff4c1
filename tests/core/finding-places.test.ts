/** How the report of an import says where something stood. */
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { ImportFindings } from "@/components/import/import-findings";
import Chinese from "@/components/messages/chinese";
import { findingWords, lastFindingWords } from "@/core/finding-words";
import { DEFAULT_STAGES } from "@/core/office-stages";

it("IM-154 the report tells words beside a picture from lines above and below one", () => {
  const where = ["左边是主席台", { after: "会场布置如下：" }, { before: "同志们：" }] as const;
  const children = createElement(ImportFindings, { findings: [{ kind: "picture", count: 3, where }] });
  const page = renderToStaticMarkup(Chinese({ stages: DEFAULT_STAGES, children }));
  expect(page).toContain("图片，3 处");
  expect(page).toContain("左边是主席台 / “会场布置如下：”之后 / “同志们：”之前");
});

it("IM-154 a long line is cut between characters, a character of two units too", () => {
  const line = "𠮷".repeat(1000);
  expect(findingWords(line)).toBe(`${"𠮷".repeat(23)}…`);
  expect(lastFindingWords(line)).toBe(`…${"𠮷".repeat(23)}`);
  expect([findingWords(" 甲 "), lastFindingWords(" 甲 ")]).toEqual(["甲", "甲"]);
});
