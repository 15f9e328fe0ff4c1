/**
 * Keeps the home page's figures of a speech's text up to date: soon after people write, not with
 * every key.
 */
import type { DocumentNode } from "@/core/document/schema";
import type { SpeechId } from "@/core/ids";
import type { SyncLogger, UpdateLog } from "./ports";

/** Characters and spoken units of a document; core/text/count.ts, handed in by server/build.ts. */
export type CountDocument = (document: DocumentNode) => { characters: number; spokenUnits: number };

interface Source {
  readonly speechId: SpeechId;
  document(): DocumentNode;
}

export class FigureRecorder {
  private timer: NodeJS.Timeout | null = null;
  private updatedAt: number | null = null;
  private stopped = false;

  constructor(
    private readonly source: Source,
    private readonly options: {
      readonly log: UpdateLog;
      readonly logger: SyncLogger;
      readonly count: CountDocument;
      readonly delayMs: number;
    },
  ) {}

  /** Notes that the text changed at this time; 0 when it may have, some time before. */
  changed(at: number): void {
    this.updatedAt = Math.max(at, this.updatedAt ?? 0);
    this.timer ??= setTimeout(() => void this.record(), this.options.delayMs);
  }

  /** After a failure nothing is tried again: the room is gone, and another may have the text by now. */
  stop(): void {
    this.stopped = true;
  }

  /** Records what is due now; a failure is logged and tried again, since the text itself is safe in the log. */
  async record(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    const { updatedAt } = this;
    if (updatedAt === null) return;
    this.updatedAt = null;
    try {
      const counted = this.options.count(this.source.document());
      await this.options.log.recordFigures(this.source.speechId, { ...counted, updatedAt });
    } catch (error) {
      this.options.logger.error({ err: error, speechId: this.source.speechId }, "figures not recorded");
      if (!this.stopped) this.changed(updatedAt);
    }
  }
}
