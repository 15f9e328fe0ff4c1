/** How much one socket may ask of the server: a bucket that fills at a steady rate and allows a burst. */

/** Seconds of the allowed rate that may come at once, for example after a reconnect. */
const BURST_SECONDS = 10;

export class Rate {
  private tokens: number;
  private last: number;

  /** @param perSecond messages, questions or bytes a second over time */
  constructor(
    private readonly perSecond: number,
    private readonly now: () => number,
  ) {
    this.tokens = perSecond * BURST_SECONDS;
    this.last = now();
  }

  /** Takes so much; false when the sender is too fast. */
  take(amount: number): boolean {
    const at = this.now();
    const refilled = this.tokens + ((at - this.last) / 1000) * this.perSecond;
    this.tokens = Math.min(this.perSecond * BURST_SECONDS, refilled);
    this.last = at;
    if (this.tokens < amount) return false;
    this.tokens -= amount;
    return true;
  }
}
