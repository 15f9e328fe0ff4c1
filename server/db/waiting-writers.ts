/**
 * How many in the server's thread wait for the database's lock. Under load the log's thread takes it
 * again and again, and on a slow disk is hardly ever without it: between two groups it lets go first
 * whoever waits. The two threads share the number only.
 */
export class WaitingWriters {
  readonly #count: Int32Array;

  /** @param memory the other thread's, 4 bytes */
  constructor(readonly memory: SharedArrayBuffer = new SharedArrayBuffer(4)) {
    this.#count = new Int32Array(memory);
  }

  enter(): void {
    Atomics.add(this.#count, 0, 1);
  }

  leave(): void {
    Atomics.sub(this.#count, 0, 1);
    Atomics.notify(this.#count, 0);
  }

  /** Blocks the thread until nobody waits; so many milliseconds at most, since the lock may be another program's. */
  letPass(longestMs: number): void {
    const endAt = performance.now() + longestMs;
    for (;;) {
      const waiting = Atomics.load(this.#count, 0);
      if (waiting === 0) return;
      if (Atomics.wait(this.#count, 0, waiting, endAt - performance.now()) === "timed-out") return;
    }
  }
}
