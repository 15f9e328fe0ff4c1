/** Counts deliveries and their latency while the measured window is open. */

const BUCKETS_PER_MS = 20;
const LONGEST_MS = 30_000;

export interface Delivery {
  /** One edit that reached one other client. */
  readonly delivered: number;
  /** Frames from the server, of every kind, and their bytes. */
  readonly frames: number;
  readonly bytes: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
}

export class Tally {
  private buckets = new Uint32Array(LONGEST_MS * BUCKETS_PER_MS + 1);
  private open = false;
  private delivered = 0;
  private frames = 0;
  private bytes = 0;

  start(): void {
    this.buckets.fill(0);
    this.delivered = 0;
    this.frames = 0;
    this.bytes = 0;
    this.open = true;
  }

  frame(bytes: number): void {
    if (!this.open) return;
    this.frames += 1;
    this.bytes += bytes;
  }

  edit(latencyMs: number): void {
    if (!this.open) return;
    this.delivered += 1;
    const bucket = Math.min(Math.max(0, latencyMs), LONGEST_MS) * BUCKETS_PER_MS;
    this.buckets[bucket | 0] = (this.buckets[bucket | 0] ?? 0) + 1;
  }

  stop(): Delivery {
    this.open = false;
    const { delivered, frames, bytes } = this;
    return {
      delivered,
      frames,
      bytes,
      p50Ms: this.percentile(0.5),
      p95Ms: this.percentile(0.95),
      p99Ms: this.percentile(0.99),
    };
  }

  /** Upper edge of the bucket; NaN when nothing was delivered. */
  private percentile(part: number): number {
    const rank = Math.ceil(this.delivered * part);
    let seen = 0;
    for (const [bucket, count] of this.buckets.entries()) {
      seen += count;
      if (seen >= rank && rank > 0) return (bucket + 1) / BUCKETS_PER_MS;
    }
    return Number.NaN;
  }
}
