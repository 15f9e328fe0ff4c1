/** Notices when the writers of a speech pause, or have written for long without one. */

export interface PauseTimes {
  /** So long without a change is a pause. */
  readonly quietMs: number;
  /** After so long of writing it counts as one in any case. */
  readonly longestMs: number;
}

export const PAUSE_TIMES: PauseTimes = { quietMs: 2 * 60_000, longestMs: 15 * 60_000 };

export class PauseWatch {
  private quiet: NodeJS.Timeout | null = null;
  private longest: NodeJS.Timeout | null = null;

  constructor(
    private readonly times: PauseTimes,
    /** False when it came to nothing: then the pause is owed, and comes again. */
    private readonly onPause: () => Promise<boolean>,
  ) {}

  /** Whether something changed that no pause was made of yet. */
  get owed(): boolean {
    return this.quiet !== null;
  }

  changed(): void {
    if (this.quiet === null) this.quiet = setTimeout(() => void this.end(), this.times.quietMs);
    else this.quiet.refresh();
    this.longest ??= setTimeout(() => void this.end(), this.times.longestMs);
  }

  /** The pause is now, if anything changed since the last one. */
  async end(): Promise<void> {
    if (this.quiet === null) return;
    this.stop();
    if (!(await this.onPause())) this.changed();
  }

  stop(): void {
    if (this.quiet !== null) clearTimeout(this.quiet);
    if (this.longest !== null) clearTimeout(this.longest);
    this.quiet = null;
    this.longest = null;
  }
}
