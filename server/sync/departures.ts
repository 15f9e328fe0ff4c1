/**
 * When commits set off. While little is written each sets off at once. While much is written, in one
 * room or in many, the first edit waits a few milliseconds for company and all rooms set off together:
 * they share one sync of the disk, and each room one frame a socket, which is where most of the time
 * goes. Nothing runs when nobody writes.
 */

/** About what a commit takes on an SSD: whoever comes during a commit would wait that long anyway. */
const SHORTEST_WAIT_MS = 3;
/** Writing a frame to so many sockets takes a core about a millisecond; larger rooms wait longer. */
const SOCKETS_PER_MS = 75;
/** Deliveries at the 99th percentile must stay as quick as without waiting. */
const LONGEST_WAIT_MS = 8;
/** Waiting pays when this many more submissions are to be expected meanwhile. */
const WORTH_WAITING_FOR = 0.25;
/** Weight of the newest gap in the mean; some twenty submissions make a habit. */
const NEWEST_GAP = 0.1;
/** A longer pause counts as this: long enough to end the habit at once. */
const LONGEST_GAP_MS = 2000;

export class Departures {
  private meanGapMs = LONGEST_GAP_MS;
  private lastNote = Number.NEGATIVE_INFINITY;
  private waiting: (() => void)[] = [];
  private timer: NodeJS.Timeout | null = null;
  private dueAt = Number.POSITIVE_INFINITY;

  /** Something was submitted, in whatever room. */
  note(): void {
    const at = performance.now();
    const gap = Math.min(at - this.lastNote, LONGEST_GAP_MS);
    this.lastNote = at;
    this.meanGapMs += (gap - this.meanGapMs) * NEWEST_GAP;
  }

  /**
   * Resolves when a commit may start, together with every other that waits then.
   * @param sockets how many the room has
   * @param since when its first submission came, performance.now(): the wait for an earlier commit counts
   */
  wait(sockets: number, since: number): Promise<void> {
    const left = new Promise<void>((resolve) => this.waiting.push(resolve));
    const dueAt = since + this.worthWaiting(sockets);
    const restMs = Math.round(dueAt - performance.now());
    if (dueAt < this.dueAt) {
      this.dueAt = dueAt;
      if (this.timer !== null) clearTimeout(this.timer);
      this.timer = restMs < 1 ? null : setTimeout(() => this.leave(), restMs);
      // Even then a turn of the event loop: what other sockets bring in it comes along.
      if (this.timer === null) setImmediate(() => this.leave());
    }
    return left;
  }

  private leave(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.dueAt = Number.POSITIVE_INFINITY;
    const { waiting } = this;
    this.waiting = [];
    for (const start of waiting) start();
  }

  private worthWaiting(sockets: number): number {
    const waitMs = Math.min(LONGEST_WAIT_MS, SHORTEST_WAIT_MS + sockets / SOCKETS_PER_MS);
    return waitMs / this.meanGapMs >= WORTH_WAITING_FOR ? waitMs : 0;
  }
}
