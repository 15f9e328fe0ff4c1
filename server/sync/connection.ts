/**
 * One client's socket in one room: reads its messages, refuses what isn't allowed, counts what it
 * sent. Whatever the client does, the worst that happens is that this one socket is closed.
 */
import { canWrite, onlySuggests } from "@/core/access";
import { AppError, CLOSE_CODE, type CloseErrorCode, type ErrorCode } from "@/core/errors";
import { LIMITS } from "@/core/limits";
import { encodeFrame, encodeLateDecisions, encodeRole, encodeSaved, MESSAGE_SYNC } from "@/core/protocol";
import type { LateDecision } from "@/core/review/late-decision";
import { loggedDetail } from "../logged-detail";
import { type Claim, NO_CLAIM } from "./claim";
import { type ClientMessage, decodeClientMessage } from "./message";
import type { Participant, Socket, SyncLogger, SyncMetrics } from "./ports";
import { Rate } from "./rate";
import type { Room } from "./room";
import { encodeSyncReply, encodeSyncRequest } from "./sync-message";

export interface ConnectionEvents {
  /** It takes no more part in its room. */
  left(): void;
  /** Nothing of its socket is left in memory; after `left`, which may be much earlier for a client that doesn't read. */
  gone(): void;
}

export class Connection {
  private room: Room | null = null;
  private closed = false;
  private socketGone = false;
  /** Messages that came while the room was loading; bounded by `queuedBytes`. */
  private queued: ClientMessage[] = [];
  private queuedBytes = 0;
  /** Sync payloads received on this socket; what SAVED counts. */
  private payloads = 0;
  private synced = false;
  /** The state vector that it came with. */
  private cameWith: Uint8Array | null = null;
  /** Updates of others shown on this socket. */
  private shown = 0;
  /** How many of them the page had taken in when it made the update that comes next; null without a word. */
  private seen: number | null = null;
  private readonly messages = new Rate(LIMITS.messagesPerSecond, () => performance.now());
  private readonly bytes = new Rate(LIMITS.bytesPerSecond, () => performance.now());
  private readonly questions = new Rate(LIMITS.questionsPerSecond, () => performance.now());

  constructor(
    private readonly socket: Socket,
    readonly participant: Participant,
    private readonly observers: { readonly logger: SyncLogger; readonly metrics?: SyncMetrics },
    private readonly on: ConnectionEvents,
  ) {}

  get mayWrite(): boolean {
    return canWrite(this.participant.role);
  }

  /** Called once, when the room is live: says what the client may do and asks for what it has. */
  open(room: Room): void {
    if (this.closed) return;
    this.room = room;
    room.join(this);
    this.send(encodeRole(this.participant.role));
    // Also that it can: a page that was away heard last that it couldn't, and readers hear nothing else of it.
    this.send(room.storageState());
    // A client that may not write isn't asked, so it keeps what it has and sends nothing.
    if (this.mayWrite) this.send(encodeSyncRequest(room.stateVector()));
    this.send(room.presence.encodeAll());
    const queued = this.queued;
    this.queued = [];
    for (const message of queued) this.guard(() => this.handle(room, message));
  }

  receive(bytes: Uint8Array): void {
    this.guard(() => {
      if (!this.messages.take(1)) throw new AppError("too-many-requests", "messages per second");
      this.charge(bytes.length);
      if (this.room === null) this.queue(bytes);
      else this.handle(this.room, decodeClientMessage(bytes));
    });
  }

  private guard(run: () => void): void {
    if (this.closed) return;
    try {
      run();
    } catch (error) {
      this.refuse(error);
    }
  }

  private charge(bytes: number): void {
    if (!this.bytes.take(bytes)) throw new AppError("too-many-requests", "bytes per second");
  }

  private queue(bytes: Uint8Array): void {
    this.queuedBytes += bytes.length;
    if (this.queuedBytes > LIMITS.messageBytes * 2) throw new AppError("too-large", "while loading");
    const message = decodeClientMessage(bytes.slice());
    // Known before the client answers what it is asked for when the room is open.
    if (message.kind === "state-vector") this.cameWith ??= message.stateVector;
    this.queued.push(message);
  }

