/**
 * The open rooms of this node. A room is loading, live or unloading; everyone who joins while it
 * loads shares that load, and who joins while it unloads keeps it.
 */
import * as Y from "yjs";
import type { Removal } from "@/core/authors/removals";
import { AppError } from "@/core/errors";
import type { PersonId, SpeechId } from "@/core/ids";
import { LIMITS } from "@/core/limits";
import { encodeRelayState, encodeThreadsChanged } from "@/core/protocol";
import type { PresentPerson } from "@/core/speech";
import { Connection } from "./connection";
import { Departures } from "./departures";
import type { CountDocument } from "./figures";
import { inTime } from "./in-time";
import { LiveRoom } from "./live-room";
import type { PauseTimes } from "./pause-watch";
import type { OfficeMessage, Participant, Relay, Socket, SyncLogger, SyncMetrics, UpdateLog } from "./ports";
import { PresentElsewhere } from "./present-elsewhere";
import type { Room } from "./room";
import type { EditOptions } from "./server-edit";
import { UncommittedTotal } from "./uncommitted-total";

export interface RoomsOptions {
  readonly log: UpdateLog;
  readonly relay: Relay;
  readonly logger: SyncLogger;
  readonly metrics?: SyncMetrics;
  readonly count: CountDocument;
  /** What was taken out of a speech's text at any time, on any node. */
  readonly loadRemovals?: (speechId: SpeechId) => Promise<readonly Removal[]>;
  /** Whether a speech's text is final or archived: it takes no edit of the server's then, marks of comments still. */
  readonly isClosed?: (speechId: SpeechId) => Promise<boolean>;
  readonly now?: () => number;
  /** How long an empty room stays open for somebody to come back. */
  readonly idleTimeoutMs?: number;
  readonly figuresDelayMs?: number;
  /** Called when the writers of a speech pause; see pause-watch.ts. */
  readonly onPause?: (speechId: SpeechId) => Promise<void>;
  readonly pauseMs?: PauseTimes;
  /** Called once decisions on suggestions are durable. */
  readonly onDecided?: (speechId: SpeechId) => Promise<void>;
  /** Called when somebody takes much out at once, with the text before it as one Yjs update. */
  readonly onLargeRemoval?: (speechId: SpeechId, personId: PersonId, before: Uint8Array) => Promise<void>;
  /** Called when all of this person's sockets close, on this node. */
  readonly onRevoked?: (personId: PersonId) => void;
  readonly presenceDelayMs?: number;
  readonly retryMs?: readonly [number, number];
  /** How long who asks for a text waits for what isn't stored of it. */
  readonly textWaitMs?: number;
  /** How often the log is read for other nodes' rows while the relay is lost. */
  readonly pollMs?: number;
}

export class Rooms {
  private readonly opening = new Map<SpeechId, Promise<LiveRoom>>();
  private readonly live = new Map<SpeechId, LiveRoom>();
  private readonly connections = new Map<Connection, SpeechId>();
  /** With those that were closed and still hold what they haven't read: the limits count them too. */
  private readonly held = new Map<Connection, SpeechId>();
  private readonly shared = { departures: new Departures(), total: new UncommittedTotal() };
  private readonly elsewhere: PresentElsewhere;
  private readonly stops: (() => void)[] = [];
  private pollTimer: NodeJS.Timeout | null = null;
  private closing = false;

  constructor(private readonly options: RoomsOptions) {
    const { relay, now = Date.now } = options;
    this.elsewhere = new PresentElsewhere(now);
    this.stops.push(
      relay.onOffice((message, node) => this.hear(message, node)),
      relay.onAvailable((available) => this.relayChanged(available)),
    );
    if (relay.available) relay.publishOffice({ kind: "back" });
    else this.relayChanged(false);
  }

