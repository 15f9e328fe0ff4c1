import { describe, expect, it } from "vitest";
import { canonicalDocument } from "@/core/compare/canonical-document";
import { compareDocuments } from "@/core/compare/compare-documents";
import { compareParts } from "@/core/compare/compare-parts";
import { measureRows } from "@/core/compare/measure-comparison";
import type { DocumentNode } from "@/core/document/schema";
import { comparisonLines } from "../helpers/comparison-lines";

const p = (text: string): DocumentNode => ({ type: "paragraph", content: [{ type: "text", text }] });
const h = (level: number, text: string): DocumentNode => ({
  type: "heading",
  attrs: { level, runIn: false },
  content: [{ type: "text", text }],
});
const doc = (...content: DocumentNode[]): DocumentNode => ({ type: "doc", content });
const lines = (before: string, after: string) => comparisonLines(doc(p(before)), doc(p(after)));

const PARAGRAPHS = {
  water: "节水优先是治水的第一条原则，城乡供水管网的漏损要在三年内降到百分之九以下。",
  schools: "乡村学校要配齐音乐、体育和美术教师，让孩子们在家门口上好学。",
  roads: "农村公路养护实行路长制，雨季前完成全部桥涵的排查和加固。",
  closing: "同志们，事情已经定了，接下来就看落实。",
};
const { water, schools, roads, closing } = PARAGRAPHS;

describe("words", () => {
  it("VE-03 推动 that became 推进 is one word for another, not a character in common", () => {
    expect(lines("我们要推动高质量发展。", "我们要推进高质量发展。")).toEqual([
      "~ 我们要[-推动-]{+推进+}高质量发展。",
    ]);
  });

  it("VE-03 English is compared by words, a figure as a whole", () => {
    expect(lines("The plan grew by 12.6% last year", "The budget grew by 13.4% last year")).toEqual([
      "~ The [-plan-]{+budget+} grew by [-12.6-]{+13.4+}% last year",
    ]);
  });

  it("VE-03 what is common to two unrelated clauses doesn't tie them together", () => {
    expect(lines("管网的漏损要降下来，群众放心。", "学校的教师要配齐，群众放心。")).toEqual([
      "~ [-管网的漏损要降下来-]{+学校的教师要配齐+}，群众放心。",
    ]);
  });

  it("VE-03 of sentences that repeat the added one is shown from its beginning to its end", () => {
    expect(lines("抓落实。再抓落实。会议结束。", "抓落实。再抓落实。再抓落实。会议结束。")).toEqual([
      "~ 抓落实。再抓落实。{+再抓落实。+}会议结束。",
    ]);
    expect(lines("要抓紧抓实抓好", "要抓紧要抓紧抓实抓好")).toEqual(["~ {+要抓紧+}要抓紧抓实抓好"]);
  });

  it("VE-03 emphasis alone is a change of formatting; the words stay", () => {
    const bold: DocumentNode = {
      type: "paragraph",
      content: [
        { type: "text", text: "农村公路" },
        { type: "text", text: "养护", marks: [{ type: "bold" }] },
        { type: "text", text: "要加强" },
      ],
    };
    expect(comparisonLines(doc(p("农村公路养护要加强")), doc(bold))).toEqual(["~ 农村公路<b>养护</b>要加强"]);
  });
});

