/** The results as Markdown. */
import { getPriority } from "node:os";
import { judgeAims } from "./aims";
import type { ServerName } from "./load/protocols";
import { LOADS, RAMP } from "./loads";
import { describeCommit, describeMachine, describeVersions } from "./machine";
import { NOTES } from "./notes";
import type { Options } from "./options";
import { median, RAMP_LOAD, type Results } from "./results";

/** With more than this taken by others, who waits for whom is chance. */
const NOISY_CORES = 0.2;

type Row = readonly string[];

export function renderReport(results: Results, options: Options): string {
  const { rounds, windowMs, warmUpMs, servers, seed } = options;
  const noise = results.loadNames.flatMap((load) =>
    servers.map((server) => results.median(load, server, "otherCores")),
  );
  const otherCores = Math.max(0, ...noise.filter((cores) => !Number.isNaN(cores)));
  const warning =
    "**The machine was busy with other work: latency, ramp and ratios below mean little. Run it again alone.**";
  const parts = [
    "# Sync engine beside its peers",
    "Written by `npm run bench:sync -- --write`. CPU is the server process's own, all threads, user and system.",
    [
      `- Machine: ${describeMachine()}; the load generator runs on it too.`,
      `- Lectern: commit ${describeCommit()}.`,
      `- Versions: ${describeVersions()}.`,
      `- ${new Date().toISOString().slice(0, 16)}Z, ${rounds} rounds, medians; ${windowMs / 1000} s measured after ${warmUpMs / 1000} s of warm-up; seed ${seed}.`,
      `- Other processes used ${fixed(otherCores, 2)} cores at most (median of a server's rounds); the benchmark ran at nice ${getPriority()}.`,
    ].join("\n"),
    otherCores > NOISY_CORES ? warning : "",
    ...LOADS.filter(({ name }) => results.loadNames.includes(name)).map(({ name, description }) =>
      [
        `## ${name}: ${description}`,
        loadTable(results, name, servers),
        aims(results, name),
        profileTables(results, name),
      ]
        .filter((part) => part !== "")
        .join("\n\n"),
    ),
    ...rampPart(results, servers),
    ...killPart(results, servers),
    NOTES,
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function loadTable(results: Results, load: string, servers: readonly ServerName[]): string {
  const cpu = (server: ServerName) => results.median(load, server, "cpuMicrosPerEdit");
  const rows = servers.map((server): Row => {
    const value = (field: Parameters<Results["median"]>[2]) => results.median(load, server, field);
    return [
      server,
      fixed(cpu(server), 1),
      times(cpu(server) / cpu("hocuspocus")),
      times(cpu(server) / cpu("relay")),
      fixed(value("p50Ms"), 1),
      fixed(value("p95Ms"), 1),
      fixed(value("p99Ms"), 1),
      fixed(value("residentMegabytes"), 0),
      fixed(value("frames") / value("delivered"), 2),
      count(results.lost(load, server, "lost")),
      count(results.lost(load, server, "lostByRestart")),
    ];
  });
  return table(
    [
      "server",
      "CPU µs per delivered edit",
      "× hocuspocus",
      "× relay",
      "p50 ms",
      "p95 ms",
      "p99 ms",
      "memory MB",
      "frames per delivered edit",
      "lost",
      "lost by restart",
    ],
    rows,
  );
}

function aims(results: Results, load: string): string {
  const verdicts = judgeAims(results, load);
  return verdicts === null ? "" : `Aims: ${verdicts.map(({ text }) => text).join("; ")}.`;
}

/** Where Lectern's time goes under a load, if that was profiled: of the processor, and of an edit's way. */
function profileTables(results: Results, load: string): string {
  const profile = results.profiles.get(load);
  if (profile === undefined) return "";
  const { shares, stages, unsampled } = profile;
  const total = shares.reduce((sum, { micros }) => sum + micros, 0);
  const rows = shares.map(({ place, micros }): Row => [place, fixed(micros, 2), percent(micros / total)]);
  const ways = [
    ...stages,
    { stage: "clients: sent → received, other clients' edits", ...unsampled, slowestMs: Number.NaN },
  ].map(
    ({ stage, p50Ms, p99Ms, slowestMs }): Row => [
      stage,
      fixed(p50Ms, 2),
      fixed(p99Ms, 2),
      fixed(slowestMs, 2),
    ],
  );
  const rounds = fixed(results.median(load, "lectern", "cpuMicrosPerEdit"), 1);
  return [
    `Where Lectern's ${fixed(total, 1)} µs go, from a run of its own under V8's sampler, which itself costs time: in the same run without it ${fixed(unsampled.cpuMicrosPerEdit, 1)} µs, in the rounds above ${rounds}.`,
    table(["place", "µs per delivered edit", "share"], rows),
    "Where an edit's time goes, from that run without the sampler: every edit of the window is stamped at each stage. Percentiles don't add up; the means of the slowest hundredth of the edits do. What the clients see more is on the line, in socket buffers, in an event loop that is busy, and in the load generator.",
    table(["stage", "p50 ms", "p99 ms", "mean of the slowest 1 %, ms"], ways),
  ].join("\n\n");
}

/** The figures at the highest rate that each server held, and what ended each round. */
function rampPart(results: Results, servers: readonly ServerName[]): readonly string[] {
  if (servers.every((server) => results.ramp(server).length === 0)) return [];
  const { clientsPerRoom, firstEditsPerSecond, step, p99LimitMs } = RAMP;
  const rows = servers.map((server): Row => {
    const rounds = results.ramp(server);
    return [
      server,
      fixed(median(rounds.map(({ rate }) => rate)), 0),
      fixed(median(rounds.map(({ held }) => (held === null ? 0 : held.delivered / held.seconds))), 0),
      rounds.map(({ rate }) => rate).join(", "),
      [...new Set(rounds.map(({ limit }) => limit))].join("; "),
    ];
  });
  return [
    `## ramp: one room, ${clientsPerRoom} clients who all write, faster and faster`,
    `From ${firstEditsPerSecond} edits/s a writer, each rate ${step} × the one before, until p99 delivery passes ${p99LimitMs} ms or edits are lost (the server's limit), or the load generator can't send more (its own). Each server stands at the highest rate that it held, so the ratios compare different rates.`,
    loadTable(results, RAMP_LOAD, servers),
    table(
      ["server", "edits/s a writer held", "delivered edits/s", "held in each round", "what ended the rounds"],
      rows,
    ),
  ];
}

function killPart(results: Results, servers: readonly ServerName[]): readonly string[] {
  const rows = servers.map((server): Row => [server, count(results.lostByKill(server))]);
  return ["## kill -9", table(["server", "characters seen by all, gone after kill -9"], rows)];
}

function table(head: Row, rows: readonly Row[]): string {
  const line = (cells: Row) => `| ${cells.join(" | ")} |`;
  const rule = head.map((_, index) => (index === 0 ? "---" : "--:"));
  return [line(head), line(rule), ...rows.map(line)].join("\n");
}

const fixed = (value: number, digits: number) => (Number.isNaN(value) ? "–" : value.toFixed(digits));
const percent = (value: number) => `${Math.round(value * 100)} %`;
const times = (value: number) => fixed(value, 2);
/** Null stands for a server that stores nothing. */
const count = (value: number | null) => (value === null ? "–" : String(value));
