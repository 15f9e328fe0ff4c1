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

  constructor(
    private readonly source: Source,
    private readonly options: {
      readonly log: UpdateLog;
      readonly logger: SyncLogger;
      readonly count: CountDocument;
      readonly delayMs: number;
    },
  ) {}

  /** Notes that the text changed at this time. */
  changed(at: number): void {
    this.updatedAt = at;
    this.timer ??= setTimeout(() => void this.record(), this.options.delayMs);
  }

  /** Records what is due now; a failure is logged, since the text itself is safe in the log. */
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
    }
  }
}
