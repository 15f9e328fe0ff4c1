/** Edits of which none knows of the others: the disk is held back until all are sent. */
import type { MemoryLog } from "./memory-log";

export function inOneMoment(log: Pick<MemoryLog, "gate">, edits: readonly (() => void)[]): void {
  let release = () => {};
  log.gate = new Promise((resolve) => {
    release = resolve;
  });
  for (const edit of edits) edit();
  release();
  log.gate = null;
}
