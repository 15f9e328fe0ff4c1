/**
 * A room and its life: figures for the home page, compaction of the log, what other nodes say, signs
 * of life to quiet clients, and the end when everybody has gone.
 */
import { AppError } from "@/core/errors";
import type { PersonId, SpeechId } from "@/core/ids";
import { encodeSpeechChanged } from "@/core/protocol";
import { FigureRecorder } from "./figures";
import { PAUSE_TIMES, PauseWatch } from "./pause-watch";
import type { StoredSpeech } from "./ports";
import { Room } from "./room";
import type { SharedByRooms } from "./room-options";
import type { RoomsOptions } from "./rooms";
import { sharedLog } from "./shared-log";
import { SIGN_OF_LIFE_MS, SILENT_NODE_MS } from "./signs-of-life";

/** Compact while people work once this many rows would have to be read at the next opening. */
const ROWS_BEFORE_COMPACTION = 500;

/** Whoever takes out one thing after another has the text kept once. */
const BETWEEN_REMOVALS_MS = 10_000;

export class LiveRoom {
  readonly room: Room;
  private readonly figures: FigureRecorder;
  private readonly pauses: PauseWatch;
  private stopRelay: (() => void) | null = null;
  private signOfLife: NodeJS.Timeout | null = null;
  private idleTimer: NodeJS.Timeout | null = null;
  private compacting: Promise<void> | null = null;
  private ended = false;
  private closing = false;
  /** A version that can't be made now may be in a while; a room isn't kept for it for ever. */
  private unloadsLeft = 3;
  private nextRemovalAt = 0;

  constructor(
    private readonly speechId: SpeechId,
    stored: StoredSpeech,
    private readonly options: RoomsOptions,
    shared: SharedByRooms,
    private readonly onGone: (live: LiveRoom) => void,
  ) {
    const { log, relay, logger, metrics, count, now = Date.now } = options;
    this.room = new Room({
      speechId,
      stored,
      log: relay.shared ? sharedLog(log) : log,
      logger,
      metrics,
      ...shared,
      now,
      retryMs: options.retryMs ?? [100, 5000],
      presenceDelayMs: options.presenceDelayMs ?? 50,
      publish: (message) => relay.publish(speechId, message),
      onChanged: () => {
        this.figures.changed(now());
        this.pauses.changed();
        if (this.room.uncompactedRows >= ROWS_BEFORE_COMPACTION) void this.compact();
      },
      onDecided: () => void this.decided(),
      loadRemovals: async () => (await options.loadRemovals?.(speechId)) ?? [],
      isClosed: async () => (await options.isClosed?.(speechId).catch(() => false)) ?? false,
      onLargeRemoval: (personId, before) => void this.muchGone(personId, before),
      onBroken: (error) => {
        logger.error({ err: error, speechId }, "room broken, reloading from the log");
        this.drop();
        this.room.edits.giveUp();
        // Refused by the log: the speech was closed, and this node hadn't heard of it yet.
        const isClosed = error instanceof AppError && error.code === "forbidden";
        this.room.closeAll(isClosed ? "access-changed" : "resync-required");
      },
    });
    const figureOptions = { log, logger, count, delayMs: options.figuresDelayMs ?? 3000 };
    this.figures = new FigureRecorder(this.room, figureOptions);
    this.pauses = new PauseWatch(options.pauseMs ?? PAUSE_TIMES, () => this.paused());
    // A server that stopped before a pause came, or its figures were recorded, owes them still.
    if (stored.updates.length > 0) {
      this.pauses.changed();
      this.figures.changed(0);
    }
  }

  /** Starts to hear the other nodes, and takes in what they stored before it could. */
  async follow(): Promise<void> {
    const { relay } = this.options;
    if (!relay.shared) return;
    this.stopRelay = await relay.subscribe(this.speechId, (message, node) =>
      this.room.receive(message, node),
    );
    try {
      await this.room.catchUp();
    } catch (error) {
      this.drop();
      throw error;
    }
  }

  /** The room is closed; a later opening loads the log again. */
  get gone(): boolean {
    return this.ended;
  }

  /** Somebody is about to join. */
  entered(): void {
    if (this.idleTimer !== null) clearTimeout(this.idleTimer);
    this.idleTimer = null;
    this.signOfLife ??= setInterval(() => this.giveSignOfLife(), SIGN_OF_LIFE_MS);
  }

