/** Tables of which rows, columns and single cells became others. */
import { describe, expect, it } from "vitest";
import { canonicalDocument } from "@/core/compare/canonical-document";
import { changedCharacters } from "@/core/compare/changed-characters";
import { compareDocuments } from "@/core/compare/compare-documents";
import { measureRows } from "@/core/compare/measure-comparison";
import type { DocumentNode } from "@/core/document/schema";
import { comparisonLines } from "../helpers/comparison-lines";

const p = (text: string): DocumentNode => ({ type: "paragraph", content: [{ type: "text", text }] });
const table = (...rows: string[][]): DocumentNode => ({
  type: "table",
  content: rows.map((row) => ({
    type: "tableRow",
    content: row.map((text) => ({ type: "tableCell", content: [p(text)] })),
  })),
});
const doc = (...content: DocumentNode[]) => canonicalDocument({ type: "doc", content });

const HEAD = ["年度", "供水", "学校"];

describe("cells of a row", () => {
  const before = doc(table(HEAD, ["今年", "120", "80"]));
  const swapped = doc(table(HEAD, ["今年", "80", "120"]));

  it("VE-80 figures that changed places are each another one in its place", () => {
    expect(comparisonLines(before, swapped)).toEqual([
      "~   年度\n供水\n学校 | ~   今年 | ~ ~ [-120-]{+80+} | ~ ~ [-80-]{+120+}",
    ]);
    const { added, deleted, moved } = measureRows(
      compareDocuments(before, swapped).rows,
      before.content ?? [],
    );
    expect([added, deleted, moved].map(({ characters }) => characters)).toEqual([2, 2, 0]);
  });

  it("SG-90 and count as characters changed since a text was signed", () => {
    const blocks = before.content ?? [];
    expect(changedCharacters(compareDocuments(before, swapped).rows, blocks)).toBe(2);
    expect(changedCharacters(compareDocuments(before, before).rows, blocks)).toBe(0);
  });

  it("VE-80 in a row that got another cell besides, what changed places went and came", () => {
    const after = doc(table([...HEAD, "公路"], ["今年", "80", "120", "60"]));
    const { rows } = compareDocuments(before, after);
    expect(JSON.stringify(rows)).not.toContain("moved-");
  });
});

it("VE-82 what moved within what moved is counted as moved once", () => {
  const [one, two, three] = [
    ["第一季度", "完成供水管网改造"],
    ["第二季度", "完成学校校舍加固"],
    ["第三季度", "完成农村公路养护"],
  ] as const;
  const water =
    "节水优先是治水的第一条原则，城乡供水管网的漏损要在三年内降到百分之九以下，说到就要做到，做不到的要说清楚原因并且向社会公开。";
  const before = doc(table([...one], [...two], [...three]), p(water));
  const after = doc(p(water), table([...three], [...one], [...two]));
  const { moved } = measureRows(compareDocuments(before, after).rows, before.content ?? []);
  expect(moved.characters).toBe(36);
});
