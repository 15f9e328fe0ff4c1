/** The measured figures as a table with ratios and aims. */

import { readFileSync } from "node:fs";
import { cpus, platform, release, totalmem } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { percentile } from "./latency";
import type { Loading } from "./loading";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

export const SUBJECTS = ["lectern", "bare", "collaborative"] as const;
export type Subject = (typeof SUBJECTS)[number];

export interface Results {
  /** Milliseconds per key, alone and with the remote writers. */
  readonly alone: Readonly<Record<Subject, number[]>>;
  readonly withWriters: Readonly<Record<Subject, number[]>>;
  readonly loading: Readonly<Record<Subject, readonly Loading[]>>;
  readonly characters: number;
  readonly chromium: string;
  /** Edits that the remote writers really made per second while it was measured. */
  readonly remoteEditsPerSecond: number;
}

const AIM = { alone: 1.1, withWriters: 1.4, editableMs: 1500, scriptKilobytes: 450 };
const NAMES: Readonly<Record<Subject, string>> = {
  lectern: "Lectern",
  bare: "bare Tiptap",
  collaborative: "plain collaborative Tiptap",
};

export function describeMachine({ chromium }: Results): string {
  // Read as a file: packages needn't export their package.json.
  const versionOf = (name: string): string =>
    JSON.parse(readFileSync(path.join(ROOT, "node_modules", name, "package.json"), "utf8")).version;
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, ${platform()} ${release()}`;
  return `${machine}, Node ${process.versions.node}, Chromium ${chromium}, @tiptap/core ${versionOf("@tiptap/core")}, next ${versionOf("next")}`;
}

/** Markdown: latency, then loading. */
export function tables(results: Results): string {
  const bareP95 = percentile(results.alone.bare, 0.95);
  const row = (name: string, samples: readonly number[], aim: string) => {
    const [p50, p95] = [percentile(samples, 0.5), percentile(samples, 0.95)];
    return `| ${name} | ${p50.toFixed(1)} | ${p95.toFixed(1)} | ${(p95 / bareP95).toFixed(2)} | ${aim} | ${samples.length} |`;
  };
  const loading = SUBJECTS.map((subject) => {
    const runs = results.loading[subject];
    const editable = percentile(
      runs.map(({ editableMs }) => editableMs),
      0.5,
    );
    const kilobytes =
      percentile(
        runs.map(({ scriptBytes }) => scriptBytes),
        0.5,
      ) / 1000;
    return `| ${NAMES[subject]} | ${editable.toFixed(0)} | ${kilobytes.toFixed(0)} |`;
  });
  return [
    `Key press to painted frame in a speech of ${results.characters} characters, milliseconds:`,
    "",
    "| editor | p50 | p95 | p95 ÷ bare alone | aim | keys |",
    "| --- | --- | --- | --- | --- | --- |",
    ...SUBJECTS.map((subject) =>
      row(`${NAMES[subject]}, alone`, results.alone[subject], subject === "lectern" ? `≤ ${AIM.alone}` : ""),
    ),
    ...(["lectern", "collaborative"] as const).map((subject) =>
      row(
        `${NAMES[subject]}, 20 remote writers`,
        results.withWriters[subject],
        subject === "lectern" ? `≤ ${AIM.withWriters}` : "",
      ),
    ),
    "",
    `The remote writers made ${results.remoteEditsPerSecond.toFixed(0)} edits a second in all.`,
    "",
    "Opening the page with an empty cache, warm server, medians:",
    "",
    "| page | editable after, ms | script over the wire, kB |",
    "| --- | --- | --- |",
    ...loading,
    "",
    `Aims for Lectern: ${AIM.editableMs} ms, ${AIM.scriptKilobytes} kB.`,
  ].join("\n");
}
