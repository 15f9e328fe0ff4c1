/**
 * One open speech: the live document and everyone connected to it. An update is judged, committed to
 * the log, and only then applied here, shown to the others and acknowledged to its author. The room
 * knows neither files nor sockets; rooms.ts opens and closes it.
 */
import type { DocumentNode } from "@/core/document/schema";
import type { CloseErrorCode } from "@/core/errors";
import type { SpeechId } from "@/core/ids";
import { encodeFrame, encodeStorageState } from "@/core/protocol";
import type { PresentPerson } from "@/core/speech";
import { Admission } from "./admission";
import type { AwarenessEntry } from "./awareness-message";
import { type Claim, NO_CLAIM } from "./claim";
import { CommitQueue, type Committed } from "./commit-queue";
import type { Connection } from "./connection";
import { LiveDocument } from "./live-document";
import { LogFollower } from "./log-follower";
import { peopleIn } from "./people-in";
import type { Author, RoomMessage } from "./ports";
import { type OthersRows, relayed } from "./relayed";
import { Rescue } from "./rescue";
import type { RoomOptions } from "./room-options";
import { RoomPresence } from "./room-presence";
import { ServerEdits } from "./server-edit";
import { encodeUpdate } from "./sync-message";

const NOBODY: ReadonlyMap<object, number> = new Map();

/** Nobody waits for what the server puts back by itself. */
const SERVER = { author: { saved: () => undefined }, decisions: [], removals: [], payloadCount: 1 };

export class Room {
  readonly speechId: SpeechId;
  readonly presence = new RoomPresence();
  private readonly text: LiveDocument;
  private readonly admission: Admission;
  private readonly queue: CommitQueue;
  private readonly follower: LogFollower;
  private readonly members = new Set<Connection>();
  /** The server's own changes of the text, each in a person's name. */
  readonly edits: ServerEdits;
  readonly rescue: Rescue;
  private presenceTimer: NodeJS.Timeout | null = null;
  /** Rows in the log that the last compaction didn't merge. */
  private rows: number;

  constructor(private readonly options: RoomOptions) {
    const { stored, log, logger, speechId } = options;
    this.speechId = speechId;
    this.text = new LiveDocument(stored.updates);
    this.admission = new Admission(this.text, () => this.queue, stored, options.onLargeRemoval);
    this.admission.owners.bind(stored.bindings);
    this.rows = stored.updates.length;
    this.edits = new ServerEdits(
      () => this.text.encode(),
      (author, update) => this.submit(author, update, 1),
      options.isClosed,
    );
    const { owners } = this.admission;
    this.rescue = new Rescue({
      text: this.text,
      owners,
      edits: this.edits,
      logger,
      speechId,
      now: options.now,
      loadRemovals: options.loadRemovals,
    });
    this.rescue.recall(stored.updates);
    this.queue = new CommitQueue({
      depart: (since) => options.departures.wait(this.members.size, since),
      append: (entry) => log.append({ speechId, ...entry }),
      onCommitted: (batch) => this.guard(() => this.onCommitted(batch)),
      onStored: (batch) => options.metrics?.committed(batch),
      onStorage: () => this.broadcast(this.storageState()),
      onRefused: (error) => options.onBroken(error),
      total: options.total,
      logger,
      retryMs: options.retryMs,
    });
    this.follower = new LogFollower({
      seq: stored.lastSeq,
      load: (afterSeq) => log.load(speechId, afterSeq),
      take: (rows) => this.guard(() => this.takeIn(rows)),
      logger,
    });
  }

  get connections(): ReadonlySet<Connection> {
    return this.members;
  }

