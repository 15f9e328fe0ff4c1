/** A paragraph whose words stand in another order: the longest way to find that it's another text. */
import { performance } from "node:perf_hooks";
import { diffWords } from "diff";
import type { DocumentNode } from "@/core/document/schema";
import { nodeText } from "@/core/text/count";
import { compareFully } from "@/server/compare/compare-fully";
import type { Random } from "../../helpers/random";
import { speechOf } from "./speech-of";

const CHARACTERS = 2_000;

export function measureRewriting(random: Random): void {
  const segmenter = new Intl.Segmenter("zh-CN", { granularity: "word" });
  const text = (speechOf(CHARACTERS, random).content ?? []).map(nodeText).join("");
  const words = [...segmenter.segment(text)].map(({ segment }) => segment);
  const other = shuffled(words, random).join("");
  const ours = timed(() => compareFully({ before: paragraph(text), after: paragraph(other) }));
  const flat = timed(() => diffWords(text, other, { intlSegmenter: segmenter }));
  console.log(
    `Comparing a paragraph of ${text.length} characters with its own words in another order\n` +
      `  this thread   ${ours.toFixed(1)} ms; jsdiff's diffWords ${flat.toFixed(1)} ms (ours / flat ${(ours / flat).toFixed(2)})`,
  );
}

const paragraph = (text: string): DocumentNode => ({
  type: "doc",
  content: [{ type: "paragraph", content: [{ type: "text", text }] }],
});

function shuffled(words: readonly string[], random: Random): string[] {
  const left = [...words];
  return words.flatMap(() => left.splice(random.below(left.length), 1));
}

function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
