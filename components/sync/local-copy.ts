/**
 * This browser's copy of one speech for one account: y-indexeddb's updates, and beside them what of
 * the copy is known to be on the server. A browser that refuses storage (private mode, disk full)
 * leaves the speech editable; `keptLocally` then says "no".
 */
import { IndexeddbPersistence } from "y-indexeddb";
import * as Y from "yjs";
import { AT_ONCE, type Later } from "./after-paint";
import { type CopyKey, copyName } from "./copy-names";
import type { KeptLocally } from "./save-state";
import { NOTHING_SAVED } from "./saved-snapshot";

/** Which generation of the server's data the copy is of; absent in one that no server has told yet. */
const DATA_KEY = "data";
/** Each generation has a record of its own: a tab that is still at the earlier one may write its own late. */
const savedKey = (dataGeneration: string | null) =>
  dataGeneration === null ? "saved" : `saved/${dataGeneration}`;
/** Writes of the snapshot are at least this far apart; an older snapshot only claims less. */
export const SNAPSHOT_INTERVAL_MS = 2_000;
const OPEN_TIMEOUT_MS = 5_000;
/** The copies open in this page; signing out waits for their records. */
const openCopies = new Set<LocalCopy>();

/**
 * Resolves when every open copy of this page has its edits, and what of them is on the server, on the disk. A copy
 * for which that fails claims less than is true.
 */
export async function flushOpenCopies(): Promise<void> {
  await Promise.allSettled([...openCopies].map((copy) => copy.settled()));
}

