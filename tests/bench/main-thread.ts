/** The processor time of this process's own thread: process.cpuUsage() counts all of them. */
import { readFileSync } from "node:fs";

/** Milliseconds so far; NaN where the system doesn't tell (Linux does, unless it was built without). */
export function mainThreadMs(): number {
  try {
    // Documentation/scheduler/sched-stats: nanoseconds on the processor come first.
    const [nanoseconds] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, "utf8").split(" ");
    return Number(nanoseconds) / 1e6;
  } catch {
    return Number.NaN;
  }
}
