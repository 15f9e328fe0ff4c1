import { describe, expect, it } from "vitest";
import { compareDocuments } from "@/core/compare/compare-documents";
import { withPartRestored } from "@/core/compare/restore-part";
import { featuresOf, similarity } from "@/core/compare/similarity";
import { isLineName } from "@/core/document/node-names";
import { type DocumentNode, documentSchema } from "@/core/document/schema";
import { nodeText } from "@/core/text/count";
import { groupedLines, longLine, shuffledLines, similarLine } from "../helpers/grouped-lines";
import { doc, list, p } from "../helpers/held-lines";
import { type Random, runSeed, seededRandom } from "../helpers/random";

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

  it("VE-22 each of its lines stands once, and no other goes, also where lines moved and similar ones were written", () => {
    const random = seededRandom(seed + 1);
    for (let round = 0; round < 60; round += 1) {
      const had = Array.from({ length: 2 + random.below(8) }, () => longLine(random));
      for (let more = random.below(4); more > 0; more -= 1) addSimilar(had, had, random);
      const left = shuffledLines(had, random).flatMap((each) =>
        random.chance(0.15) ? [] : random.chance(0.2) ? [similarLine(each, random)] : [each],
      );
      for (let more = random.below(6); more > 0; more -= 1) addSimilar(left, had, random);
      const [version, now] = [groupedLines(had, random), groupedLines([...left, longLine(random)], random)];
      for (const start of (version.content ?? []).keys()) expectOnlyOwnGone(now, version, start);
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

function addSimilar(lines: DocumentNode[], had: readonly DocumentNode[], random: Random): void {
  lines.splice(random.below(lines.length + 1), 0, similarLine(random.pick(had), random));
}

/** Restores one block of the version; no two of its lines are equal. */
function expectOnlyOwnGone(now: DocumentNode, version: DocumentNode, start: number): void {
  const part = { start, end: start + 1 };
  const back = withPartRestored(now, version, compareDocuments(now, version), part);
  documentSchema().nodeFromJSON(back).check();
  const blocks = version.content?.slice(start, start + 1) ?? [];
  const [own, old, all] = [blocks.flatMap(linesOf), linesOf(now), linesOf(back)];
  expect(all.filter((line) => own.includes(line))).toEqual(own);
  const rest = all.filter((line) => !own.includes(line));
  expect(rest).toEqual([...new Set(rest)].filter((line) => old.includes(line)));
  const written = own.filter((line) => !old.includes(line));
  // What a list was made of since is that list still, with all that was written in it.
  const made = (now.content ?? []).filter(
    (block) =>
      !isLineName(block.type) && linesOf(block).some((line) => own.some((each) => isLike(line, each))),
  );
  const inList = own.length > 1 || !isLineName(blocks[0]?.type ?? "") ? made.flatMap(linesOf) : [];
  const gone = old.filter((line) => !all.includes(line) && !inList.includes(line));
  // It had become one line at the most.
  if (blocks.every(({ type }) => isLineName(type))) expect(gone.length).toBeLessThanOrEqual(1);
  expect(gone.filter((line) => written.every((each) => !isLike(line, each)))).toEqual([]);
}

const isLike = (one: string, other: string) => similarity(featuresOf(one), featuresOf(other)) > 0;
