/** The process's log: one JSON object per line on standard error. Never speech text. */
import pino, { type Logger } from "pino";
import type { Config } from "./config";

export function createLogger(config: Config): Logger {
  return pino(
    {
      level: config.logLevel,
      base: null,
      // Whatever is logged by mistake, credentials aren't. An error of Redis has what the command was given: the
      // password where signing in failed, the update with its words where publishing did.
      redact: ["password", "*.password", "cookie", "*.cookie", "headers", "*.command.args"],
    },
    // Synchronous, so that the last lines before an exit are there; standard output is for people.
    pino.destination({ dest: 2, sync: true }),
  );
}
