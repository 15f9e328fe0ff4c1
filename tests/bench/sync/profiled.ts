/** In Lectern's measured process: where its time goes, by place in the program and by thread. */
import { readdirSync, readFileSync } from "node:fs";
import { type Profiler, Session } from "node:inspector/promises";

export interface Profile {
  /** V8's samples of the main thread. */
  readonly samples: Profiler.Profile;
  /** CPU µs of each thread meanwhile; null where the system doesn't tell (it does on Linux). */
  readonly threads: ThreadTimes | null;
}

export interface ThreadTimes {
  readonly main: number;
  /** The log's thread, and threads of libuv's pool, which have next to nothing to do. */
  readonly log: number;
  /** V8's own: compiling and collecting garbage. */
  readonly v8: number;
}

/** Between two samples. More of them would slow down what is measured. */
const SAMPLE_MICROS = 500;
const THREADS = "/proc/self/task";
/** proc(5): user and system time in clock ticks, of which Linux has 100 a second. */
const MICROS_PER_TICK = 10_000;

/** Answers "start-profile" and "stop-profile" of server-process.ts. Call before the log is first used. */
export function answerProfiles(): void {
  // The log's thread starts with its first call.
  const early = new Set(threadIds());
  const session = new Session();
  let before: ThreadTimes | null = null;
  process.on("message", async (message) => {
    if (message === "start-profile") {
      session.connect();
      await session.post("Profiler.enable");
      await session.post("Profiler.setSamplingInterval", { interval: SAMPLE_MICROS });
      before = threadTimes(early);
      await session.post("Profiler.start");
      process.send?.({ kind: "profiling" });
    } else if (message === "stop-profile") {
      const { profile } = await session.post("Profiler.stop");
      const threads = difference(threadTimes(early), before);
      session.disconnect();
      process.send?.({ kind: "profile", samples: profile, threads });
    }
  });
}

function threadIds(): readonly string[] {
  try {
    return readdirSync(THREADS);
  } catch {
    return [];
  }
}

function threadTimes(early: ReadonlySet<string>): ThreadTimes | null {
  const ids = threadIds();
  if (ids.length === 0) return null;
  const times = { main: 0, log: 0, v8: 0 };
  for (const id of ids) {
    const owner = id === String(process.pid) ? "main" : early.has(id) ? "v8" : "log";
    times[owner] += cpuMicros(readFileSync(`${THREADS}/${id}/stat`, "utf8"));
  }
  return times;
}

/** proc(5): after the name in brackets come state and others; utime is the 12th of them, stime the 13th. */
function cpuMicros(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * MICROS_PER_TICK;
}

function difference(after: ThreadTimes | null, before: ThreadTimes | null): ThreadTimes | null {
  if (after === null || before === null) return null;
  return { main: after.main - before.main, log: after.log - before.log, v8: after.v8 - before.v8 };
}
