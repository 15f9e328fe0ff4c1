/** Time, so that tests can set it. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  wait(durationMs: number): Promise<void>;
}

export const systemClock: Clock = {
  now: Date.now,
  wait: (durationMs) =>
    new Promise((resolve) => {
      setTimeout(resolve, durationMs);
    }),
};
