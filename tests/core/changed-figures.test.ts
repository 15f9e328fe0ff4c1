import { describe, expect, it } from "vitest";
import { canonicalDocument } from "@/core/compare/canonical-document";
import { changedCharacters } from "@/core/compare/changed-characters";
import { compareDocuments } from "@/core/compare/compare-documents";
import { measureRows } from "@/core/compare/measure-comparison";
import type { DocumentNode } from "@/core/document/schema";

const doc = (...texts: string[]) =>
  canonicalDocument({
    type: "doc",
    content: texts.map((text): DocumentNode => ({ type: "paragraph", content: [{ type: "text", text }] })),
  });

function changes(before: string, after: string) {
  const [old, fresh] = [doc(...before.split("\n")), doc(...after.split("\n"))];
  const { rows } = compareDocuments(old, fresh);
  const { added, deleted } = measureRows(rows, old.content ?? []);
  return {
    changed: changedCharacters(rows, old.content ?? []),
    added: added.characters,
    deleted: deleted.characters,
  };
}

const FIGURES = [
  ["投资3.5亿元", "投资35亿元"],
  ["增长-5%。", "增长5%。"],
  ["预算100,000元", "预算10000,0元"],
  ["温度+5度", "温度-5度"],
  ["降幅<5%", "降幅>5%"],
  ["降幅<-5%", "降幅>-5%"],
  ["比分5:3", "比分53"],
  ["5~6个百分点", "56个百分点"],
  ["按A/B方案", "按AB方案"],
  ["按A/B方案", "按A-B方案"],
  ["2020-2025年", "20202025年"],
  ["2020-2025年", "2020/2025年"],
  ["投入$5亿", "投入5亿"],
  ["提高5%", "提高5"],
  ["第-５位", "第５位"],
] as const;

describe("signs and stops in figures", () => {
  it.each(FIGURES)(
    "SG-80 a signature for %s says that a character changed when it is %s",
    (before, after) => {
      expect(changes(before, after).changed).toBe(1);
      expect(changes(after, before).changed).toBe(1);
    },
  );

  it.each(FIGURES)("VE-65 what became of %s as it became %s has figures", (before, after) => {
    const there = changes(before, after);
    const back = changes(after, before);
    expect(there.added + there.deleted).toBeGreaterThan(0);
    expect([back.added, back.deleted]).toEqual([there.deleted, there.added]);
  });

  it("VE-65 a sign that came before a figure is added, one that went deleted", () => {
    expect(changes("增长5%。", "增长-5%。")).toEqual({ changed: 1, added: 1, deleted: 0 });
    expect(changes("降幅<5%", "降幅>=5%")).toEqual({ changed: 1, added: 2, deleted: 1 });
  });

  it("VE-65 half-width marks between Chinese words stay uncounted, as in 字数, but break a signature by one", () => {
    expect(changes("你好,世界", "你好世界")).toEqual({ changed: 1, added: 0, deleted: 0 });
    expect(changes("他说:同意", "他说：同意")).toEqual({ changed: 1, added: 1, deleted: 0 });
  });

  it("VE-65 a figure that came or went whole is one character, with the words beside it", () => {
    expect(changes("增长", "增长-3.5%")).toEqual({ changed: 1, added: 1, deleted: 0 });
    expect(changes("同志们", "同志们\n-5%，A/B")).toEqual({ changed: 3, added: 3, deleted: 0 });
  });

  it("SG-80 a paragraph of marks alone counts; blanks alone don't", () => {
    expect(changes("同志们", "同志们\n***").changed).toBe(1);
    expect(changes("张 三同志", "张三同志").changed).toBe(0);
    expect(changes("a , b", "a, b").changed).toBe(0);
  });
});
