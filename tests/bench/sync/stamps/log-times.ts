/** When the log's thread had each call durable: its answers' times, seen from the server's thread. */
import { getEnvironmentData, setEnvironmentData } from "node:worker_threads";

const KEY = "lectern-bench-log-times";
/** More calls than are ever on their way at once. */
const KEPT = 65_536;

/** Milliseconds on a clock that all threads of the process share. */
export const now = () => Number(process.hrtime.bigint()) / 1e6;

/** In the server's thread, before the log is first used. The time of call `id` stands at `id % length`. */
export function shareLogTimes(): Float64Array {
  const times = new Float64Array(new SharedArrayBuffer(KEPT * Float64Array.BYTES_PER_ELEMENT));
  setEnvironmentData(KEY, times);
  return times;
}

/** In the log's thread; undefined in a run that stamps nothing. */
export function sharedLogTimes(): Float64Array | undefined {
  return getEnvironmentData(KEY) as Float64Array | undefined; // shareLogTimes alone writes it
}
