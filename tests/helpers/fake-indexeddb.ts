/** Stands for y-indexeddb's store in tests without a browser; in place of its module by `vi.mock`. */
import * as Y from "yjs";

/** What the browser has; null: it refuses to open it. */
let disk: Uint8Array | null = null;

/** What the next opening finds; null for a browser that refuses. */
export function setDisk(text: string | null): void {
  const doc = new Y.Doc();
  doc.getText().insert(0, text ?? "");
  disk = text === null ? null : Y.encodeStateAsUpdate(doc);
}

const opened = new Set<EventTarget>();

/** As another tab deletes what the browser has. */
export function deleteDisk(): void {
  for (const db of opened) db.dispatchEvent(new Event("versionchange"));
  opened.clear();
  setDisk("");
}

export class IndexeddbPersistence {
  db: EventTarget | null = null;
  readonly _db: Promise<unknown>;
  readonly whenSynced: Promise<unknown>;
  readonly _storeTimeoutId = null;
  readonly #records = new Map<string, unknown>();

  constructor(_name: string, doc: Y.Doc) {
    const found = disk;
    this._db = found === null ? Promise.reject(new Error("refused")) : Promise.resolve();
    this.whenSynced = this._db.then(() => {
      this.db = Object.assign(new EventTarget(), { transaction });
      opened.add(this.db);
      if (found !== null) Y.applyUpdate(doc, found, this);
    });
    this.whenSynced.catch(() => undefined);
  }

  _storeUpdate(): void {}

  async get(name: string): Promise<unknown> {
    return this.#records.get(name);
  }

  async set(name: string, value: unknown): Promise<void> {
    this.#records.set(name, value);
  }

  async destroy(): Promise<void> {}
}

function transaction() {
  const reading = {
    oncomplete: (): void => undefined,
    objectStore: () => ({ count: () => queueMicrotask(() => reading.oncomplete()) }),
  };
  return reading;
}