export class LocalCopy {
  /** Origin of the transactions that load from this copy. */
  readonly origin: object;
  #store: IndexeddbPersistence;
  #dataGeneration: string | null = null;
  #kept = true;
  /** It was read to its end once. */
  #loaded = false;
  #written: Uint8Array | null = null;
  #writing: Promise<void> = Promise.resolve();
  #take: (() => Y.Snapshot) | null = null;
  /** Edits that y-indexeddb was given, and how many of them the disk is known to have. */
  #edits = 0;
  #onDisk = 0;
  #confirming = false;
  #opensAgain = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  private constructor(
    store: IndexeddbPersistence,
    readonly key: CopyKey,
    private readonly doc: Y.Doc,
    private readonly onChange: () => void,
    private readonly painted: Later,
  ) {
    this.#store = store;
    this.origin = store;
    doc.off("update", store._storeUpdate);
    doc.on("update", this.#storeUpdate);
    // Before anybody hears of the update: none may be told that it is on the disk.
    doc.on("afterTransaction", this.#countEdit);
  }

  /**
   * Loads the copy into `doc` and keeps it up to date from then on, each edit when `painted` lets it.
   * `onChange`: `keptLocally` is another.
   */
  static async open(
    key: CopyKey,
    doc: Y.Doc,
    onChange: () => void,
    painted: Later = AT_ONCE,
  ): Promise<{ copy: LocalCopy; saved: Y.Snapshot }> {
    const store = new IndexeddbPersistence(copyName(key), doc);
    const copy = new LocalCopy(store, key, doc, onChange, painted);
    try {
      // y-indexeddb's own promise never settles when the database can't be opened, and browsers have
      // been seen to leave the opening itself unanswered: the speech must open all the same.
      await Promise.race([store.whenSynced, store._db.then(() => store.whenSynced), givenUp()]);
      copy.#watch();
      openCopies.add(copy);
      const data: unknown = await store.get(DATA_KEY);
      copy.#dataGeneration = typeof data === "string" ? data : null;
      const saved: unknown = await store.get(savedKey(copy.#dataGeneration));
      copy.#loaded = true;
      return {
        copy,
        saved: saved instanceof ArrayBuffer ? Y.decodeSnapshot(new Uint8Array(saved)) : NOTHING_SAVED,
      };
    } catch (error) {
      copy.#lost(error);
      return { copy, saved: NOTHING_SAVED };
    }
  }

  /**
   * When it isn't kept any more, as after it was deleted: opens it once more, as another object with the whole
   * document in it, of which `saved` is on the server. Undefined when it is kept, is being opened or can't be, and
   * when it never was: what is in that one may be of other data than the document, which it would come into.
   */
  async openAgain(saved: () => Y.Snapshot): Promise<LocalCopy | undefined> {
    if (this.#kept || !this.#loaded || this.#opensAgain) return;
    this.#opensAgain = true;
    const { copy } = await LocalCopy.open(this.key, this.doc, this.onChange, this.painted);
    this.#opensAgain = false;
    if (!copy.#kept) return;
    copy.#edits += 1; // the document is given to the disk, which hasn't confirmed it yet
    if (this.#dataGeneration !== null) void copy.belongTo(this.#dataGeneration, saved());
    return copy;
  }

  /** Which generation of the server's data it is a copy of; null when it was never told. */
  get dataGeneration(): string | null {
    return this.#dataGeneration;
  }

  /** Counts as a copy of that generation from now on, of which `saved` is on the server. */
  belongTo(dataGeneration: string, saved: Y.Snapshot): Promise<void> {
    this.#dataGeneration = dataGeneration;
    if (!this.#kept) return this.#writing;
    return this.#write(Y.encodeSnapshot(saved), this.#store.set(DATA_KEY, dataGeneration));
  }

  /** Whether all edits are on this browser's disk; "writing" until `confirm` has seen that they are. */
  get keptLocally(): KeptLocally {
    if (!this.#kept) return "no";
    return this.#onDisk === this.#edits ? "yes" : "writing";
  }

  /**
   * Finds out whether the edits so far are on the disk; `onChange` when they are. A page that goes before
   * then takes along what it wrote last. Asked only when it is to be said: it costs a look into the database.
   */
  confirm(): void {
    if (this.#confirming || this.keptLocally !== "writing") return;
    this.#confirming = true;
    void this.#confirmed().then((edits) => {
      this.#confirming = false;
      if (edits === null) return;
      this.#onDisk = edits;
      if (this.keptLocally === "writing") this.confirm();
      else this.onChange();
    });
  }

  /** How many edits the disk has; null when that can't be known. */
  async #confirmed(): Promise<number | null> {
    // y-indexeddb hears of an edit in this turn, perhaps after whoever asks, or once it is painted.
    await Promise.resolve();
    await new Promise<void>((resolve) => this.painted.run(resolve));
    const edits = this.#edits;
    return (await this.#untilWritten()) ? edits : null;
  }

  /** What is on the server has grown; `take` is asked when it is written, at intervals. */
  recordSaved(take: () => Y.Snapshot): void {
    this.#take = take;
    // A hidden page has no frame to spoil, its timers are slowed, and it may be discarded any time.
    if (document.hidden) void this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), SNAPSHOT_INTERVAL_MS);
  }

  /** Writes the remembered snapshot now: the page is being hidden or left. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#take !== null && this.#kept) {
      const bytes = Y.encodeSnapshot(this.#take());
      this.#take = null;
      if (this.#written === null || !sameBytes(this.#written, bytes)) void this.#write(bytes);
    }
    return this.#writing;
  }

  #write(saved: Uint8Array, ...before: Promise<unknown>[]): Promise<void> {
    this.#written = saved;
    const write = this.#store.set(savedKey(this.#dataGeneration), saved.slice().buffer);
    this.#writing = Promise.all([...before, write]).then(
      () => undefined,
      (error: unknown) => this.#lost(error),
    );
    return this.#writing;
  }

  /** Resolves when the edits so far are on this browser's disk too. */
  async settled(): Promise<void> {
    await this.flush();
    await this.#untilWritten();
  }

  /** False when that can't be known any more. */
  async #untilWritten(): Promise<boolean> {
    this.painted.now();
    const { db } = this.#store;
    if (db === null || !this.#kept) return false;
    return new Promise((resolve) => {
      // It begins when those that write before it have ended.
      const reading = db.transaction(["updates"], "readonly");
      reading.oncomplete = () => resolve(true);
      reading.onabort = () => resolve(false);
      reading.objectStore("updates").count();
    });
  }

  #countEdit = ({ origin, changed }: Y.Transaction): void => {
    if (origin !== this.origin && changed.size > 0) this.#edits += 1;
  };

  #storeUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin !== this.origin)
      this.painted.run(() => this.#kept && this.#store._storeUpdate(update, origin));
  };

  /**
   * Stops the trimming that y-indexeddb has planned, until the next edit plans it again. It begins
   * by reading what other tabs stored, and nothing may come into the document during a composition.
   */
  pauseTrimming(): void {
    clearTimeout(this.#store._storeTimeoutId ?? undefined);
    this.#store._storeTimeoutId = null;
  }

  async close(): Promise<void> {
    openCopies.delete(this);
    this.doc.off("afterTransaction", this.#countEdit);
    this.doc.off("update", this.#storeUpdate);
    this.painted.now();
    await this.flush();
    // Ended between its reading and its writing, trimming would take out what another tab stored and write this
    // page's text without it.
    this.pauseTrimming();
    await this.#untilWritten().catch(() => false); // the database is closed already
    await this.#store.destroy().catch(() => undefined); // it never opened: nothing to close
  }

  /** y-indexeddb writes without looking at the outcome; the database's own events tell it. */
  #watch(): void {
    const db = this.#store.db;
    if (db === null) return;
    db.addEventListener("abort", (event) => this.#lost(event));
    db.addEventListener("close", (event) => this.#lost(event));
    // Another tab deletes the copy (signing out): y-indexeddb would throw on the next edit.
    db.addEventListener("versionchange", (event) => this.#lost(event));
  }

  #lost(reason: unknown): void {
    if (!this.#kept) return;
    this.#kept = false;
    console.warn("The local copy of this speech is not available.", reason);
    void this.close();
    this.onChange();
  }
}

function givenUp(): Promise<never> {
  return new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error("the browser doesn't open the database")), OPEN_TIMEOUT_MS);
  });
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
