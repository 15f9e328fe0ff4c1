/**
 * Reads an archive into an empty database, in one transaction: counts and hash are compared with the
 * archive's own, and those of the written rows once more, before anything becomes visible. What is there
 * afterwards is a generation of its own: pages may hold text that is newer than the archive.
 */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { sql } from "kysely";
import { databaseProblem } from "../database-problem";
import type { Database, DatabaseKind, Queries } from "../db/database";
import { migrationNames } from "../db/migrations";
import { renewDataGeneration } from "../services/data-generation";
import { indexSpeech } from "../services/speech-search";
import { StartError } from "../start-error";
import { Checksum, decodeLine, decodeRow, encodeRow, type Footer, linesOf } from "./archive-line";
import { countRows, type Row, rowsOf } from "./archive-rows";
import { ARCHIVE_TABLES, type ArchiveTable } from "./archive-tables";
import type { OnProgress } from "./export-archive";
import { fileProblem } from "./file-problem";
import { NOT_EMPTY } from "./import-target";

/** Rows inserted by one statement; SQLite takes 32,766 values in one. */
const BATCH = 100;

/** Fewer where rows are large: a statement is in memory whole, and has to be done in the time that one may take. */
const BATCH_CHARACTERS = 8 * 1024 * 1024;

/**
 * Returns the counts and the hash of what is now stored. Throws StartError and leaves the database as
 * it was when it isn't empty, or the file is not a whole archive of this version.
 */
export function importArchive(database: Database, file: string, onProgress: OnProgress): Promise<Footer> {
  return database.transaction(async (queries) => {
    if (database.kind === "postgres") {
      // The file may come slowly, as through a pipe, and nobody waits for an empty database: see LONGEST_IDLE_MS.
      await sql`set local idle_in_transaction_session_timeout = 0`.execute(queries);
    }
    for (const table of ARCHIVE_TABLES) {
      if ((await countRows(queries, table)) > 0) {
        throw new StartError(NOT_EMPTY);
      }
    }
    // Reading the file is one half of the way, comparing what was stored with it the other.
    const claimed = await readInto(queries, database, file, (part) => onProgress(part, 2)).catch(
      (error: unknown) => {
        const problem = databaseProblem(fileProblem(error));
        if (problem instanceof StartError) throw problem;
        throw new StartError(`${file} isn't a whole archive for this database: ${messageOf(error)}`, error);
      },
    );
    const total = Object.values(claimed.counts).reduce((sum, count) => sum + count, 0);
    const stored = await checksumOf(queries, database.kind, (done) => onProgress(1 + done / total, 2));
    if (JSON.stringify(stored) !== JSON.stringify(claimed)) {
      throw new StartError("What was stored differs from the archive. Nothing was kept.");
    }
    for await (const speech of rowsOf(queries, database.kind, tableOf("speeches"))) {
      const { id, title, speaker, occasion } = speech;
      // Columns of `speeches`, which decodeRow took from an archive that this program wrote.
      await indexSpeech(queries, database.kind, { id, title, speaker, occasion } as Parameters<
        typeof indexSpeech
      >[2]);
    }
    await renewDataGeneration(queries);
    return stored;
  });
}

async function readInto(
  queries: Queries,
  database: Database,
  file: string,
  onPart: (part: number) => void,
): Promise<Footer> {
  const { size } = await stat(file);
  let bytesRead = 0;
  async function* counted(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      bytesRead += chunk.length;
      // A pipe says 0, however much comes.
      onPart(size > 0 ? Math.min(1, bytesRead / size) : 0);
      yield chunk;
    }
  }
  const checksum = new Checksum();
  let footer: Footer | undefined;
  let batch: { table: ArchiveTable; rows: Row[]; characters: number } | undefined;
  const flush = async () => {
    if (batch !== undefined) await insert(queries, batch.table, batch.rows);
    batch = undefined;
  };
  async function take(text: string): Promise<void> {
    const line = decodeLine(text);
    if (line.kind === "header") checkMigrations(line.migrations, migrationNames(database.kind));
    else if (line.kind === "footer") footer = { counts: line.counts, sha256: line.sha256 };
    else {
      const table = tableOf(line.table);
      checksum.add(table, text);
      if (batch?.table !== table || batch.rows.length >= BATCH || batch.characters >= BATCH_CHARACTERS) {
        await flush();
      }
      batch ??= { table, rows: [], characters: 0 };
      batch.rows.push(decodeRow(table, line.row));
      batch.characters += text.length;
    }
  }
  await pipeline(createReadStream(file), counted, createGunzip(), async (chunks: AsyncIterable<Buffer>) => {
    for await (const text of linesOf(chunks)) await take(text);
  });
  await flush();
  if (footer === undefined) throw new Error("its end is missing");
  if (checksum.footer().sha256 !== footer.sha256) throw new Error("its checksum doesn't fit");
  return footer;
}

async function insert(queries: Queries, table: ArchiveTable, rows: readonly Row[]): Promise<void> {
  const columns = sql.join(table.columns.map((column) => sql.ref(column)));
  const values = rows.map((row) => sql`(${sql.join(table.columns.map((column) => row[column]))})`);
  await sql`insert into ${sql.table(table.name)} (${columns}) values ${sql.join(values)}`
    .execute(queries)
    .catch((error: unknown) => {
      // Damaged, or whole and yet too much for this database: a text that it can't hold, or rows that somebody
      // else imports at this moment.
      const reason = `the database doesn't take its rows of ${table.name}`;
      throw new Error(`${reason} (${messageOf(error)})`, { cause: error });
    });
}

async function checksumOf(
  queries: Queries,
  kind: DatabaseKind,
  onProgress: (done: number) => void,
): Promise<Footer> {
  const checksum = new Checksum();
  let done = 0;
  for (const table of ARCHIVE_TABLES) {
    for await (const row of rowsOf(queries, kind, table)) {
      checksum.add(table, encodeRow(table, row));
      done += 1;
      onProgress(done);
    }
  }
  return checksum.footer();
}

function tableOf(name: string): ArchiveTable {
  const table = ARCHIVE_TABLES.find((candidate) => candidate.name === name);
  if (table === undefined) throw new Error(`it holds an unknown table, ${name}`);
  return table;
}

function checkMigrations(archived: readonly string[], own: readonly string[]): void {
  if (JSON.stringify(archived) !== JSON.stringify(own)) {
    throw new Error(`it was written by another version (${archived.at(-1)}, here ${own.at(-1)})`);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