  /** Takes in a socket whose person, role and schema version were checked already. */
  accept(socket: Socket, participant: Participant, speechId: SpeechId): Connection {
    const connection = new Connection(socket, participant, this.options, {
      left: () => {
        this.connections.delete(connection);
        this.live.get(speechId)?.left();
      },
      gone: () => this.held.delete(connection),
    });
    if (this.closing) connection.close("shutting-down");
    else if (this.isFull(participant.personId, speechId)) connection.refuse(new AppError("too-many-sockets"));
    else {
      this.connections.set(connection, speechId);
      this.held.set(connection, speechId);
      void this.enter(connection, speechId);
    }
    return connection;
  }

  private isFull(personId: PersonId, speechId: SpeechId): boolean {
    let ofPerson = 0;
    let inRoom = 0;
    for (const [{ participant }, id] of this.held) {
      if (participant.personId === personId) ofPerson += 1;
      if (id === speechId) inRoom += 1;
    }
    return ofPerson >= LIMITS.socketsPerPerson || inRoom >= LIMITS.socketsPerRoom;
  }

  private async enter(connection: Connection, speechId: SpeechId): Promise<void> {
    try {
      // Always after a turn, so that the caller holds the connection before anything is sent.
      let live = await (this.live.get(speechId) ?? this.load(speechId));
      // The room may have been unloaded in that very turn.
      while (live.gone) live = await this.load(speechId);
      live.entered();
      // A client that comes from another node may hold rows that this one hasn't heard of yet.
      if (this.options.relay.shared) await live.room.catchUp();
      if (live.gone) connection.close("resync-required");
      else if (!this.connections.has(connection)) live.left();
      else {
        // Whoever asked for the text meanwhile may have left a room that was empty still.
        live.entered();
        connection.open(live.room);
        if (!this.options.relay.available) connection.send(encodeRelayState(false));
        live.tellPresent();
      }
    } catch (error) {
      this.options.logger.error({ err: error, speechId }, "speech not loaded");
      connection.refuse(new AppError("storage-unavailable", "speech not loaded"));
    }
  }

  /**
   * Changes a speech's text in a person's name, opening the speech if need be; resolves with what
   * `change` returned once that is durable. Access is the caller's business.
   */
  edit<Result>(
    speechId: SpeechId,
    personId: PersonId,
    change: (doc: Y.Doc) => Result,
    options: Pick<EditOptions<Result>, "restores" | "stores"> = {},
  ): Promise<Result> {
    return this.inRoom(speechId, (room) => room.edits.make(personId, change, options));
  }

  /** The same for what changes no word, which a closed speech takes too. */
  mark<Result>(speechId: SpeechId, personId: PersonId, change: (doc: Y.Doc) => Result): Promise<Result> {
    return this.inRoom(speechId, (room) => room.edits.make(personId, change, { marksOnly: true }));
  }

  /**
   * A speech's durable text as one update, everything accepted so far in it. Rejects with `storage-unavailable` when
   * the disk doesn't take that in time: a request that waits without end holds its turn and its connection.
   */
  textOf(speechId: SpeechId): Promise<Uint8Array> {
    return this.inRoom(speechId, async (room) => {
      await inTime(room.flush(), this.options.textWaitMs ?? LIMITS.textWaitMs);
      return room.missing(Y.encodeStateVector(new Map()));
    });
  }

  private async inRoom<Result>(speechId: SpeechId, run: (room: Room) => Promise<Result>): Promise<Result> {
    if (this.closing) throw new AppError("shutting-down");
    let live = await (this.live.get(speechId) ?? this.load(speechId));
    while (live.gone) live = await this.load(speechId);
    live.entered();
    try {
      // The person may have seen edits that came in through another node.
      if (this.options.relay.shared) await live.room.catchUp();
      return await run(live.room);
    } finally {
      live.left();
    }
  }

  private load(speechId: SpeechId): Promise<LiveRoom> {
    const running = this.opening.get(speechId);
    if (running !== undefined) return running;
    const loading = this.open(speechId).finally(() => this.opening.delete(speechId));
    this.opening.set(speechId, loading);
    return loading;
  }

  private async open(speechId: SpeechId): Promise<LiveRoom> {
    const stored = await this.options.log.load(speechId);
    if (this.closing) throw new AppError("shutting-down");
    const live = new LiveRoom(speechId, stored, this.options, this.shared, (gone) => {
      if (this.live.get(speechId) === gone) this.live.delete(speechId);
    });
    await live.follow();
    this.live.set(speechId, live);
    return live;
  }

