/** A speech as it lies in a data folder or database, read from there itself while no server runs or beside one. */
import path from "node:path";
import { yXmlFragmentToProsemirrorJSON } from "@tiptap/y-tiptap";
import Sqlite from "better-sqlite3";
import { Client } from "pg";
import * as Y from "yjs";
import { FRAGMENT } from "@/core/document/schema";
import { createSharedDocument } from "@/core/document/shared-document";

interface UpdateRow {
  readonly bytes: Uint8Array;
}

/** The shared document that the log's rows make. */
export function storedSpeech(dataDir: string, speechId: string): Y.Doc {
  const file = new Sqlite(path.join(dataDir, "lectern.db"), { readonly: true, fileMustExist: true });
  try {
    return documentOf(
      file
        .prepare<[string], UpdateRow>("select bytes from updates where speech_id = ? order by seq")
        .all(speechId),
    );
  } finally {
    file.close();
  }
}

/** The same from a PostgreSQL database, past every server. */
export async function storedInPostgres(databaseUrl: string, speechId: string): Promise<Y.Doc> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<UpdateRow>(
      "select bytes from updates where speech_id = $1 order by seq",
      [speechId],
    );
    return documentOf(rows);
  } finally {
    await client.end();
  }
}

function documentOf(rows: readonly UpdateRow[]): Y.Doc {
  const doc = createSharedDocument();
  doc.transact(() => {
    for (const { bytes } of rows) Y.applyUpdate(doc, bytes);
  });
  return doc;
}

/** A document as the binding shows it, as JSON text that can be compared. */
export function shownText(doc: Y.Doc): string {
  return JSON.stringify(yXmlFragmentToProsemirrorJSON(doc.getXmlFragment(FRAGMENT)));
}
