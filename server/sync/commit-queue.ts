/**
 * Updates on their way to the log. One commit is in flight; what arrives meanwhile waits and is
 * merged into the next. departures.ts says when one starts: at once, or a little later under load.
 * A failed commit is kept and tried again, with growing pauses, until it succeeds.
 */
import * as Y from "yjs";
import type { Removal } from "@/core/authors/removals";
import type { PersonsWords } from "@/core/authors/removed-words";
import { AppError } from "@/core/errors";
import { LIMITS } from "@/core/limits";
import { newId } from "@/core/new-id";
import type { LateDecision } from "@/core/review/late-decision";
import type { ClientBinding, KeptDecision, LogEntry, SyncLogger } from "./ports";
import type { UncommittedTotal } from "./uncommitted-total";

/** One accepted message. Empty `update`: nothing new in it, but its sender waits for the answer. */
export interface Submission {
  readonly update: Uint8Array | null;
  readonly bindings: readonly ClientBinding[];
  readonly decisions: readonly KeptDecision[];
  /** What it decided too late: its author is told. */
  readonly late?: readonly LateDecision[];
  readonly removals: readonly Removal[];
  readonly words?: readonly PersonsWords[];
  readonly author: object;
  /** How many of the author's sync payloads are covered once this is durable. */
  readonly payloadCount: number;
  /** See LogEntry. */
  readonly marksOnly?: boolean;
}

export interface Committed {
  /** The batch as one update; null when it held only empty submissions. */
  readonly update: Uint8Array | null;
  readonly bindings: readonly ClientBinding[];
  readonly decisions: readonly KeptDecision[];
  readonly removals: readonly Removal[];
  readonly words: readonly PersonsWords[];
  /** Per author, the highest payload count. */
  readonly covered: ReadonlyMap<object, number>;
  /** What each author decided too late. */
  readonly late: ReadonlyMap<object, readonly LateDecision[]>;
  readonly seq: number | null;
}

export interface CommitQueueOptions {
  /** Resolves when the next commit may start, whose first submission came at performance.now() `since`. */
  depart(since: number): Promise<void>;
  append(entry: Omit<LogEntry, "speechId">): Promise<number>;
  onCommitted(batch: Committed): void;
  /** Called with every commit's figures; the duration includes failed attempts. */
  onStored(batch: { durationMs: number; bytes: number; submissions: number }): void;
  /** Called with false at the first failure and with true when a commit succeeds again. */
  onStorage(available: boolean): void;
  /** Called when the log refuses a batch for good; everything that waits is given up. */
  onRefused(error: unknown): void;
  /** Of all rooms. */
  readonly total: UncommittedTotal;
  readonly logger: SyncLogger;
  /** First and longest pause after a failure. */
  readonly retryMs: readonly [number, number];
}

/** What a submission takes in memory beside its update: one without news is kept for its answer. */
const SUBMISSION_BYTES = 128;
const costOf = ({ update }: Submission): number => SUBMISSION_BYTES + (update?.length ?? 0);

function lateIn(batch: readonly Submission[]): ReadonlyMap<object, readonly LateDecision[]> {
  const byAuthor = new Map<object, readonly LateDecision[]>();
  for (const { author, late = [] } of batch) {
    if (late.length > 0) byAuthor.set(author, [...(byAuthor.get(author) ?? []), ...late]);
  }
  return byAuthor;
}

const MAY_PASS: ReadonlySet<string> = new Set(["storage-unavailable", "shutting-down"]);

export class CommitQueue {
  /** With the number of a batch its name: a random one for each would cost as much as judging an update. */
  private readonly name = newId();
  private batches = 0;
  private waiting: Submission[] = [];
  private committing: readonly Submission[] = [];
  private inFlight: Promise<void> | null = null;
  private waitingSince = 0;
  private bytes = 0;
  private failures = 0;
  /** Submissions ever; and how many of them are durable, or given up. */
  private submitted = 0;
  private settled = 0;
  /** Whoever waits until so many are settled. */
  private flushes: { readonly upTo: number; resolve(): void }[] = [];
  private retryTimer: NodeJS.Timeout | null = null;
  private wakeRetry: (() => void) | null = null;

  constructor(private readonly options: CommitQueueOptions) {}

  /** Memory that what isn't durable yet takes, in bytes. */
  get uncommittedBytes(): number {
    return this.bytes;
  }

  /** Whether so many more may wait, here and in all rooms together: a slow disk mustn't fill the memory. */
  hasRoomFor(bytes: number): boolean {
    const { total } = this.options;
    return this.bytes + bytes <= LIMITS.uncommittedBytes && total.bytes + bytes <= LIMITS.allUncommittedBytes;
  }

  private count(bytes: number): void {
    this.bytes += bytes;
    this.options.total.change(bytes);
  }

  /** The updates of those bytes, in order. */
  uncommitted(): readonly Uint8Array[] {
    return [...this.committing, ...this.waiting].flatMap(({ update }) => (update === null ? [] : [update]));
  }