  private giveSignOfLife(): void {
    const { relay, now = Date.now } = this.options;
    if (relay.shared) {
      relay.publish(this.speechId, {
        kind: "presence",
        awareness: this.room.presence.encodeOwn(),
        isAll: true,
      });
      relay.publish(this.speechId, { kind: "head", seq: this.room.seq });
      this.tellPresent();
      // A node that is cut off stores rows without a word, and nobody here knows that it is.
      this.room.pollLog();
      const silent = this.room.presence.forgetSilentNodes(now() - SILENT_NODE_MS);
      if (silent !== null) this.room.broadcast(silent);
    }
    this.room.broadcast(this.room.presence.encodeAll());
  }

  /** Tells everybody here to read the speech again. Its text may be open again, too. */
  speechChanged(): void {
    this.room.broadcast(encodeSpeechChanged());
    this.room.rescue.tryAgain();
  }

  /** Tells the other nodes' home pages who is here. */
  tellPresent(): void {
    const { relay } = this.options;
    if (!relay.shared) return;
    relay.publishOffice({ kind: "present", speechId: this.speechId, people: this.room.people() });
  }

  /** Somebody has left: an empty room is unloaded after a while. */
  left(): void {
    this.tellPresent();
    if (this.room.connections.size > 0 || this.ended || this.closing) return;
    if (this.signOfLife !== null) clearInterval(this.signOfLife);
    this.signOfLife = null;
    this.idleTimer ??= setTimeout(() => {
      this.idleTimer = null;
      void this.unload();
    }, this.options.idleTimeoutMs ?? 30_000);
  }

  private async paused(): Promise<boolean> {
    try {
      await this.options.onPause?.(this.speechId);
      return true;
    } catch (error) {
      this.options.logger.error({ err: error, speechId: this.speechId }, "pause not used yet");
      return this.ended;
    }
  }

  private async muchGone(personId: PersonId, before: () => Uint8Array): Promise<void> {
    const { onLargeRemoval, logger } = this.options;
    // Not by the time of day: set back by an hour, that would have nothing kept for an hour.
    const now = performance.now();
    if (onLargeRemoval === undefined || now < this.nextRemovalAt) return;
    this.nextRemovalAt = now + BETWEEN_REMOVALS_MS;
    try {
      await onLargeRemoval(this.speechId, personId, before());
    } catch (error) {
      logger.error({ err: error, speechId: this.speechId }, "text not kept before much of it went");
    }
  }

  private async decided(): Promise<void> {
    try {
      await this.options.onDecided?.(this.speechId);
    } catch (error) {
      this.options.logger.error({ err: error, speechId: this.speechId }, "decisions not told yet");
    }
  }

  private async unload(): Promise<void> {
    await this.settle();
    await this.pauses.end();
    // Its end is close()'s now; or another unload's, which waited for the same disk.
    if (this.closing || this.ended) return;
    // Somebody may have come in meanwhile, or written: then the room stays.
    if (this.room.connections.size > 0 || this.signOfLife !== null || !this.room.idle) return;
    if (this.pauses.owed && this.unloadsLeft > 0) {
      this.unloadsLeft -= 1;
      this.left();
      return;
    }
    this.drop();
    this.room.destroy();
  }

  private async settle(): Promise<void> {
    await this.room.flush();
    await this.figures.record();
    await this.compact();
  }

  /** A failed compaction loses nothing: the rows stay, and the next one merges them. */
  private compact(): Promise<void> {
    this.compacting ??= this.room
      .compact()
      .catch((error: unknown) =>
        this.options.logger.error({ err: error, speechId: this.speechId }, "compaction failed"),
      )
      .finally(() => {
        this.compacting = null;
      });
    return this.compacting;
  }

  private drop(): void {
    this.ended = true;
    this.pauses.stop();
    this.figures.stop();
    this.stopRelay?.();
    if (this.idleTimer !== null) clearTimeout(this.idleTimer);
    if (this.signOfLife !== null) clearInterval(this.signOfLife);
    this.onGone(this);
  }

  /** For the end of the process, before close(): nothing more comes in. */
  sendAway(): void {
    this.closing = true;
    this.room.closeAll("shutting-down");
  }

  /**
   * For the end of the process: everybody is sent away, then what was accepted is stored. The other way
   * round those who write on would keep a slow disk from coming to the end.
   */
  async close(): Promise<void> {
    this.sendAway();
    await this.settle();
    // What the server itself changed meanwhile, or put back after the last edits.
    do {
      await this.room.flush();
    } while (!this.room.idle);
    this.drop();
    this.room.destroy();
  }
}
