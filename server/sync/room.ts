/**
 * One open speech: the live document and everyone connected to it. An update is judged, committed to
 * the log, and only then applied here, shown to the others and acknowledged to its author. The room
 * knows neither files nor sockets; rooms.ts opens and closes it.
 */
import { yXmlFragmentToProsemirrorJSON } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { type DocumentNode, FRAGMENT } from "@/core/document/schema";
import { AppError, type CloseErrorCode } from "@/core/errors";
import type { PersonId, SpeechId } from "@/core/ids";
import { LIMITS } from "@/core/limits";
import { encodeFrame, encodeStorageState } from "@/core/protocol";
import { AcceptedState } from "./accepted-state";
import { CommitQueue, type Committed } from "./commit-queue";
import type { Connection } from "./connection";
import type { AwarenessEntry } from "./message";
import type { StoredSpeech, SyncLogger, UpdateLog } from "./ports";
import { RoomPresence } from "./room-presence";
import { encodeUpdate } from "./sync-message";
import { judgeUpdate } from "./update-check";

export interface RoomOptions {
  readonly speechId: SpeechId;
  readonly stored: StoredSpeech;
  readonly log: UpdateLog;
  readonly logger: SyncLogger;
  readonly now: () => number;
  readonly retryMs: readonly [number, number];
  /** How long caret movements wait for company; commits take them along sooner. */
  readonly presenceDelayMs: number;
  /** Called after a commit changed the text. */
  onChanged(room: Room, update: Uint8Array): void;
  /** Called when the live document can't be trusted any more; the log can. */
  onBroken(room: Room, error: unknown): void;
}

export class Room {
  readonly speechId: SpeechId;
  readonly presence = new RoomPresence();
  private readonly doc: Y.Doc;
  private readonly accepted: AcceptedState;
  private readonly bindings: Map<number, PersonId>;
  private readonly queue: CommitQueue;
  private readonly members = new Set<Connection>();
  private presenceTimer: NodeJS.Timeout | null = null;
  /** Rows in the log that the last compaction didn't merge, and the highest `seq`. */
  private rows: number;
  private lastSeq: number;
  /** Upper estimate of the encoded document; made exact when it nears the limit. */
  private stateBytes: number;

  constructor(private readonly options: RoomOptions) {
    const { stored, log, logger, speechId } = options;
    this.speechId = speechId;
    this.doc = new Y.Doc();
    this.doc.getXmlFragment(FRAGMENT);
    this.doc.transact(() => {
      for (const update of stored.updates) Y.applyUpdate(this.doc, update);
    });
    this.accepted = new AcceptedState(this.doc);
    this.bindings = new Map(stored.bindings.map(({ clientId, personId }) => [clientId, personId]));
    this.rows = stored.updates.length;
    this.lastSeq = stored.lastSeq;
    this.stateBytes = stored.updates.reduce((sum, { length }) => sum + length, 0);
    this.queue = new CommitQueue({
      append: (update, bindings) => log.append({ speechId, update, bindings }),
      onCommitted: (batch) => this.onCommitted(batch),
      onStorage: () => this.broadcast(this.storageState()),
      logger,
      retryMs: options.retryMs,
    });
  }

  get connections(): ReadonlySet<Connection> {
    return this.members;
  }

  /** Nothing on its way to the disk. */
  get idle(): boolean {
    return this.queue.idle;
  }

  get storageAvailable(): boolean {
    return this.queue.storageAvailable;
  }

  get uncompactedRows(): number {
    return this.rows;
  }

  storageState(): Uint8Array {
    return encodeStorageState(this.queue.storageAvailable);
  }

