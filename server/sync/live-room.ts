/**
 * A room and its life: figures for the home page, compaction of the log, signs of life to quiet
 * clients, and the end when everybody has gone.
 */
import type { SpeechId } from "@/core/ids";
import { FigureRecorder } from "./figures";
import type { StoredSpeech } from "./ports";
import { Room } from "./room";
import type { RoomsOptions } from "./rooms";

/** y-websocket gives a connection up after 30 s of silence and forgets carets after as long. */
const SIGN_OF_LIFE_MS = 10_000;
/** Compact while people work once this many rows would have to be read at the next opening. */
const ROWS_BEFORE_COMPACTION = 500;

export class LiveRoom {
  readonly room: Room;
  private readonly figures: FigureRecorder;
  private readonly stopRelay: () => void;
  private signOfLife: NodeJS.Timeout | null = null;
  private idleTimer: NodeJS.Timeout | null = null;
  private compacting: Promise<void> | null = null;
  private ended = false;

  constructor(
    private readonly speechId: SpeechId,
    stored: StoredSpeech,
    private readonly options: RoomsOptions,
    private readonly onGone: (live: LiveRoom) => void,
  ) {
    const { log, relay, logger, count, now = Date.now } = options;
    this.room = new Room({
      speechId,
      stored,
      log,
      logger,
      now,
      retryMs: options.retryMs ?? [100, 5000],
      presenceDelayMs: options.presenceDelayMs ?? 50,
      onChanged: (room, update) => {
        relay.publish(speechId, update);
        this.figures.changed(now());
        if (room.uncompactedRows >= ROWS_BEFORE_COMPACTION) void this.compact();
      },
      onBroken: (room, error) => {
        logger.error({ err: error, speechId }, "room broken, reloading from the log");
        this.drop();
        room.closeAll("resync-required");
      },
    });
    const figureOptions = { log, logger, count, delayMs: options.figuresDelayMs ?? 3000 };
    this.figures = new FigureRecorder(this.room, figureOptions);
    this.stopRelay = relay.subscribe(speechId, (update) => this.room.applyRelayed(update));
  }

  /** The room is closed; a later opening loads the log again. */
  get gone(): boolean {
    return this.ended;
  }

  /** Somebody is about to join. */
  entered(): void {
    if (this.idleTimer !== null) clearTimeout(this.idleTimer);
    this.idleTimer = null;
    this.signOfLife ??= setInterval(
      () => this.room.broadcast(this.room.presence.encodeAll()),
      SIGN_OF_LIFE_MS,
    );
  }

  /** Somebody has left: an empty room is unloaded after a while. */
  left(): void {
    if (this.room.connections.size > 0 || this.ended) return;
    if (this.signOfLife !== null) clearInterval(this.signOfLife);
    this.signOfLife = null;
    this.idleTimer ??= setTimeout(() => {
      this.idleTimer = null;
      void this.unload();
    }, this.options.idleTimeoutMs ?? 30_000);
  }

  private async unload(): Promise<void> {
    await this.settle();
    // Somebody may have come in meanwhile, or written: then the room stays.
    if (this.room.connections.size > 0 || this.signOfLife !== null || !this.room.idle) return;
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
    this.stopRelay();
    if (this.idleTimer !== null) clearTimeout(this.idleTimer);
    if (this.signOfLife !== null) clearInterval(this.signOfLife);
    this.onGone(this);
  }

  /** For the end of the process: what was accepted is stored, then everybody is sent away. */
  async close(): Promise<void> {
    await this.settle();
    this.room.closeAll("shutting-down");
    // What came in while the rest was being stored.
    await this.room.flush();
    this.drop();
    this.room.destroy();
  }
}
