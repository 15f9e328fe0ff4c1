/** What processes of a test's own use, as the system counts it; Linux only. */
import { existsSync, readFileSync } from "node:fs";

const CHILDREN = `/proc/${process.pid}/task/${process.pid}/children`;
export const HAS_CHILD_USE = existsSync(CHILDREN);

const KIBIBYTE = 1024;
const HUNDREDTH_MS = 10;
/** Places of the times for the process and for the system in /proc/PID/stat, behind the name in brackets. */
const TIMES = [11, 12] as const;

export interface ChildUse {
  /** The most bytes that were resident at once. */
  readonly memory: number;
  /** Milliseconds on processors, since it was first looked at. */
  readonly cpu: number;
}

/** Looks at the children that run `program` until it is stopped; tells the largest use of any of them. */
export function watchChildren(program: string): { stop(): ChildUse } {
  let memory = 0;
  let cpu = 0;
  const before = new Map(childrenRunning(program).map((pid) => [pid, ticksOf(pid)]));
  const look = () => {
    for (const pid of childrenRunning(program)) {
      memory = Math.max(memory, Number(/VmHWM:\s+(\d+)/.exec(textOf(`/proc/${pid}/status`))?.[1] ?? 0));
      cpu = Math.max(cpu, ticksOf(pid) - (before.get(pid) ?? 0));
    }
  };
  // The system keeps the most itself, so that only what a process takes right before its end can be missed.
  const looking = setInterval(look, 3);
  return {
    stop() {
      clearInterval(looking);
      look();
      return { memory: memory * KIBIBYTE, cpu: cpu * HUNDREDTH_MS };
    },
  };
}

function ticksOf(pid: string): number {
  const fields = textOf(`/proc/${pid}/stat`)
    .replace(/^.*\) /s, "")
    .split(" ");
  return TIMES.reduce((sum, place) => sum + Number(fields[place] ?? 0), 0);
}

const childrenRunning = (program: string): string[] =>
  textOf(CHILDREN)
    .split(" ")
    .filter((pid) => pid !== "" && textOf(`/proc/${pid}/cmdline`).includes(program));

/** Empty for a process that has ended. */
function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
