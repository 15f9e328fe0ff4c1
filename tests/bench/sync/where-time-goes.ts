/** What a CPU profile says: how much of each delivered edit's time goes where. */
import type { Profile } from "./profiled";

/** One line of the table; µs per delivered edit. */
export interface TimeShare {
  readonly place: string;
  readonly micros: number;
}

/**
 * Parts of the main thread's work, each known by functions that stand at its head. Of those on a
 * sample's stack the innermost decides.
 */
const PARTS: readonly (readonly [place: string, functions: readonly string[]])[] = [
  ["writing frames to sockets", ["Writable.write", "sendFrame"]],
  ["building frames: updates, carets, acknowledgements", ["show", "takePresence", "saved", "wireFrame"]],
  ["judging updates: decoding, author, order, schema", ["submit"]],
  ["merging a batch", ["mergeUpdates"]],
  ["taking a batch into the live document", ["applyOwn", "settle"]],
  ["handing batches to the log's thread and hearing of them", ["append", "post", "settleAll"]],
  ["carets: reading, checking, writing names", ["decodeAwareness", "reportPresence"]],
  ["reading sockets: TCP, WebSocket frames, message types", ["onStreamRead", "receive"]],
  ["figures for the home page, compaction", ["record", "compact"]],
  ["collecting garbage", ["(garbage collector)"]],
];
const REST = "the event loop, promises and the rest";
const IDLE = "(idle)";

/** Sums up a profile that was taken while so many edits were delivered. Largest first. */
export function timeShares({ samples, threads }: Profile, delivered: number): readonly TimeShare[] {
  const parents = new Map<number, number>();
  const names = new Map<number, string>();
  for (const { id, callFrame, children } of samples.nodes) {
    names.set(id, callFrame.functionName);
    for (const child of children ?? []) parents.set(child, id);
  }
  const partOf = new Map(PARTS.flatMap(([place, functions]) => functions.map((name) => [name, place])));
  const placeOf = (node: number): string => {
    for (let at: number | undefined = node; at !== undefined; at = parents.get(at)) {
      const place = partOf.get(names.get(at) ?? "");
      if (place !== undefined) return place;
    }
    return REST;
  };
  const counts = new Map<string, number>();
  let busy = 0;
  for (const sample of samples.samples ?? []) {
    if (names.get(sample) === IDLE) continue;
    const place = placeOf(sample);
    counts.set(place, (counts.get(place) ?? 0) + 1);
    busy += 1;
  }
  // Without the system's word on threads a sample stands for its share of the time.
  const mainMicros = threads?.main ?? ((samples.endTime - samples.startTime) * busy) / sampleCount(samples);
  const shares = [...counts].map(([place, count]) => ({
    place: `main thread: ${place}`,
    micros: (mainMicros * count) / busy / delivered,
  }));
  if (threads !== null) {
    shares.push({ place: "log's thread: SQL, syncing the disk", micros: threads.log / delivered });
    shares.push({ place: "V8's threads: compiling, collecting garbage", micros: threads.v8 / delivered });
  }
  return shares.sort((one, other) => other.micros - one.micros);
}

const sampleCount = ({ samples = [] }: Profile["samples"]) => Math.max(1, samples.length);
