/**
 * The rhythm of typing: each writer on a clock of its own, out of step with the others. Edits that
 * fell on the same tick would flatter the servers that merge.
 */
import type { LoadClient } from "./client";

/** A pause is the mean ± this part of it. */
const UNEVENNESS = 0.5;

export class Typing {
  private stopped = false;

  constructor(writers: readonly LoadClient[], editsPerSecond: number, random: () => number) {
    const meanMs = 1000 / editsPerSecond;
    const start = performance.now();
    for (const writer of writers) {
      let due = start + random() * meanMs;
      const type = () => {
        if (this.stopped) return;
        writer.type();
        // From when it was due, not from when it was done: a late generator catches up.
        due += meanMs * (1 + UNEVENNESS * (2 * random() - 1));
        setTimeout(type, Math.max(0, due - performance.now()));
      };
      setTimeout(type, due - start);
    }
  }

  stop(): void {
    this.stopped = true;
  }
}
