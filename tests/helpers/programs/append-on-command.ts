/**
 * Appends one row for every line on standard input, "<record> <bytes>", and prints the record's
 * number with "ok" or the error's code. Arguments: database file, speech id.
 */
import { writeSync } from "node:fs";
import { createInterface } from "node:readline";
import { AppError } from "@/core/errors";
import { speechIdSchema } from "@/core/ids";
import { openSqliteFile } from "@/server/db/sqlite-file";
import { createSqliteLog } from "@/server/db/sqlite-log";

const [path = "", id] = process.argv.slice(2);
const speechId = speechIdSchema.parse(id);
// As in the server, the services' own connection is open before the log's thread opens another.
const services = openSqliteFile(path);
const log = createSqliteLog(path);

for await (const line of createInterface({ input: process.stdin })) {
  const [record = 0, size = 0] = line.split(" ").map(Number);
  const outcome = await log
    .append({ speechId, update: new Uint8Array(size).fill(record), bindings: [] })
    .then(
      () => "ok",
      (error: unknown) => (error instanceof AppError ? error.code : String(error)),
    );
  writeSync(1, `${record} ${outcome}\n`);
}
await log.close();
services.close();
