/** Lines that are broken and lines that become one between two texts. */
import { describe, expect, it } from "vitest";
import { changedCharacters } from "@/core/compare/changed-characters";
import { compareDocuments } from "@/core/compare/compare-documents";
import type { DocumentNode } from "@/core/document/schema";
import { comparisonLines } from "../helpers/comparison-lines";

const p = (text: string): DocumentNode => ({ type: "paragraph", content: [{ type: "text", text }] });
const h = (text: string): DocumentNode => ({
  ...p(text),
  type: "heading",
  attrs: { level: 1, runIn: false },
});
const doc = (...content: DocumentNode[]): DocumentNode => ({ type: "doc", content });

const ONE = "各级党组织要认清形势任务，把思想统一到决策部署上来，";
const TWO = "以更加有力的举措推动各项工作再上台阶、取得实效。";
const THREE = "要坚持问题导向，把群众反映强烈的事情办好。";
const FOUR = "要压实责任，一级抓一级，层层抓落实。";

const changed = (before: DocumentNode, after: DocumentNode) =>
  changedCharacters(compareDocuments(before, after).rows, before.content ?? []);

describe("lines in parts", () => {
  it("VE-51 a line that was broken loses and gains no word, and the other way round it is joined", () => {
    const [whole, parts] = [doc(p(ONE + TWO)), doc(p(ONE), p(TWO))];
    expect(comparisonLines(whole, parts)).toEqual([`~ ${ONE}`, `/ ${TWO}`]);
    expect(comparisonLines(parts, whole)).toEqual([`~ ${ONE}`, `& ${TWO}`]);
    expect([changed(whole, parts), changed(parts, whole)]).toEqual([0, 0]);
  });

  it("VE-51 what was changed in the parts besides is shown in them, the mark at the break too", () => {
    const after = doc(p(ONE.replace("认清", "看清").replace(/，$/, "。")), p(TWO.replace("有力", "过硬")));
    expect(comparisonLines(doc(p(ONE + TWO)), after)).toEqual([
      "~ 各级党组织要[-认清-]{+看清+}形势任务，把思想统一到决策部署上来[-，-]{+。+}",
      "/ 以更加[-有力-]{+过硬+}的举措推动各项工作再上台阶、取得实效。",
    ]);
    expect(changed(doc(p(ONE + TWO)), after)).toBe(4);
  });

  it("VE-51 into more than two, in the middle of a word, a salutation or a heading off what follows", () => {
    const four = [ONE, TWO, THREE, FOUR];
    expect(comparisonLines(doc(p(four.join(""))), doc(...four.map(p)))).toEqual([
      `~ ${ONE}`,
      ...[TWO, THREE, FOUR].map((text) => `/ ${text}`),
    ]);
    expect(
      comparisonLines(doc(p("推动高质量发展，加快步伐。")), doc(p("推动高质"), p("量发展，加快步伐。"))),
    ).toEqual(["~ 推动高质", "/ 量发展，加快步伐。"]);
    expect(comparisonLines(doc(p(`同志们：${TWO}`)), doc(p("同志们："), p(TWO)))).toEqual([
      "~ 同志们：",
      `/ ${TWO}`,
    ]);
    expect(comparisonLines(doc(h(`抓好落实${TWO}`)), doc(h("抓好落实"), p(TWO)))).toEqual([
      "~ 抓好落实",
      `/ ${TWO}`,
    ]);
  });

  it("VE-51 two that say the most of one each aren't its parts: it became the one, and the other is new", () => {
    const whole = ONE + TWO + THREE;
    const [shorter, other] = [ONE + THREE, whole.replace("以更加有力的举措", "拿出更大的决心")];
    expect(comparisonLines(doc(p(whole)), doc(p(shorter), p(other)))).toEqual([
      `+ ${shorter}`,
      `~ ${ONE}[-以更加有力的举措-]{+拿出更大的决心+}推动各项工作再上台阶、取得实效。${THREE}`,
    ]);
    expect(changed(doc(p(shorter), p(other)), doc(p(whole)))).toBeGreaterThan(whole.length / 2);
  });

  it("VE-51 with a new paragraph between the parts, and one line broken beside two that were joined", () => {
    expect(comparisonLines(doc(p(ONE + TWO), p(FOUR)), doc(p(ONE), p(THREE), p(TWO), p(FOUR)))).toEqual([
      `~ ${ONE}`,
      `+ ${THREE}`,
      `/ ${TWO}`,
      `  ${FOUR}`,
    ]);
    expect(
      comparisonLines(doc(p(ONE + TWO), p(THREE), p(FOUR)), doc(p(ONE), p(TWO), p(THREE + FOUR))),
    ).toEqual([`~ ${ONE}`, `/ ${TWO}`, `~ ${THREE}`, `& ${FOUR}`]);
  });

  it("VE-51 a new paragraph that only has some words of another is new, and one that was rewritten isn't broken", () => {
    const fresh = "要把工作再上台阶的举措想在前面，主要负责同志亲自抓。";
    expect(comparisonLines(doc(p(ONE + TWO)), doc(p(ONE + TWO), p(fresh)))).toEqual([
      `  ${ONE}${TWO}`,
      `+ ${fresh}`,
    ]);
    const kinds = compareDocuments(
      doc(p(ONE), p(THREE)),
      doc(p(ONE), p("督查要严。"), p("问题不能丢。")),
    ).rows;
    expect(kinds.map(({ kind }) => kind)).not.toContain("split");
  });
});
