/** The load generator: opens the clients of one load, lets them type, says what arrived. */

import { LoadClient } from "./client";
import { LoadRoom } from "./load-room";
import { PROTOCOLS, type ServerName } from "./protocols";
import { seededRandom } from "./random";
import { countStoredCharacters } from "./stored-text";
import { type Delivery, Tally } from "./tally";
import { Typing } from "./typing";

export interface LoadShape {
  readonly server: ServerName;
  readonly port: number;
  readonly roomNames: readonly string[];
  readonly clientsPerRoom: number;
  readonly writersPerRoom: number;
  readonly seed: number;
}

export interface Settled {
  /** Edits that some client never got, summed over the clients. */
  readonly lost: number;
  /** Why sockets were closed on us, each reason once. */
  readonly closed: readonly string[];
}

export interface Window extends Delivery {
  readonly seconds: number;
  /** Edits that the writers sent. */
  readonly sent: number;
  /** CPU of the generator's process over the window; near 1 it is the generator that is measured. */
  readonly generatorCpu: number;
}

/** How long without any delivery until what is missing counts as lost. */
const GIVE_UP_MS = 3000;

export class Load {
  private rooms: readonly LoadRoom[] = [];
  private clients: readonly LoadClient[] = [];
  private readonly tally = new Tally();
  private typing: Typing | null = null;
  private random = seededRandom(1);
  private windowStart = { at: 0, written: 0, cpu: process.cpuUsage() };

  /** Connects everybody; resolves when every writer's paragraph has reached everybody. */
  async connect(shape: LoadShape): Promise<void> {
    const { port, clientsPerRoom, writersPerRoom } = shape;
    const protocol = PROTOCOLS[shape.server];
    this.random = seededRandom(shape.seed);
    this.rooms = shape.roomNames.map((name) => new LoadRoom(name, protocol, writersPerRoom));
    this.clients = this.rooms.flatMap((room) =>
      Array.from(
        { length: clientsPerRoom },
        (_, index) => new LoadClient(port, room, this.tally, room.writers[index] ?? null),
      ),
    );
    await Promise.all(this.clients.map(({ ready }) => ready));
    for (const client of this.clients) client.begin();
    const { lost, closed } = await this.settle();
    if (lost > 0) throw new Error(`${lost} paragraphs never arrived (${closed.join("; ")})`);
  }

  /** Lets every writer type at this rate until `settle`. */
  start(editsPerSecond: number): void {
    const writers = this.clients.filter(({ writer }) => writer !== null);
    this.typing = new Typing(writers, editsPerSecond, this.random);
  }

  openWindow(): void {
    this.windowStart = { at: performance.now(), written: this.written(), cpu: process.cpuUsage() };
    this.tally.start();
  }

  closeWindow(): Window {
    const delivery = this.tally.stop();
    const seconds = (performance.now() - this.windowStart.at) / 1000;
    const { user, system } = process.cpuUsage(this.windowStart.cpu);
    const sent = this.written() - this.windowStart.written;
    return { ...delivery, seconds, sent, generatorCpu: (user + system) / 1e6 / seconds };
  }

  private written(): number {
    return this.rooms.reduce((sum, { characters }) => sum + characters, 0);
  }

  /** Stops typing; resolves when every edit has reached everybody, or nothing more arrives. */
  async settle(): Promise<Settled> {
    this.typing?.stop();
    this.typing = null;
    const missing = () => this.clients.reduce((sum, client) => sum + client.missing, 0);
    const lost = await new Promise<number>((resolve) => {
      let least = Number.POSITIVE_INFINITY;
      let leastAt = performance.now();
      const check = setInterval(() => {
        const now = missing();
        if (now < least) {
          least = now;
          leastAt = performance.now();
        }
        if (now > 0 && performance.now() - leastAt < GIVE_UP_MS) return;
        clearInterval(check);
        resolve(now);
      }, 2);
    });
    const reasons = this.clients.flatMap(({ closedBecause }) => closedBecause ?? []);
    return { lost, closed: [...new Set(reasons)] };
  }

  disconnect(): void {
    for (const client of this.clients) client.end();
  }

  /** Characters that were typed and that a server on this port, reading its storage, doesn't have. */
  async missingFromStorage(server: ServerName, port: number): Promise<number> {
    const protocol = PROTOCOLS[server];
    const counts = await Promise.all(
      this.rooms.map(async ({ name, characters }) => {
        const stored = await countStoredCharacters(port, protocol, name, characters);
        return characters - stored;
      }),
    );
    return counts.reduce((sum, count) => sum + count, 0);
  }
}
