import { describe, expect, it } from "vitest";
import { applyEdit } from "@/core/compare/apply-comparison";
import { changedCharacters } from "@/core/compare/changed-characters";
import { compareDocuments } from "@/core/compare/compare-documents";
import { measureRows } from "@/core/compare/measure-comparison";
import { relocatedLines } from "@/core/compare/relocated-lines";
import { isLineName } from "@/core/document/node-names";
import type { DocumentNode } from "@/core/document/schema";
import { applyComparison, revertComparison } from "../helpers/apply-comparison";
import { distinctLine, groupedLines, shuffledLines } from "../helpers/grouped-lines";
import { runSeed, seededRandom } from "../helpers/random";
import { randomDocument, randomlyRewritten } from "../helpers/random-document";

const seed = runSeed();

const linesOf = (node: DocumentNode): DocumentNode[] =>
  isLineName(node.type) ? [node] : (node.content ?? []).flatMap(linesOf);

// Hundreds of comparisons: more than the usual five seconds where other tests share the machine.
describe(`random documents (SEED=${seed})`, { timeout: 30_000 }, () => {
  it("VE-89 lines that stand in other blocks, and elsewhere, change, add and take away no character", () => {
    const random = seededRandom(seed);
    for (let round = 0; round < 200; round += 1) {
      const lines = Array.from({ length: 1 + random.below(12) }, () => distinctLine(random));
      const isInOrder = round % 2 === 0;
      const before = groupedLines(lines, random);
      const after = groupedLines(isInOrder ? lines : shuffledLines(lines, random), random);
      const comparison = compareDocuments(before, after);
      const blocks = before.content ?? [];
      const { added, deleted, moved } = measureRows(comparison.rows, blocks);
      expect([changedCharacters(comparison.rows, blocks), added.characters, deleted.characters]).toEqual([
        0, 0, 0,
      ]);
      if (JSON.stringify(before) === JSON.stringify(after)) expect(moved.characters).toBe(0);
      expect(applyComparison(before, comparison)).toEqual(after);
      expect(revertComparison(after, comparison)).toEqual(before);
    }
  });

  it("VE-89 of any two texts each line is paired once, and became the other by what changed in it", () => {
    const random = seededRandom(seed + 1);
    let pairs = 0;
    for (let round = 0; round < 200; round += 1) {
      const before = randomDocument(random);
      const rewritten = randomlyRewritten(before, random, 1 + random.below(6));
      const free = (rewritten.content ?? []).filter(({ type }) => type !== "table");
      const after = groupedLines(free.flatMap(linesOf), random);
      const { rows } = compareDocuments(before, after);
      // As it comes to the page.
      const sent = JSON.parse(JSON.stringify(rows));
      const relocated = relocatedLines(sent, before.content ?? []);
      const lines = new Set(relocated.values());
      pairs += lines.size;
      expect(relocated.size).toBe(2 * lines.size);
      for (const { before: old, after: now, spans } of lines) {
        const became = applyEdit(old, { shape: null, content: spans && { kind: "text", spans } });
        expect(became.content).toEqual(now.content);
      }
      expect(lines.size).toBe(new Set(relocatedLines(rows, before.content ?? []).values()).size);
    }
    expect(pairs).toBeGreaterThan(0);
  });
});
