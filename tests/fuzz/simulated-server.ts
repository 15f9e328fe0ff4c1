/** A server whose disk and power the test controls: real rooms over a log whose every write is decided. */
import { AppError } from "@/core/errors";
import { newSpeechId } from "@/core/ids";
import { localRelay } from "@/server/sync/local-relay";
import type { LogEntry, UpdateLog } from "@/server/sync/ports";
import { Rooms } from "@/server/sync/rooms";
import { keepingLogger } from "../helpers/keeping-logger";
import { MemoryLog } from "../helpers/memory-log";
import type { Random } from "../helpers/random";

interface PendingWrite {
  readonly entry: LogEntry;
  resolve(seq: number): void;
  reject(error: unknown): void;
}

export class SimulatedServer {
  readonly speechId = newSpeechId();
  /** What survives a crash. */
  readonly disk = new MemoryLog();
  rooms: Rooms;
  #pending: PendingWrite[] = [];

  constructor() {
    this.rooms = this.#boot();
  }

  /** Lets one waiting write succeed or fail; false when none waits. */
  async finishWrite(options: { fails: boolean }): Promise<boolean> {
    const write = this.#pending.shift();
    if (write === undefined) return false;
    if (options.fails) write.reject(new AppError("storage-unavailable"));
    else write.resolve(await this.disk.append(write.entry));
    return true;
  }

  /** The power goes. A write under way may have reached the disk, but nobody hears of it. */
  async crash(random: Random): Promise<void> {
    const underWay = this.#pending;
    this.#pending = [];
    for (const { entry } of underWay) if (random.chance(0.5)) await this.disk.append(entry);
    this.rooms = this.#boot();
  }

  #boot(): Rooms {
    const pending: PendingWrite[] = [];
    this.#pending = pending;
    const log: UpdateLog = {
      // A dead server's list is no longer looked at: its writes stay undecided for ever.
      append: (entry) => new Promise((resolve, reject) => pending.push({ entry, resolve, reject })),
      load: (speechId) => this.disk.load(speechId),
      compact: (...given) => (pending === this.#pending ? this.disk.compact(...given) : Promise.resolve()),
      recordFigures: (...given) => this.disk.recordFigures(...given),
    };
    return new Rooms({
      log,
      relay: localRelay,
      logger: keepingLogger(),
      count: () => ({ characters: 0, spokenUnits: 0 }),
      idleTimeoutMs: 20,
      figuresDelayMs: 20,
      presenceDelayMs: 5,
      retryMs: [10, 40],
    });
  }
}