describe("blocks", () => {
  it("VE-04 a paragraph that moved is shown as moved", () => {
    expect(comparisonLines(doc(p(water), p(schools), p(roads)), doc(p(schools), p(roads), p(water)))).toEqual(
      [`<1 ${water}`, `  ${schools}`, `  ${roads}`, `>1 ${water}`],
    );
  });

  it("VE-04 a paragraph that moved and was edited is both", () => {
    const edited = roads.replace("雨季前", "汛期前");
    expect(
      comparisonLines(doc(p(water), p(schools), p(roads)), doc(p(edited), p(water), p(schools))),
    ).toEqual([
      ">1 农村公路养护实行路长制，[-雨季-]{+汛期+}前完成全部桥涵的排查和加固。",
      `  ${water}`,
      `  ${schools}`,
      `<1 ${roads}`,
    ]);
  });

  it("VE-04 a part moves with everything in it, and the numbers that follow from it are no change", () => {
    const one = [h(1, "供水"), p(water), h(2, "管网"), p("先难后易。")];
    const two = [h(1, "学校"), p(schools), p(`${schools}还要办好食堂，管好校车。`)];
    expect(comparisonLines(doc(...one, ...two, p(closing)), doc(...two, ...one, p(closing)))).toEqual([
      ...one.map((block) => `<1 ${block.content?.[0]?.text}`),
      "  学校",
      `  ${schools}`,
      `  ${schools}还要办好食堂，管好校车。`,
      ...one.map((block) => `>1 ${block.content?.[0]?.text}`),
      `  ${closing}`,
    ]);
  });

  it("VE-04 equal paragraphs keep their order; only the one that came is new", () => {
    const thanks = p("谢谢大家！");
    expect(comparisonLines(doc(thanks, p(water), thanks), doc(thanks, p(water), thanks, thanks))).toEqual([
      "  谢谢大家！",
      `  ${water}`,
      "  谢谢大家！",
      "+ 谢谢大家！",
    ]);
  });

  it("VE-05 another level or kind is a change of its own, beside that of the words", () => {
    expect(comparisonLines(doc(h(1, "供水安全"), p(roads)), doc(h(2, "供水安全"), h(3, roads)))).toEqual([
      "~ (heading1→heading2) 供水安全",
      `~ (paragraph→heading3) ${roads}`,
    ]);
    expect(comparisonLines(doc(h(1, "推动供水")), doc(h(2, "推进供水")))).toEqual([
      "~ (heading1→heading2) [-推动-]{+推进+}供水",
    ]);
  });

  it("VE-05 inside a table the cell is found that changed", () => {
    const cell = (text: string): DocumentNode => ({ type: "tableCell", content: [p(text)] });
    const table = (...rows: string[][]): DocumentNode => ({
      type: "table",
      content: rows.map((row) => ({ type: "tableRow", content: row.map(cell) })),
    });
    const before = table(["事项", "期限"], ["供水", "三月"], ["学校", "六月"]);
    const after = table(["事项", "期限"], ["供水", "九月"], ["学校", "六月"]);
    expect(comparisonLines(doc(before), doc(after))).toEqual([
      "~   事项\n期限 | ~   供水 | ~ ~ [-三月-]{+九月+} |   学校\n六月",
    ]);
    // A column that came behind it takes nothing of the cell's place.
    const wider = table(["单位", "卷数", "备注"], ["一局", "150", "增"]);
    expect(comparisonLines(doc(table(["单位", "卷数"], ["一局", "100"])), doc(wider))).toEqual([
      "~ ~   单位 |   卷数 | + 备注 | ~   一局 | ~ ~ [-100-]{+150+} | + 增",
    ]);
  });
});

describe("figures", () => {
  const before = canonicalDocument(
    doc(h(1, "供水"), p(water), h(1, "学校"), p(schools), h(1, "公路"), p(roads)),
  );
  const after = canonicalDocument(
    doc(h(1, "公路"), p(roads.replace("雨季", "汛期")), h(1, "供水"), p(`${water}说到做到。`), p(closing)),
  );
  const comparison = compareDocuments(before, after);

  it("VE-06 characters and words are counted as added, deleted and moved", () => {
    expect(measureRows(comparison.rows, before.content ?? [])).toEqual({
      added: { characters: 26, words: 15 },
      deleted: { characters: 34, words: 19 },
      moved: { characters: 28, words: 19 },
      reformatted: 0,
    });
  });

  it("VE-06 and summed up by part, with parts that went", () => {
    const parts = compareParts(before, after, comparison).map(({ heading, ordinal, deleted, counts }) => ({
      part: `${ordinal} ${heading}`,
      deleted,
      figures: [counts.added.characters, counts.deleted.characters, counts.moved.characters],
    }));
    expect(parts).toEqual([
      { part: "1 公路", deleted: false, figures: [2, 2, 28] },
      { part: "2 供水", deleted: false, figures: [24, 0, 0] },
      { part: "2 学校", deleted: true, figures: [0, 32, 0] },
    ]);
  });
});

describe("parts", () => {
  const partsOf = (before: DocumentNode, after: DocumentNode) =>
    compareParts(before, after, compareDocuments(before, after)).map(({ heading, deleted, counts }) => [
      heading,
      deleted,
      counts.added.characters,
      counts.deleted.characters,
    ]);

  it("VE-82 what went from a part that moved is counted as that part's", () => {
    const before = canonicalDocument(
      doc(h(1, "供水"), p(`${water}${closing}`), h(1, "学校"), p(schools), p(roads)),
    );
    const after = canonicalDocument(doc(h(1, "学校"), p(schools), h(1, "供水"), p(`${water}${closing}`)));
    expect(partsOf(before, after)).toEqual([
      ["学校", false, 0, 28],
      ["供水", false, 0, 0],
    ]);
  });

  it("VE-82 nothing came into a part that went: what stands in front of the first heading is a beginning", () => {
    const before = canonicalDocument(doc(h(1, "学校"), p(schools)));
    const after = canonicalDocument(doc(p(roads), p(closing)));
    expect(partsOf(before, after)).toEqual([
      ["学校", true, 0, 32],
      ["", false, 47, 0],
    ]);
  });
});