  /** State vector of what is durable. */
  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.doc);
  }

  /** What a client with this state vector lacks; durable text only. */
  missing(stateVector: Uint8Array): Uint8Array {
    try {
      return Y.encodeStateAsUpdate(this.doc, stateVector);
    } catch (error) {
      throw new AppError("malformed-message", String(error));
    }
  }

  /** The durable text as ProseMirror JSON. */
  document(): DocumentNode {
    // y-tiptap types its result as a bare record; it is the JSON of a `doc` node.
    return yXmlFragmentToProsemirrorJSON(this.doc.getXmlFragment(FRAGMENT)) as unknown as DocumentNode;
  }

  join(connection: Connection): void {
    this.members.add(connection);
  }

  leave(connection: Connection): void {
    this.members.delete(connection);
    if (this.presence.leave(connection)) this.schedulePresence();
  }

  reportPresence(connection: Connection, entries: readonly AwarenessEntry[]): void {
    const { participant } = connection;
    const mayUse = (clientId: number) =>
      (this.bindings.get(clientId) ?? participant.personId) === participant.personId;
    if (this.presence.report(connection, participant, entries, mayUse)) this.schedulePresence();
  }

  /** Judges an update and hands it to the log. Throws AppError and changes nothing when refused. */
  submit(author: Connection, update: Uint8Array, payloadCount: number): void {
    const judged = judgeUpdate(update, author.participant, this.accepted, this.bindings);
    const isNew = judged.newStructs.length > 0 || judged.hasNewDeletions;
    if (judged.newStructs.length > 0) this.checkRoom(update.length);
    this.accepted.add(judged.newStructs);
    for (const { clientId, personId } of judged.newBindings) this.bindings.set(clientId, personId);
    // The message's bytes are copied: they may be a view of a buffer that the network reuses.
    const own = isNew ? update.slice() : null;
    this.queue.submit({ update: own, bindings: judged.newBindings, author, payloadCount });
  }

  /** Refuses growth past the limits; deletions are always welcome. */
  private checkRoom(bytes: number): void {
    if (this.queue.uncommittedBytes + bytes > LIMITS.uncommittedBytes) {
      throw new AppError("storage-unavailable", "too much text waits for the disk");
    }
    if (this.stateBytes + this.queue.uncommittedBytes + bytes <= LIMITS.documentBytes) return;
    this.stateBytes = Y.encodeStateAsUpdate(this.doc).length;
    if (this.stateBytes + this.queue.uncommittedBytes + bytes > LIMITS.documentBytes) {
      throw new AppError("too-large", "document");
    }
  }

  private onCommitted({ update, covered, seq }: Committed): void {
    const savedAt = this.options.now();
    if (update !== null && seq !== null) {
      try {
        Y.applyUpdate(this.doc, update);
      } catch (error) {
        this.options.onBroken(this, error);
        return;
      }
      this.accepted.settle();
      this.lastSeq = Math.max(this.lastSeq, seq);
      this.rows += 1;
      this.stateBytes += update.length;
      this.show(update, covered.size === 1 ? covered.keys().next().value : undefined);
      this.options.onChanged(this, update);
    }
    for (const [author, count] of covered) {
      // Authors are the connections given to submit().
      (author as Connection).saved(count, savedAt);
    }
  }

  /** One frame for everyone: the batch, and the caret movements that came with it. */
  private show(update: Uint8Array, soleAuthor: object | undefined): void {
    const presence = this.takePresence();
    const message = encodeUpdate(update);
    const frame = presence === null ? message : encodeFrame([message, presence]);
    for (const connection of this.members) {
      if (connection !== soleAuthor) connection.send(frame);
      else if (presence !== null) connection.send(presence);
    }
  }

  /** Takes in what another node has stored. */
  applyRelayed(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update);
    this.accepted.catchUp();
    this.stateBytes += update.length;
    this.show(update, undefined);
  }

  broadcast(frame: Uint8Array): void {
    for (const connection of this.members) connection.send(frame);
  }

  private schedulePresence(): void {
    this.presenceTimer ??= setTimeout(() => {
      const presence = this.takePresence();
      if (presence !== null) this.broadcast(presence);
    }, this.options.presenceDelayMs);
  }

  private takePresence(): Uint8Array | null {
    if (this.presenceTimer !== null) clearTimeout(this.presenceTimer);
    this.presenceTimer = null;
    return this.presence.takeChanges();
  }

  /** Merges the log's rows into one; rows that are stored meanwhile stay. */
  async compact(): Promise<void> {
    const { lastSeq, rows } = this;
    if (rows < 2) return;
    const merged = Y.encodeStateAsUpdate(this.doc);
    await this.options.log.compact(this.speechId, lastSeq, merged);
    this.rows -= rows - 1;
    this.stateBytes = merged.length;
  }

  /** Resolves when everything accepted is durable. */
  flush(): Promise<void> {
    return this.queue.flush();
  }

  closeAll(code: CloseErrorCode): void {
    for (const connection of [...this.members]) connection.close(code);
  }

  /** Frees the document. The room must be idle and empty. */
  destroy(): void {
    if (this.presenceTimer !== null) clearTimeout(this.presenceTimer);
    this.doc.destroy();
  }
}
