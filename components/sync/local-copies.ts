/**
 * The copies of speeches in this browser as a whole: looking into one without opening the speech,
 * and what becomes of an account's copies when its owner signs out.
 */
import * as Y from "yjs";
import { FRAGMENT } from "@/core/document/fragment";
import type { PersonId } from "@/core/ids";
import { firstLineOf, plainTextOf } from "./copy-lines";
import { type CopyKey, copyName, listCopies } from "./copy-names";
import { flushOpenCopies, LocalCopy, SNAPSHOT_INTERVAL_MS } from "./local-copy";
import type { Unsynced } from "./save-state";
import { NOTHING_SAVED, unsyncedIn } from "./saved-snapshot";

/** As long as another window may take to write that what it shows as saved is on the server. */
const SETTLING_MS = SNAPSHOT_INTERVAL_MS + 500;
const LOOK_AGAIN_MS = 250;
/** Another page may keep a copy open for ever, in a browser that has put it to sleep. */
const DELETING_MS = 5_000;

/** A copy and what of it never reached the server, as far as that can be known. */
export interface UnsyncedCopy {
  readonly key: CopyKey;
  readonly unsynced: Unsynced;
  /** The text's first line; null for a copy that can't be opened, of which nobody knows what is in it. */
  readonly begins: string | null;
}

/** The data that the server has now, to judge copies by that may be of others. */
export interface ServersData {
  /** See DATA_PARAM in core/protocol.ts. */
  readonly generation: string;
  /** What the server has of the copies' speech; null where that isn't known. */
  readonly document: Y.Snapshot | null;
}

/**
 * Those of this person's copies that aren't wholly on the server: signing out asks about them before it ends in
 * `deleteLocalCopies`. Of a copy from before a restore nobody knows what the server has, until its speech is opened.
 * @param generation of the data that the server has now
 */
export async function unsyncedCopiesOf(personId: PersonId, generation: string): Promise<UnsyncedCopy[]> {
  await flushOpenCopies();
  const end = Date.now() + SETTLING_MS;
  for (;;) {
    const unsynced = await unsyncedCopies(await copiesOf(personId), { generation, document: null });
    // Asked about text that was saved a moment ago, people would fear for it.
    if (!unsynced.some(isReadable) || Date.now() >= end) return unsynced;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}

/** Deletes all of this person's copies, whatever is in them, but for those that can't be deleted. */
export async function deleteLocalCopies(personId: PersonId): Promise<void> {
  await deleteThose(await copiesOf(personId));
}

const copiesOf = async (personId: PersonId) =>
  (await listCopies()).filter((key) => key.personId === personId);

/** What the browser won't delete keeps nobody signed in, and is looked at again another time. */
const deleteThose = (keys: readonly CopyKey[]) => Promise.allSettled(keys.map(deleteCopy));

const isReadable = ({ begins }: UnsyncedCopy) => begins !== null;

/** Deletes the wholly synced of these copies; returns the keys of the others that can be read. */
export async function discardIfSynced(
  keys: readonly CopyKey[],
  data: ServersData | null,
): Promise<CopyKey[]> {
  const kept = await unsyncedCopies(keys, data);
  await deleteThose(keys.filter((key) => !kept.some((copy) => copy.key === key)));
  return kept.filter(isReadable).map(({ key }) => key);
}

/** Those that aren't wholly on the server, or can't be opened; without `data` as the copies themselves know it. */
export async function unsyncedCopies(
  keys: readonly CopyKey[],
  data: ServersData | null,
): Promise<UnsyncedCopy[]> {
  const copies: UnsyncedCopy[] = [];
  for (const key of keys) {
    const { unsynced, begins } = await lookInto(key, data).catch(() => UNKNOWN);
    if (unsynced.any) copies.push({ key, unsynced, begins });
  }
  return copies;
}

const UNKNOWN = { unsynced: { any: true, characters: 0 }, begins: null };

const lookInto = (key: CopyKey, data: ServersData | null) =>
  withCopy(key, async (doc, saved, copy) => ({
    unsynced: unsyncedIn(doc, data === null ? saved : await savedIn(data, copy, saved)),
    begins: firstLineOf(doc.getXmlFragment(FRAGMENT)),
  }));

/** What of a copy is in the server's data; `saved` is what it says itself. */
async function savedIn(data: ServersData, copy: LocalCopy, saved: Y.Snapshot): Promise<Y.Snapshot> {
  const { dataGeneration } = copy;
  // What was saved in a database that is gone says nothing of the one that stands in its place.
  if (dataGeneration === null || dataGeneration === data.generation) return saved;
  if (data.document === null) return NOTHING_SAVED;
  await copy.belongTo(data.generation, data.document);
  return data.document;
}

/** The text of a copy, one line per block, for "copy everything". */
export function readCopyText(key: CopyKey): Promise<string> {
  return withCopy(key, (doc) => plainTextOf(doc.getXmlFragment(FRAGMENT)));
}

/** Deletes a copy with everything in it. A tab that has it open goes on without one. Throws when it can't be. */
export function deleteCopy(key: CopyKey): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(copyName(key));
    const giveUp = () => reject(new Error("the browser doesn't delete the database"));
    const timer = setTimeout(giveUp, DELETING_MS);
    request.onsuccess = () => {
      clearTimeout(timer);
      resolve();
    };
    request.onerror = () => {
      clearTimeout(timer);
      reject(request.error);
    };
  });
}

/**
 * Makes an empty copy beside this one, which by its generation becomes the one in use. Throws when this browser
 * has no place for either, or wouldn't find the new one again: the page would open the old one for ever.
 */
export async function replaceCopy(copy: LocalCopy): Promise<void> {
  await copy.settled();
  if (copy.keptLocally === "no") throw new Error("there is no local copy to set aside");
  const key = { ...copy.key, generation: copy.key.generation + 1 };
  await withCopy(key, () => undefined);
  const names = (await listCopies()).map(copyName);
  if (!names.includes(copyName(key))) throw new Error("this browser doesn't list its databases");
}

async function withCopy<Result>(
  key: CopyKey,
  use: (doc: Y.Doc, saved: Y.Snapshot, copy: LocalCopy) => Result | Promise<Result>,
): Promise<Result> {
  const doc = new Y.Doc();
  const { copy, saved } = await LocalCopy.open(key, doc, () => undefined);
  if (copy.keptLocally === "no") throw new Error(`The local copy ${copyName(key)} can't be opened.`);
  try {
    return await use(doc, saved, copy);
  } finally {
    await copy.close();
    doc.destroy();
  }
}
