/**
 * A server's logger on the file of the first argument. Each line of the input is a number: so many lines are logged,
 * and `logged` and the number of the last is printed.
 */
import { openSync } from "node:fs";
import { createInterface } from "node:readline";
import { readConfig } from "@/server/config";
import { createLogger } from "@/server/logger";

const [, , file = ""] = process.argv;
const logger = createLogger(readConfig({}), openSync(file, "a"));

let line = 0;
for await (const wanted of createInterface({ input: process.stdin })) {
  for (const last = line + Number(wanted); line < last; ) {
    line += 1;
    logger.warn({ line }, "a line of the log");
  }
  process.stdout.write(`logged ${line}\n`);
}
