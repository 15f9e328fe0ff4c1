/**
 * Appends numbered records to a log and prints each one once it is acknowledged, until it is killed.
 * Arguments: database file, first record number, speech ids separated by commas.
 */
import { type SpeechId, speechIdSchema } from "@/core/ids";
import { createSqliteLog } from "@/server/db/sqlite-log";

const [path = "", first = "0", ids = ""] = process.argv.slice(2);
const log = createSqliteLog(path);
let next = Number(first);

/** A row is a list of record numbers, four bytes each, so that rows can be merged by joining them. */
async function write(speechId: SpeechId): Promise<never> {
  for (let round = 1; ; round++) {
    const record = next++;
    const update = new Uint8Array(new Uint32Array([record]).buffer);
    await log.append({ speechId, update, bindings: [] });
    await print(record);
    if (round % 25 === 0) {
      const { updates, lastSeq } = await log.load(speechId);
      await log.compact(speechId, lastSeq, Buffer.concat(updates));
    }
  }
}

/** Waits until it has left the process. A reader that is slow would make a synchronous write fail. */
function print(record: number): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(`${record}\n`, (error) => (error ? reject(error) : resolve()));
  });
}

await Promise.all(ids.split(",").map((id) => write(speechIdSchema.parse(id))));
