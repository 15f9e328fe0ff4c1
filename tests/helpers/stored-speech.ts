/** A speech as it lies in a data folder, read from the file itself while no server runs or beside one. */
import path from "node:path";
import { yXmlFragmentToProsemirrorJSON } from "@tiptap/y-tiptap";
import Sqlite from "better-sqlite3";
import * as Y from "yjs";
import { FRAGMENT } from "@/core/document/schema";
import { createSharedDocument } from "@/core/document/shared-document";

/** The shared document that the log's rows make. */
export function storedSpeech(dataDir: string, speechId: string): Y.Doc {
  const file = new Sqlite(path.join(dataDir, "lectern.db"), { readonly: true, fileMustExist: true });
  try {
    const rows = file
      .prepare<[string], { bytes: Uint8Array }>("select bytes from updates where speech_id = ? order by seq")
      .all(speechId);
    const doc = createSharedDocument();
    doc.transact(() => {
      for (const { bytes } of rows) Y.applyUpdate(doc, bytes);
    });
    return doc;
  } finally {
    file.close();
  }
}

/** A document as the binding shows it, as JSON text that can be compared. */
export function shownText(doc: Y.Doc): string {
  return JSON.stringify(yXmlFragmentToProsemirrorJSON(doc.getXmlFragment(FRAGMENT)));
}
