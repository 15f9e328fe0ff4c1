/**
 * The commands `backup FILE` and `export-data FILE`, `restore FILE` and `import-data FILE`: out of and
 * into the storage that the settings name; and `check-record [FILE]`, which looks into it. A backup is an export.
 * While the server runs on SQLite nothing can be read in; the other commands harm nothing.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Kysely } from "kysely";
import { type Config, ConfigError, readConfig } from "../config";
import { holdDataFolder } from "../data-folder";
import { databaseProblem } from "../database-problem";
import { LecternPostgresDialect } from "../db/postgres-dialect";
import { openPostgresPool } from "../db/postgres-pool";
import { LecternSqliteDialect } from "../db/sqlite-dialect";
import { openSqliteFile } from "../db/sqlite-file";
import { openStorage } from "../db/storage";
import type { Tables } from "../db/tables";
import { StartError } from "../start-error";
import type { Footer } from "./archive-line";
import { checkRecords, reportOf } from "./check-records";
import { exportArchive, type OnProgress, type Source } from "./export-archive";
import { fileProblem } from "./file-problem";
import { importArchive } from "./import-archive";
import { requireNoOffice, requireReadable } from "./import-target";
import { requireOwnVersion } from "./own-version";
import { readSeal, writeSeal } from "./record-seal";

const COMMANDS: Readonly<Record<string, (config: Config, file: string) => Promise<Footer>>> = {
  backup: write,
  "export-data": write,
  restore: read,
  "import-data": read,
};

async function write(config: Config, file: string): Promise<Footer> {
  const source = await openSource(config);
  try {
    return await exportArchive(source, file, progressBar());
  } finally {
    await source.kysely.destroy();
  }
}

async function openSource(config: Config): Promise<Source> {
  const source = await openIfThere(config);
  // SQLite would make an empty file, and the backup of it would look like one.
  if (source === null) throw new StartError(`There is no Lectern data in ${config.dataDir}.`);
  return source;
}

/** As it is, of whatever version; null where SQLite has no file yet. */
async function openIfThere({ dataDir, databaseUrl }: Config): Promise<Source | null> {
  if (databaseUrl !== undefined) {
    const pool = await openPostgresPool(databaseUrl, () => {});
    return {
      kind: "postgres",
      kysely: new Kysely<Tables>({ dialect: new LecternPostgresDialect({ pool }) }),
    };
  }
  const path = join(dataDir, "lectern.db");
  if (!existsSync(path)) return null;
  return {
    kind: "sqlite",
    kysely: new Kysely<Tables>({ dialect: new LecternSqliteDialect(openSqliteFile(path)) }),
  };
}

async function read(config: Config, file: string): Promise<Footer> {
  await requireReadable(file);
  const { dataDir, databaseUrl } = config;
  const release = databaseUrl === undefined ? await holdDataFolder(dataDir) : () => {};
  const target = await openIfThere(config);
  if (target !== null) await requireNoOffice(target.kysely).finally(() => target.kysely.destroy());
  const storage = await openStorage({ dataDir, databaseUrl, onConnectionLost: () => {} });
  try {
    return await importArchive(storage.database, file, progressBar());
  } finally {
    await storage.close();
    release();
  }
}

/** A bar on a terminal, nothing in a log. */
function progressBar(): OnProgress {
  let shown = -1;
  return (done, total) => {
    const percent = Math.floor((done / Math.max(total, 1)) * 100);
    if (!process.stderr.isTTY || percent === shown) return;
    shown = percent;
    const filled = Math.round(percent / 4);
    process.stderr.write(`\r[${"#".repeat(filled)}${"·".repeat(25 - filled)}] ${percent} %`);
    if (done === total) process.stderr.write("\n");
  };
}

/** `file`: the seal to compare with, and to renew when all fits; one that doesn't stays for whoever looks into it. */
async function check(config: Config, file: string | undefined): Promise<void> {
  const { kysely, kind } = await openSource(config);
  try {
    await requireOwnVersion(kysely, kind);
    const sealed = file === undefined ? null : await readSeal(file);
    const checked = await checkRecords(kysely, sealed ?? {});
    process.stdout.write(reportOf(checked));
    if (checked.broken.length > 0) process.exitCode = 1;
    else if (file !== undefined) {
      await writeSeal(file, checked.heads, new Date());
      process.stdout.write(
        `${file}: ${sealed === null ? "sealed for the first time" : "as sealed, and sealed anew"}.\n`,
      );
    }
  } finally {
    await kysely.destroy();
  }
}

async function main([name = "", file]: readonly string[]): Promise<void> {
  if (name === "check-record") return check(readConfig(process.env), file);
  const command = COMMANDS[name];
  if (command === undefined || file === undefined) {
    throw new StartError(
      `Usage: npm run ${command === undefined ? Object.keys(COMMANDS).join("|") : name} -- FILE`,
    );
  }
  const { counts, sha256 } = await command(readConfig(process.env), file);
  const listed = Object.entries(counts).map(([table, count]) => `${count} ${table}`);
  process.stdout.write(`${file}: ${listed.join(", ") || "nothing"} (sha256 ${sha256})\n`);
}

main(process.argv.slice(2)).catch((failure: unknown) => {
  const error = databaseProblem(fileProblem(failure));
  const expected = error instanceof StartError || error instanceof ConfigError;
  process.stderr.write(
    `${expected ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exitCode = 1;
});
