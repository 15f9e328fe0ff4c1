/**
 * The copies of speeches in this browser as a whole: looking into one without opening the speech,
 * and clearing an account's copies when its owner signs out.
 */
import * as Y from "yjs";
import { FRAGMENT } from "@/core/document/fragment";
import type { PersonId } from "@/core/ids";
import { type CopyKey, copyName, listCopies } from "./copy-names";
import { flushOpenCopies, LocalCopy, SNAPSHOT_INTERVAL_MS } from "./local-copy";
import type { Unsynced } from "./save-state";
import { unsyncedIn } from "./saved-snapshot";

/** As long as another window may take to write that what it shows as saved is on the server. */
const SETTLING_MS = SNAPSHOT_INTERVAL_MS + 500;
const LOOK_AGAIN_MS = 250;

/** A copy and what of it never reached the server. */
export interface UnsyncedCopy {
  readonly key: CopyKey;
  readonly unsynced: Unsynced;
}

/**
 * Deletes this person's copies that are wholly on the server and returns the others, which stay:
 * the sign-out dialog asks about them and calls `deleteCopy` for each if the answer is to discard.
 */
export async function clearLocalCopies(personId: PersonId): Promise<UnsyncedCopy[]> {
  await flushOpenCopies();
  const end = Date.now() + SETTLING_MS;
  for (;;) {
    const own = (await listCopies()).filter((key) => key.personId === personId);
    const unsynced = await keepUnsynced(own);
    // Asked about text that was saved a moment ago, people would fear for it.
    if (unsynced.length === 0 || Date.now() >= end) return unsynced;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}

/** Deletes the wholly synced of these copies; returns the keys of the others. */
export async function discardIfSynced(keys: readonly CopyKey[]): Promise<CopyKey[]> {
  return (await keepUnsynced(keys)).map(({ key }) => key);
}

async function keepUnsynced(keys: readonly CopyKey[]): Promise<UnsyncedCopy[]> {
  const kept: UnsyncedCopy[] = [];
  for (const key of keys) {
    const unsynced = await withCopy(key, (doc, saved) => unsyncedIn(doc, saved));
    if (unsynced.any) kept.push({ key, unsynced });
    else await deleteCopy(key);
  }
  return kept;
}

/** The text of a copy, one line per block, for "copy everything". */
export function readCopyText(key: CopyKey): Promise<string> {
  return withCopy(key, (doc) => plainTextOf(doc.getXmlFragment(FRAGMENT)));
}

/** Deletes a copy with everything in it. A tab that has it open goes on without one. */
export function deleteCopy(key: CopyKey): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(copyName(key));
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}

/** Makes an empty copy, which by its generation becomes the one in use. */
export async function createCopy(key: CopyKey): Promise<void> {
  await withCopy(key, () => undefined);
}

async function withCopy<Result>(
  key: CopyKey,
  use: (doc: Y.Doc, saved: Y.Snapshot) => Result,
): Promise<Result> {
  const doc = new Y.Doc();
  const { copy, saved } = await LocalCopy.open(key, doc, () => undefined);
  if (copy.keptLocally === "no") throw new Error(`The local copy ${copyName(key)} can't be opened.`);
  try {
    return use(doc, saved);
  } finally {
    await copy.close();
    doc.destroy();
  }
}

/** Lines of text in document order; a copy may be of another schema, so no schema is asked. */
export function plainTextOf(fragment: Y.XmlFragment): string {
  const lines: string[] = [];
  const visit = (node: Y.XmlFragment): void => {
    let line: string | null = null;
    for (const child of node.toArray()) {
      if (child instanceof Y.XmlText) line = (line ?? "") + textOf(child);
      else if (child instanceof Y.XmlElement && child.nodeName === "hardBreak") line = `${line ?? ""}\n`;
      else if (child instanceof Y.XmlFragment) visit(child);
    }
    if (line !== null) lines.push(line);
  };
  visit(fragment);
  return lines.join("\n");
}

function textOf(text: Y.XmlText): string {
  const parts: { readonly insert?: unknown }[] = text.toDelta();
  return parts.map(({ insert }) => (typeof insert === "string" ? insert : "")).join("");
}
