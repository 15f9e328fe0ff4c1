/**
 * Keeps a room level with a log that other nodes write too. Rows of a speech are numbered without
 * gaps and become visible in that order, so a gap in the numbers heard of is a message lost, and the
 * log has it. Reading too much is harmless: Yjs updates are idempotent.
 */
import type { StoredSpeech, SyncLogger } from "./ports";

export interface LogFollowerOptions {
  /** Highest `seq` of the rows the room was opened with. */
  readonly seq: number;
  load(afterSeq: number): Promise<StoredSpeech>;
  /** Takes rows into the live document. */
  take(stored: StoredSpeech): void;
  readonly logger: SyncLogger;
}

export class LogFollower {
  private known: number;
  private wanted: number;
  private reading: Promise<void> | null = null;
  private following: Promise<void> | null = null;

  constructor(private readonly options: LogFollowerOptions) {
    this.known = options.seq;
    this.wanted = options.seq;
  }

  /** The room has every row up to this one. */
  get seq(): number {
    return this.known;
  }

  /**
   * A row that the room holds or is being given. False when rows before it are missing: then they are
   * read from the log, this one with them, and the caller leaves it alone.
   */
  next(seq: number): boolean {
    if (seq === this.known + 1) {
      this.known = seq;
      return true;
    }
    this.heard(seq);
    return false;
  }

  /** Another node knows rows up to this one. */
  heard(seq: number): void {
    this.wanted = Math.max(this.wanted, seq);
    if (this.wanted > this.known) this.poll();
  }

  /** Reads what is new when nobody waits for it. A failure is logged; the next sign of life tries again. */
  poll(): void {
    this.catchUp().catch((error: unknown) =>
      this.options.logger.warn({ err: error }, "log not read, will try again"),
    );
  }

  /**
   * Resolves once the room has every row that was stored before the call; rejects when the log can't
   * be read. Whoever asks while it is being read gets the next reading: this one may have looked before.
   */
  catchUp(): Promise<void> {
    if (this.reading === null) return this.start();
    this.following ??= this.reading
      .catch(() => undefined)
      .then(() => {
        this.following = null;
        return this.reading ?? this.start();
      });
    return this.following;
  }

  private start(): Promise<void> {
    this.reading = this.read().finally(() => {
      this.reading = null;
    });
    return this.reading;
  }

  private async read(): Promise<void> {
    for (let progress = true; progress; ) {
      const before = this.known;
      const stored = await this.options.load(before);
      // Rows that came by message while the log was read may be newer than what it said.
      this.known = Math.max(this.known, stored.lastSeq);
      this.options.take(stored);
      progress = this.known > before && this.wanted > this.known;
    }
  }
}