  /** Whether somebody else's update isn't durable yet, and so not shown. */
  holdsOthers(author: object): boolean {
    const isOther = (one: Submission) => one.update !== null && one.author !== author;
    return this.committing.some(isOther) || this.waiting.some(isOther);
  }

  get idle(): boolean {
    return this.inFlight === null && this.waiting.length === 0;
  }

  get storageAvailable(): boolean {
    return this.failures === 0;
  }

  submit(submission: Submission): void {
    if (this.waiting.length === 0) this.waitingSince = performance.now();
    this.waiting.push(submission);
    this.submitted += 1;
    this.count(costOf(submission));
    this.inFlight ??= this.run();
  }

  /**
   * Resolves when everything submitted before is durable, or given up; retries at once what is waiting
   * for a pause to end. What comes meanwhile isn't waited for: where many write on a slow disk there is
   * always something.
   */
  flush(): Promise<void> {
    this.wakeRetry?.();
    const upTo = this.submitted;
    if (this.settled === upTo) return Promise.resolve();
    return new Promise((resolve) => this.flushes.push({ upTo, resolve }));
  }

  private async run(): Promise<void> {
    while (this.waiting.length > 0) {
      await this.options.depart(this.waitingSince);
      const batch = this.waiting;
      this.waiting = [];
      this.committing = batch;
      try {
        await this.commit(batch);
        this.settled += batch.length;
      } catch (error) {
        this.giveUp(error);
        this.settled = this.submitted;
      }
      this.committing = [];
      this.answerFlushes();
    }
    this.inFlight = null;
  }

  private answerFlushes(): void {
    const { flushes } = this;
    this.flushes = flushes.filter(({ upTo }) => upTo > this.settled);
    for (const { upTo, resolve } of flushes) if (upTo <= this.settled) resolve();
  }

  /** Only for what no later attempt can mend, such as a speech that isn't there any more. */
  private giveUp(error: unknown): void {
    this.waiting = [];
    this.count(-this.bytes);
    this.options.onRefused(error);
  }

  private async commit(batch: readonly Submission[]): Promise<void> {
    const updates = batch.flatMap(({ update }) => (update === null ? [] : [update]));
    const covered = new Map<object, number>();
    for (const { author, payloadCount } of batch) covered.set(author, payloadCount);
    const [first] = updates;
    if (first === undefined) {
      for (const submission of batch) this.count(-costOf(submission));
      this.options.onCommitted({
        update: null,
        bindings: [],
        decisions: [],
        removals: [],
        words: [],
        covered,
        late: new Map(),
        seq: null,
      });
      return;
    }
    const update = updates.length === 1 ? first : Y.mergeUpdates(updates);
    const bindings = batch.flatMap((submission) => submission.bindings);
    const decisions = batch.flatMap((submission) => submission.decisions);
    const removals = batch.flatMap((submission) => submission.removals);
    const words = batch.flatMap((submission) => submission.words ?? []);
    const startedAt = performance.now();
    // One edit among them makes the whole batch one.
    const marksOnly = batch.every((submission) => submission.update === null || submission.marksOnly);
    this.batches += 1;
    const name = `${this.name}-${this.batches}`;
    const entry = { batch: name, update, bindings, decisions, removals, words, marksOnly };
    const seq = await this.append(entry);
    const durationMs = performance.now() - startedAt;
    this.options.onStored({ durationMs, bytes: update.length, submissions: batch.length });
    for (const submission of batch) this.count(-costOf(submission));
    const kept = { update, bindings, decisions, removals, words };
    this.options.onCommitted({ ...kept, covered, late: lateIn(batch), seq });
  }

  private async append(entry: Omit<LogEntry, "speechId">): Promise<number> {
    for (;;) {
      try {
        const seq = await this.options.append(entry);
        if (this.failures > 0) {
          this.failures = 0;
          this.options.onStorage(true);
        }
        return seq;
      } catch (error) {
        // A fault that isn't ours by name may pass; a named refusal other than these won't.
        if (error instanceof AppError && !MAY_PASS.has(error.code)) throw error;
        this.failures += 1;
        this.options.logger.error(
          { err: error, bytes: entry.update.length, failures: this.failures },
          "commit failed, will retry",
        );
        if (this.failures === 1) this.options.onStorage(false);
        await this.pause();
      }
    }
  }

  private pause(): Promise<void> {
    const [first, longest] = this.options.retryMs;
    const delay = Math.min(longest, first * 2 ** Math.min(this.failures - 1, 20));
    return new Promise((resolve) => {
      this.wakeRetry = () => {
        if (this.retryTimer !== null) clearTimeout(this.retryTimer);
        this.retryTimer = null;
        this.wakeRetry = null;
        resolve();
      };
      this.retryTimer = setTimeout(this.wakeRetry, delay);
    });
  }
}
