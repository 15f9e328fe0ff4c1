import { describe, expect, it } from "vitest";
import { compareDocuments } from "@/core/compare/compare-documents";
import { withPartRestored } from "@/core/compare/restore-part";
import { isLineName } from "@/core/document/node-names";
import { type DocumentNode, documentSchema } from "@/core/document/schema";
import { nodeText } from "@/core/text/count";
import { groupedLines, longLine, shuffledLines } from "../helpers/grouped-lines";
import { doc, list, p } from "../helpers/held-lines";
import { runSeed, seededRandom } from "../helpers/random";

const seed = runSeed();

const linesOf = (node: DocumentNode): string[] =>
  isLineName(node.type)
    ? [nodeText(node)].filter((text) => text !== "")
    : (node.content ?? []).flatMap(linesOf);

describe(`random documents (SEED=${seed})`, { timeout: 60_000 }, () => {
  it("VE-22 a part comes back as the version has it, and each line of the version stands once, in its order", () => {
    const random = seededRandom(seed);
    for (let round = 0; round < 150; round += 1) {
      const had = Array.from({ length: 2 + random.below(12) }, () => longLine(random));
      const isInOrder = round % 2 === 0;
      const left = (isInOrder ? had : shuffledLines(had, random)).flatMap((each) =>
        random.chance(0.2) ? (random.chance(0.5) ? [] : [each, longLine(random)]) : [each],
      );
      const [version, now] = [groupedLines(had, random), groupedLines(left, random)];
      const blocks = version.content ?? [];
      const start = random.below(blocks.length);
      const end = start + 1 + random.below(blocks.length - start);
      const back = withPartRestored(now, version, compareDocuments(now, version), { start, end });
      documentSchema().nodeFromJSON(back).check();
      const wanted = new Set([...blocks.slice(start, end).flatMap(linesOf), ...linesOf(now)]);
      const [all, old] = [linesOf(back), linesOf(version)];
      const kept = all.filter((each) => old.includes(each));
      const expected = old.filter((each) => wanted.has(each));
      expect(isInOrder ? kept : kept.toSorted()).toEqual(isInOrder ? expected : expected.toSorted());
      const found = (back.content ?? []).map((block) => JSON.stringify(block));
      for (const block of blocks.slice(start, end)) expect(found).toContain(JSON.stringify(block));
    }
  });

  it("VE-22 a stock phrase is replaced where it was changed, however often it stands elsewhere", () => {
    const random = seededRandom(seed + 2);
    for (let round = 0; round < 60; round += 1) {
      const [phrase, changed] = random.pick([
        ["谢谢大家！", "谢谢大家，再见！"],
        ["同志们：", "同志们，朋友们："],
        ["请予审议。", "请予审议批准。"],
      ]);
      const had = Array.from({ length: 4 + random.below(8) }, (_, index) =>
        index % 2 === 0 ? longLine(random) : p(phrase),
      );
      const at = 1 + 2 * random.below(Math.floor(had.length / 2));
      const elsewhere = [list(...Array.from({ length: 1 + random.below(3) }, () => phrase), phrase)];
      const [above, below] = random.chance(0.5) ? [elsewhere, []] : [[], elsewhere];
      const version = doc(...had);
      const now = doc(...above, ...had.with(at, p(changed)), ...below);
      const back = withPartRestored(now, version, compareDocuments(now, version), { start: at, end: at + 1 });
      expect(back).toEqual(doc(...above, ...had, ...below));
    }
  });
});