  private handle(room: Room, message: ClientMessage): void {
    /** Of an update, taken in or not: it says nothing of what comes next. */
    let claim: Claim;
    switch (message.kind) {
      case "state-vector":
        if (!this.questions.take(1)) throw new AppError("too-many-requests", "questions per second");
        this.answer(encodeSyncReply(room.missing(message.stateVector)));
        this.cameWith ??= message.stateVector.slice();
        break;
      case "sync-reply":
        if (!this.mayWrite) throw new AppError("forbidden", "sync reply without the right to write");
        this.payloads += 1;
        this.synced = true;
        // Written offline, by a page that lacked whatever came since.
        room.submit(this, message.update, this.payloads, {
          suggests: this.claim().suggests || onlySuggests(this.participant.role),
          sawAllShown: false,
          // Who doesn't say what it had is taken to have had everything.
          cameWith: this.cameWith ?? room.stateVector(),
        });
        break;
      case "suggesting":
        this.seen = message.seen;
        break;
      case "update":
        if (!this.mayWrite) throw new AppError("forbidden", "update without the right to write");
        this.payloads += 1;
        claim = this.claim();
        // The client answers our state vector with everything we lack, this update included; taken
        // before that answer it could build on edits that were made offline and aren't here yet.
        if (!this.synced) break;
        // A reply may be empty, since nothing may be missing; nobody sends an empty update.
        if (message.update.length <= 2) throw new AppError("malformed-message", "empty update");
        room.submit(this, message.update, this.payloads, claim);
        break;
      case "awareness":
        room.reportPresence(this, message.entries);
        break;
      case "query-awareness":
        this.answer(room.presence.encodeAll());
        break;
    }
  }

  private claim(): Claim {
    const { seen } = this;
    this.seen = null;
    return { ...NO_CLAIM, suggests: seen !== null, sawAllShown: seen === null || seen >= this.shown };
  }

  /** What a few bytes of question make the server encode is charged to the one who asks. */
  private answer(message: Uint8Array): void {
    this.charge(message.length);
    this.send(message);
  }

  /** Sends one frame; a client that doesn't read is dropped to resync rather than kept in memory. */
  send(frame: Uint8Array): void {
    if (this.closed) return;
    if (this.socket.bufferedBytes > LIMITS.socketBacklogBytes) {
      this.refuse(new AppError("resync-required", "the client doesn't read"));
      return;
    }
    this.socket.send(frame);
  }

  /** Sends a frame that holds an update of others. */
  show(frame: Uint8Array): void {
    this.shown += 1;
    this.send(frame);
  }

  saved(
    count: number,
    savedAt: number,
    news: readonly Uint8Array[],
    late: readonly LateDecision[] = [],
  ): void {
    if (news.some(([type]) => type === MESSAGE_SYNC)) this.shown += 1;
    const saved = encodeSaved({ count, savedAt });
    this.send(news.length === 0 ? saved : encodeFrame([...news, saved]));
    // A frame of its own: a page from before an upgrade, which doesn't know it, loses nothing else with it.
    if (late.length > 0) this.send(encodeLateDecisions(late));
  }

  /** Closes with the error's code, counted and logged. */
  refuse(error: unknown): void {
    if (this.closed) return;
    const code: ErrorCode = error instanceof AppError ? error.code : "internal";
    const { logger, metrics } = this.observers;
    metrics?.refused(code);
    const fields = { code, personId: this.participant.personId, speechId: this.room?.speechId };
    if (code === "internal") logger.error({ ...fields, err: error }, "socket failed");
    else logger.warn({ ...fields, detail: loggedDetail(String(error)) }, "socket refused");
    this.close(code in CLOSE_CODE ? (code as CloseErrorCode) : "internal");
  }

  /** Closes with a named code and leaves the room. */
  close(code: CloseErrorCode): void {
    if (this.closed) return;
    this.socket.close(CLOSE_CODE[code], code);
    this.leave();
  }

  /** Call when the socket has gone, whoever closed it. */
  left(): void {
    this.leave();
    if (this.socketGone) return;
    this.socketGone = true;
    this.on.gone();
  }

  private leave(): void {
    if (this.closed) return;
    this.closed = true;
    this.queued = [];
    this.room?.leave(this);
    this.on.left();
  }
}
