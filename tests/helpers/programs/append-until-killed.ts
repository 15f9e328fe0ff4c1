/**
 * Appends numbered records to a log and prints each one once it is acknowledged, until it is killed.
 * Arguments: database file, first record number, speech ids separated by commas.
 */
import { writeSync } from "node:fs";
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
    // Synchronous: what is printed after the acknowledgement has left the process before the kill.
    writeSync(1, `${record}\n`);
    if (round % 25 === 0) {
      const { updates, lastSeq } = await log.load(speechId);
      await log.compact(speechId, lastSeq, Buffer.concat(updates));
    }
  }
}

await Promise.all(ids.split(",").map((id) => write(speechIdSchema.parse(id))));
