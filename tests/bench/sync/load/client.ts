/** One participant: a socket in a room, what it has received so far, and perhaps somebody who types. */
import type { EditRange } from "./frame-cache";
import { FrameSocket } from "./frame-socket";
import type { LoadRoom } from "./load-room";
import { emptySyncReply, encodeUpdate, syncRequest } from "./protocols";
import type { Tally } from "./tally";
import type { Writer } from "./writer";

export class LoadClient {
  /** Next clock expected of each of the room's writers, by index. */
  private readonly next: Uint32Array;
  private readonly socket: FrameSocket;
  /** Resolves when the server has answered and edits may be sent. */
  readonly ready: Promise<void>;
  /** Edits of others that were passed over by a later one of the same writer. */
  private skipped = 0;
  private failure: string | null = null;

  constructor(
    port: number,
    private readonly room: LoadRoom,
    private readonly tally: Tally,
    readonly writer: Writer | null,
  ) {
    const { protocol, name } = room;
    this.next = new Uint32Array(room.writers.length);
    this.socket = new FrameSocket({
      port,
      path: protocol.path(name),
      onOpen: () => this.greet(),
      onMessage: (bytes) => this.receive(bytes),
      onClosed: (reason) => {
        this.failure = reason;
        this.settleReady(new Error(`socket lost: ${reason}`));
      },
    });
    this.ready = new Promise((resolve, reject) => {
      this.settleReady = (error) => (error === undefined ? resolve() : reject(error));
    });
  }

  private settleReady: (error?: Error) => void = () => {};

  /** Why the server or the network closed this socket; null while it's open. */
  get closedBecause(): string | null {
    return this.failure;
  }

  begin(): void {
    if (this.writer !== null) this.send(encodeUpdate(this.writer.begin()));
  }

  /** One edit and the caret that follows it. */
  type(): void {
    if (this.writer === null || this.failure !== null) return;
    this.send(encodeUpdate(this.writer.type()));
    this.send(this.writer.cursor());
  }

  /** Edits of others that haven't arrived here. */
  get missing(): number {
    let missing = this.skipped;
    for (const writer of this.room.writers) {
      if (writer !== this.writer) missing += writer.sentAt.length - (this.next[writer.index] ?? 0);
    }
    return missing;
  }

  end(): void {
    this.socket.end();
  }

  private greet(): void {
    const greeting = this.room.protocol.greeting(this.room.name);
    if (greeting === null) this.settleReady();
    else this.socket.send(greeting);
  }

  private send(message: Uint8Array): void {
    this.socket.send(this.room.protocol.wrap(this.room.name, message));
  }

  private receive(bytes: Uint8Array): void {
    this.tally.frame(bytes.length);
    const { messages, edits } = this.room.frames.read(bytes);
    for (const edit of edits) this.count(edit);
    for (const { kind } of messages) {
      if (kind === "state-vector") this.send(emptySyncReply);
      else if (kind === "sync-reply") this.settleReady();
      else if (kind === "authenticated") this.send(syncRequest);
    }
  }

  private count({ clientId, from, to }: EditRange): void {
    const writer = this.room.writerOf(clientId);
    if (writer === undefined || writer === this.writer) return;
    const expected = this.next[writer.index] ?? 0;
    if (to <= expected) return;
    this.skipped += Math.max(0, from - expected);
    const now = performance.now();
    for (let clock = Math.max(from, expected); clock < to; clock += 1) {
      this.tally.edit(now - (writer.sentAt[clock] ?? now));
    }
    this.next[writer.index] = to;
  }
}
