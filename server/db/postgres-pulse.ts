/**
 * Finds a PostgreSQL that has fallen silent: a cable pulled, packets dropped, a machine frozen. No error
 * comes then, and a query's own limit must leave a slow disk its time. A question that needs no disk, on a
 * connection of its own, is answered however slow the disk is; where it isn't, and nothing else is either,
 * all connections are broken off, so that every query fails and its asker is told.
 */
import { Socket } from "node:net";
import type pg from "pg";

/** How often PostgreSQL is asked, and how many beats without a sign of life are silence: 6 to 8 seconds. */
const BEAT_MS = 1500;
const SILENT_BEATS = 4;

export class PostgresPulse {
  private readonly sockets = new Set<Socket>();
  private client: pg.Client | null = null;
  private timer: NodeJS.Timeout | null = null;
  private stopped = false;
  private asking = false;
  private unanswered = 0;
  /** Bytes that each socket had brought at the last sign of life. */
  private brought = new WeakMap<Socket, number>();

  /** @param beatMs shorter in tests only */
  constructor(
    private readonly url: string,
    private readonly onSilent: () => void,
    private readonly beatMs = BEAT_MS,
  ) {}

  /** pg's option of the same name: a connection made with it is broken off when the database is silent. */
  readonly stream = (): Socket => {
    const socket = new Socket();
    this.sockets.add(socket);
    socket.once("close", () => this.sockets.delete(socket));
    return socket;
  };

  /** Beats while somebody has one of the pool's connections: an answer that nobody waits for can't be late. */
  watch(pool: pg.Pool): void {
    let lent = 0;
    pool.on("acquire", () => {
      lent += 1;
      if (lent === 1) this.start();
    });
    pool.on("release", () => {
      lent -= 1;
      if (lent === 0) this.rest();
    });
  }

  get isBeating(): boolean {
    return this.timer !== null;
  }

  /** Doesn't wait for a goodbye, which a silent database never says. */
  stop(): void {
    this.stopped = true;
    this.rest();
    this.client?.end().catch(() => undefined);
  }

  /** Each beat sets off the next one, so that several never fall into one turn of the event loop. */
  private start(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.start();
      this.beat();
    }, this.beatMs);
    this.timer.unref();
  }

  private rest(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  /** Beats are counted, not time: after a pause of this process itself answers lie there unread. */
  private beat(): void {
    if (!this.asking) {
      this.asking = true;
      this.unanswered = 0;
      this.noteBrought();
      void this.ask().finally(() => {
        this.asking = false;
      });
      return;
    }
    this.unanswered = this.noteBrought() ? 0 : this.unanswered + 1;
    if (this.unanswered < SILENT_BEATS) return;
    this.unanswered = 0;
    this.onSilent();
    for (const socket of [...this.sockets]) socket.destroy();
  }

  /** Whether any connection has brought something since it was noted last. */
  private noteBrought(): boolean {
    let news = false;
    for (const socket of this.sockets) {
      if (socket.bytesRead !== (this.brought.get(socket) ?? 0)) news = true;
      this.brought.set(socket, socket.bytesRead);
    }
    return news;
  }

  /** A database that refuses the connection, or breaks it, isn't silent: queries hear that by themselves. */
  private async ask(): Promise<void> {
    try {
      this.client ??= await this.connect();
      await this.client.query("select 1");
    } catch {
      this.client = null;
    }
  }

  private async connect(): Promise<pg.Client> {
    const { Client } = (await import("pg")).default;
    const client = new Client({ connectionString: this.url, stream: this.stream });
    client.on("error", () => {
      if (this.client === client) this.client = null;
    });
    await client.connect();
    // Closed while it was being opened.
    if (this.stopped) await client.end();
    return client;
  }
}
