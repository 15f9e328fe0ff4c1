/** What a room is given. */
import type { Removal } from "@/core/authors/removals";
import type { SpeechId } from "@/core/ids";
import type { OnLargeRemoval } from "./admission";
import type { Departures } from "./departures";
import type { RoomMessage, StoredSpeech, SyncLogger, SyncMetrics, UpdateLog } from "./ports";
import type { UncommittedTotal } from "./uncommitted-total";

/** What all rooms of a process have in common. */
export interface SharedByRooms {
  /** When commits start. */
  readonly departures: Departures;
  readonly total: UncommittedTotal;
}

export interface RoomOptions extends SharedByRooms {
  readonly speechId: SpeechId;
  readonly stored: StoredSpeech;
  readonly log: UpdateLog;
  readonly logger: SyncLogger;
  readonly metrics?: SyncMetrics;
  /** What was taken out of the text at any time, on any node. */
  loadRemovals(): Promise<readonly Removal[]>;
  /** Whether the text is final or archived; false where that can't be asked, and the log decides. */
  isClosed(): Promise<boolean>;
  readonly now: () => number;
  readonly retryMs: readonly [number, number];
  /** How long caret movements wait for company; commits take them along sooner. */
  readonly presenceDelayMs: number;
  /** Tells the other nodes. */
  publish(message: RoomMessage): void;
  /** Called after the text changed, here or on another node. */
  onChanged(): void;
  /** Called after decisions on suggestions that were taken here became durable. */
  onDecided(): void;
  readonly onLargeRemoval: OnLargeRemoval;
  /** Called when the live document can't be trusted any more; the log can. */
  onBroken(error: unknown): void;
}
