/** Stores a recorded editing history as a server would have: who typed, and who took out what, with each row. */
import * as Y from "yjs";
import { FRAGMENT } from "@/core/document/fragment";
import { createSharedDocument } from "@/core/document/shared-document";
import type { SpeechId } from "@/core/ids";
import { openStorage, type Storage } from "@/server/db/storage";
import { decodeUpdate } from "@/server/sync/decode-update";
import { LiveDocument } from "@/server/sync/live-document";
import { RemovedText } from "@/server/sync/removed-text";
import { openOffice } from "../../helpers/offices";

const EDITS_PER_ROW = 50;

/** Positions in UTF-16 units, as many deleted there, what came there. */
export interface RecordedEdit {
  readonly patches: readonly (readonly [position: number, deleted: number, inserted: string])[];
}

export const openFolder = (dataDir: string): Promise<Storage> =>
  openStorage({ dataDir, databaseUrl: undefined, onConnectionLost: () => undefined });

export async function storeHistory(
  dataDir: string,
  edits: readonly RecordedEdit[],
): Promise<{ readonly speechId: SpeechId; readonly rows: number }> {
  const storage = await openFolder(dataDir);
  const office = await openOffice(storage);
  const person = await office.addPerson();
  const { id: speechId } = await office.addSpeech(person);
  const doc = createSharedDocument();
  const live = new LiveDocument([]);
  const removed = new RemovedText(live);
  let update: Uint8Array = new Uint8Array();
  doc.on("update", (bytes: Uint8Array) => {
    update = bytes;
  });
  let rows = 0;
  const append = async () => {
    const { structs, deletions } = decodeUpdate(update);
    const message = { personId: person.id, deletions, structs, decides: false, carries: [] };
    const { removals, words } = removed.of(message);
    live.apply([update]);
    removed.settle();
    const bindings = rows === 0 ? [{ clientId: doc.clientID, personId: person.id }] : [];
    await storage.log.append({ speechId, update, bindings, removals, words: words === null ? [] : [words] });
    rows += 1;
  };

  const text = new Y.XmlText();
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [text]);
  doc.getXmlFragment(FRAGMENT).insert(0, [paragraph]);
  await append();
  for (let at = 0; at < edits.length; at += EDITS_PER_ROW) {
    doc.transact(() => {
      for (const { patches } of edits.slice(at, at + EDITS_PER_ROW)) {
        for (const [position, deleted, inserted] of patches) {
          if (deleted > 0) text.delete(position, deleted);
          if (inserted !== "") text.insert(position, inserted);
        }
      }
    });
    await append();
  }
  live.destroy();
  await storage.close();
  return { speechId, rows };
}

/** As a room does: everything up to that row becomes one. */
export async function compactTo(dataDir: string, speechId: SpeechId, upToSeq: number): Promise<void> {
  const storage = await openFolder(dataDir);
  const { updates, lastSeq } = await storage.log.load(speechId);
  const merged = updates.slice(0, updates.length - (lastSeq - upToSeq));
  await storage.log.compact(speechId, upToSeq, Y.mergeUpdates([...merged]));
  await storage.close();
}