  /** Who is connected, each person once. */
  people(): readonly PresentPerson[] {
    return peopleIn(this.members);
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

  /** The newest row of the log that this room holds. */
  get seq(): number {
    return this.follower.seq;
  }

  storageState(): Uint8Array {
    return encodeStorageState(this.queue.storageAvailable);
  }

  /** State vector of what is durable. */
  stateVector(): Uint8Array {
    return this.text.stateVector();
  }

  /** What a client with this state vector lacks; durable text only. */
  missing(stateVector: Uint8Array): Uint8Array {
    return this.text.missing(stateVector);
  }

  /** The durable text as ProseMirror JSON. */
  document(): DocumentNode {
    return this.text.toJson();
  }

  join(connection: Connection): void {
    this.members.add(connection);
  }

  leave(connection: Connection): void {
    this.members.delete(connection);
    if (this.presence.leave(connection)) this.schedulePresence();
  }

  reportPresence(connection: Connection, entries: readonly AwarenessEntry[]): void {
    const { owners } = this.admission;
    if (this.presence.report(connection, connection.participant, entries, owners)) this.schedulePresence();
  }

  /** Judges an update and hands it to the log. Throws AppError and changes nothing when refused. */
  submit(author: Author, update: Uint8Array, payloadCount: number, claim: Claim = NO_CLAIM): void {
    const meant = {
      ...claim,
      mayCross: claim.suggests && (!claim.sawAllShown || this.queue.holdsOthers(author)),
    };
    const { putBack, judged, ...admitted } = this.admission.admit(author, update, meant, this.options.now());
    const { removals } = admitted;
    // What was put right has nothing twice.
    const written = putBack === null ? judged : { ...judged, newStructs: [] };
    this.rescue.note(author.participant, claim, { ...written, removals });
    this.options.departures.note();
    this.queue.submit({ ...admitted, author, payloadCount, marksOnly: author.marksOnly });
    // In the same commit, and by another author: its sender lacks it too.
    if (putBack !== null) this.queue.submit({ ...putBack, ...SERVER });
  }

  private onCommitted(batch: Committed): void {
    const { update, decisions, covered, late, seq } = batch;
    const savedAt = this.options.now();
    let news: readonly Uint8Array[] = [];
    if (update !== null && seq !== null) {
      if (this.text.applyOwn(update)) this.admission.settle();
      this.follower.next(seq);
      this.rows += 1;
      news = this.show(update, covered);
      this.options.publish(relayed(batch, update, seq));
      this.options.onChanged();
      if (decisions.length > 0) this.options.onDecided();
    }
    // A sole author has the update.
    const others = covered.size === 1 ? news.slice(1) : news;
    // Authors are those given to submit().
    for (const [author, count] of covered) (author as Author).saved(count, savedAt, others, late.get(author));
  }

  /** Takes in what another node says about this speech. */
  receive(message: RoomMessage, node: string): void {
    switch (message.kind) {
      case "update": {
        const { seq, update, bindings } = message;
        if (this.follower.next(seq)) this.guard(() => this.takeIn({ updates: [update], bindings }));
        break;
      }
      case "head":
        this.follower.heard(message.seq);
        break;
      case "presence": {
        const news = this.presence.merge({ node, ...message, at: this.options.now() }, this.admission.owners);
        if (news !== null) this.broadcast(news);
        break;
      }
    }
  }

  /** Rows that other nodes stored; among them may be own ones, which bring no news. */
  private takeIn({ updates, bindings, decided = [], words = [] }: OthersRows): void {
    if (updates.length === 0) return;
    this.admission.owners.bind(bindings);
    this.admission.learn({ decided, words });
    const news = this.text.apply(updates);
    this.rows += updates.length;
    if (news === null) return;
    this.admission.catchUp(news);
    this.show(news, NOBODY);
    this.options.onChanged();
  }

  /**
   * Reads what other nodes have stored until now; needed before a client that comes from one is judged.
   * Rejects when the log can't be read.
   */
  catchUp(): Promise<void> {
    return this.follower.catchUp();
  }

  /** The same when nobody waits for it: what can't be read now is read later. */
  pollLog(): void {
    this.follower.poll();
  }

  private guard(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.options.onBroken(error);
    }
  }

  /**
   * One frame for everyone: the batch, and the caret movements that came with it. Its authors get those
   * messages, returned here, with their acknowledgement.
   */
  private show(update: Uint8Array, authors: ReadonlyMap<object, number>): readonly Uint8Array[] {
    const presence = this.takePresence();
    const message = encodeUpdate(update);
    const messages = presence === null ? [message] : [message, presence];
    const frame = presence === null ? message : encodeFrame(messages);
    this.options.metrics?.shown({ bytes: frame.length, sockets: this.members.size });
    for (const connection of this.members) if (!authors.has(connection)) connection.show(frame);
    return messages;
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
    const awareness = this.presence.takeChanges();
    if (awareness !== null) this.options.publish({ kind: "presence", awareness, isAll: false });
    return awareness;
  }

  /** Merges the log's rows into one; rows that are stored meanwhile stay, and all while words in them are owed. */
  async compact(): Promise<void> {
    const { rows } = this;
    if (rows < 2 || this.rescue.owes) return;
    await this.options.log.compact(this.speechId, this.follower.seq, this.text.encode());
    this.rows -= rows - 1;
  }

  /** Resolves when everything accepted is durable, and what went with a moved line is back, or waits for an open text. */
  async flush(): Promise<void> {
    this.text.stateVector();
    await this.rescue.done();
    // An edit that has its turn waits for the disk, which may pause.
    await Promise.all([this.edits.done(), this.queue.flush()]);
    await this.queue.flush();
  }

  closeAll(code: CloseErrorCode): void {
    for (const connection of [...this.members]) connection.close(code);
  }

  /** Frees the document. The room must be idle and empty. */
  destroy(): void {
    // Who left last, so that on other nodes nobody stands still where somebody was.
    this.takePresence();
    this.edits.giveUp();
    this.admission.close();
    this.text.destroy();
  }
}
