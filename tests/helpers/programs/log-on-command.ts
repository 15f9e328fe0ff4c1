/**
 * A server's logger on the file of the first argument. Each line of the input is a number: so many lines are logged,
 * and `logged` and the number of the last is printed. A second number is how many letters each has besides.
 */
import { openSync } from "node:fs";
import { createInterface } from "node:readline";
import { readConfig } from "@/server/config";
import { createLogger } from "@/server/logger";

const [, , file = ""] = process.argv;
const logger = createLogger(readConfig({}), openSync(file, "a"));

let line = 0;
for await (const wanted of createInterface({ input: process.stdin })) {
  const [lines, letters = 0] = wanted.split(" ").map(Number);
  for (const last = line + Number(lines); line < last; ) {
    line += 1;
    logger.warn({ line, ...(letters > 0 && { text: "x".repeat(letters) }) }, "a line of the log");
  }
  process.stdout.write(`logged ${line}\n`);
}
