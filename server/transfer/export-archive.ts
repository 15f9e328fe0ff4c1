/**
 * Writes everything stored into one file, from one moment: a transaction that sees nothing of what is
 * written meanwhile, so the server may go on working. The file appears under its name when complete.
 */
import { createWriteStream } from "node:fs";
import { access, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Kysely } from "kysely";
import { sql } from "kysely";
import { newId } from "@/core/new-id";
import type { DatabaseKind } from "../db/database";
import { migrationNames } from "../db/migrations";
import type { Tables } from "../db/tables";
import { StartError } from "../start-error";
import { Checksum, encodeHeader, encodeRow, type Footer } from "./archive-line";
import { countRows, rowsOf } from "./archive-rows";
import { ARCHIVE_TABLES } from "./archive-tables";
import { requireOwnVersion } from "./own-version";

export interface Source {
  readonly kind: DatabaseKind;
  readonly kysely: Kysely<Tables>;
}

/** How much is done, of how much. */
export type OnProgress = (done: number, total: number) => void;

const BEGIN = {
  sqlite: "begin deferred",
  postgres: "begin isolation level repeatable read read only",
} as const;

/** Returns the counts and the hash of what was written. Throws StartError when the file exists, or the data are another version's. */
export async function exportArchive(source: Source, file: string, onProgress: OnProgress): Promise<Footer> {
  if (await exists(file)) throw new StartError(`${file} exists already. Choose another name.`);
  // A name of its own: an export that was killed must not stand in the way, nor a second one take the
  // first one's half away.
  const part = `${file}.${newId()}.part`;
  try {
    const footer = await source.kysely.connection().execute(async (connection) => {
      await sql.raw(BEGIN[source.kind]).execute(connection);
      try {
        await requireOwnVersion(connection, source.kind);
        return await write(connection, source.kind, part, onProgress);
      } finally {
        await sql.raw("rollback").execute(connection);
      }
    });
    await syncFile(part);
    await rename(part, file);
    await syncFile(dirname(file));
    return footer;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

async function write(
  connection: Kysely<Tables>,
  kind: DatabaseKind,
  file: string,
  onProgress: OnProgress,
): Promise<Footer> {
  let total = 0;
  for (const table of ARCHIVE_TABLES) total += await countRows(connection, table);
  let footer: Footer | undefined;
  async function* lines(): AsyncGenerator<string> {
    const checksum = new Checksum();
    let done = 0;
    yield `${encodeHeader(migrationNames(kind))}\n`;
    for (const table of ARCHIVE_TABLES) {
      for await (const row of rowsOf(connection, kind, table)) {
        const line = encodeRow(table, row);
        checksum.add(table, line);
        yield `${line}\n`;
        done += 1;
        onProgress(done, total);
      }
    }
    footer = checksum.footer();
    yield `${JSON.stringify(footer)}\n`;
  }
  await pipeline(Readable.from(lines()), createGzip(), createWriteStream(file, { flags: "wx", mode: 0o600 }));
  if (footer === undefined) throw new Error("the archive ended early");
  return footer;
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

async function syncFile(file: string): Promise<void> {
  const handle = await open(file, "r");
  await handle.sync();
  await handle.close();
}