  /** Number of sockets in memory. */
  get sockets(): number {
    return this.held.size;
  }

  /** Number of rooms in memory. */
  get size(): number {
    return this.live.size;
  }

  /** Who has this speech open, each person once. */
  present(speechId: SpeechId): readonly PresentPerson[] {
    const people = new Map(this.elsewhere.of(speechId).map((person) => [person.id, person]));
    for (const person of this.live.get(speechId)?.room.people() ?? []) people.set(person.id, person);
    return [...people.values()];
  }

  /** Closes this person's sockets, on one speech or on all; a reconnect is judged anew. */
  revoke(personId: PersonId, speechId?: SpeechId): void {
    this.options.relay.publishOffice({ kind: "revoke", personId, speechId: speechId ?? null });
    this.revokeHere(personId, speechId ?? null);
  }

  private revokeHere(personId: PersonId, speechId: SpeechId | null): void {
    for (const [connection, id] of [...this.connections]) {
      if (connection.participant.personId !== personId) continue;
      if (speechId === null || id === speechId) connection.close("access-changed");
    }
    if (speechId === null) this.options.onRevoked?.(personId);
  }

  speechChanged(speechId: SpeechId): void {
    this.options.relay.publishOffice({ kind: "speech-changed", speechId });
    this.speechChangedHere(speechId);
  }

  private speechChangedHere(speechId: SpeechId): void {
    this.live.get(speechId)?.speechChanged();
  }

  /** Tells everybody in the room, on every node, to read the speech's threads again. */
  threadsChanged(speechId: SpeechId): void {
    this.options.relay.publishOffice({ kind: "threads-changed", speechId });
    this.threadsChangedHere(speechId);
  }

  private threadsChangedHere(speechId: SpeechId): void {
    this.live.get(speechId)?.room.broadcast(encodeThreadsChanged());
  }

  private hear(message: OfficeMessage, node: string): void {
    switch (message.kind) {
      case "revoke":
        this.revokeHere(message.personId, message.speechId);
        break;
      case "speech-changed":
        this.speechChangedHere(message.speechId);
        break;
      case "threads-changed":
        this.threadsChangedHere(message.speechId);
        break;
      case "noticed":
        break; // not about texts: server/live/notice-channel.ts
      case "present":
        this.elsewhere.report(node, message.speechId, message.people);
        break;
      case "back":
        this.readAgain();
        break;
    }
  }

  /** Without the relay other nodes' rows are read from the log, later than usual, and people told so. */
  private relayChanged(available: boolean): void {
    for (const { room } of this.live.values()) room.broadcast(encodeRelayState(available));
    if (this.pollTimer !== null) clearInterval(this.pollTimer);
    this.pollTimer = available ? null : setInterval(() => this.readLogs(), this.options.pollMs ?? 2000);
    if (!available) return;
    this.readAgain();
    this.options.relay.publishOffice({ kind: "back" });
  }

  /** When this node or another one is back: what it sent meanwhile is gone, and what pages were to read again. */
  private readAgain(): void {
    this.readLogs();
    for (const speechId of this.live.keys()) {
      this.speechChangedHere(speechId);
      this.threadsChangedHere(speechId);
    }
  }

  private readLogs(): void {
    for (const { room } of this.live.values()) room.pollLog();
  }

  /** Tells everybody to come back later, makes everything accepted durable, frees the rooms. */
  async close(): Promise<void> {
    this.closing = true;
    for (const stop of this.stops) stop();
    if (this.pollTimer !== null) clearInterval(this.pollTimer);
    for (const live of this.live.values()) live.sendAway();
    // Those whose speech is still loading, which a storage that hangs may do for long.
    for (const connection of [...this.connections.keys()]) connection.close("shutting-down");
    await Promise.allSettled(this.opening.values());
    await Promise.all([...this.live.values()].map((live) => live.close()));
  }
}
