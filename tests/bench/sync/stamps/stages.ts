/** What the stamps of many edits say: the time of each stage, all milliseconds. */

/** Of one edit, on the clock of log-times.ts. */
export interface EditTimes {
  readonly received: number;
  readonly judged: number;
  /** When the room's batch before this one had been written to its readers. */
  readonly before: number;
  readonly departed: number;
  readonly sent: number;
  readonly synced: number;
  readonly heard: number;
  readonly written: number;
}

export interface StageTimes {
  readonly stage: string;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Mean over the hundredth of the edits that took longest in all: these add up to the whole. */
  readonly slowestMs: number;
}

const STAGES: readonly (readonly [stage: string, time: (edit: EditTimes) => number])[] = [
  ["received → judged", ({ received, judged }) => judged - received],
  ["judged → the room's commit before is through", ({ judged, before }) => Math.max(0, before - judged)],
  [
    "→ departed: waiting for company, merging",
    ({ judged, before, departed }) => departed - Math.max(judged, before),
  ],
  ["departed → sent to the log's thread", ({ departed, sent }) => sent - departed],
  ["sent → synced: its turn in the log's thread, SQL, the disk", ({ sent, synced }) => synced - sent],
  ["synced → heard of by the main thread", ({ synced, heard }) => heard - synced],
  ["heard → frames written to all readers", ({ heard, written }) => written - heard],
];
const whole = ({ received, written }: EditTimes) => written - received;

/** Each stage in order, then the whole. */
export function stageTimes(edits: readonly EditTimes[]): readonly StageTimes[] {
  const slowest = [...edits]
    .sort((one, other) => whole(other) - whole(one))
    .slice(0, Math.max(1, Math.round(edits.length / 100)));
  return [...STAGES, ["received → frames written", whole] as const].map(([stage, time]) => {
    const times = edits.map(time).sort((one, other) => one - other);
    const at = (part: number) => times[Math.ceil(times.length * part) - 1] ?? Number.NaN;
    const slowestMs = slowest.reduce((sum, edit) => sum + time(edit), 0) / slowest.length;
    return { stage, p50Ms: at(0.5), p99Ms: at(0.99), slowestMs };
  });
}
