/** A speech of 30,000 characters with 500 changes: how long it compares, and what the event loop notices. */
import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import { diffWords } from "diff";
import type { DocumentNode } from "@/core/document/schema";
import { countDocument, nodeText } from "@/core/text/count";
import { compareFully } from "@/server/compare/compare-fully";
import { createComparer } from "@/server/compare/comparer";
import type { Random } from "../../helpers/random";
import { speechOf, withChanges } from "./speech-of";

const CHARACTERS = 30_000;
const CHANGES = 500;
const ROUNDS = 9;

export async function measureComparing(random: Random): Promise<void> {
  const before = speechOf(CHARACTERS, random);
  const after = withChanges(before, CHANGES, random);
  const { counts, comparison } = compareFully({ before, after });
  const { characters } = countDocument(before);
  const changed = comparison.rows.filter(({ kind }) => kind !== "same").length;
  console.log(
    `Comparing ${characters} characters with ${CHANGES} changes (${changed} rows, ${counts.added.characters} added, ${counts.deleted.characters} deleted)`,
  );

  const segmenter = new Intl.Segmenter("zh-CN", { granularity: "word" });
  const [one, other] = [plainText(before), plainText(after)];
  const ours = median(() => compareFully({ before, after }));
  // What most would reach for: the words of the whole text in one, without blocks, moves or formatting.
  const flat = median(() => diffWords(one, other, { intlSegmenter: segmenter }));
  console.log(
    `  this thread   ${ms(ours)} ms; jsdiff's diffWords on the flat text ${ms(flat)} ms (ours / flat ${(ours / flat).toFixed(2)})`,
  );

  const comparer = createComparer();
  try {
    await comparer.compare(before, after); // the thread's start
    const delay = monitorEventLoopDelay({ resolution: 1 });
    const times: number[] = [];
    delay.enable();
    for (let round = 0; round < ROUNDS; round += 1) {
      const start = performance.now();
      await comparer.compare(before, after);
      times.push(performance.now() - start);
    }
    delay.disable();
    times.sort((a, b) => a - b);
    console.log(
      `  other thread  ${ms(times[ROUNDS >> 1] ?? 0)} ms; the server's own loop is held up p99 ${ms(delay.percentile(99) / 1e6)} ms, at most ${ms(delay.max / 1e6)} ms`,
    );
  } finally {
    await comparer.close();
  }
}

const plainText = ({ content = [] }: DocumentNode) => content.map(nodeText).join("\n");
const ms = (value: number) => value.toFixed(1);

function median(run: () => unknown): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[ROUNDS >> 1] ?? 0;
}
