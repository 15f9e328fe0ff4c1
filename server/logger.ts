/** The process's log: one JSON object per line on standard error. Never speech text. */
import pino, { type Logger } from "pino";
import type { Config } from "./config";

export function createLogger(config: Config): Logger {
  return pino(
    {
      level: config.logLevel,
      base: null,
      // Whatever is logged by mistake, credentials aren't.
      redact: ["password", "*.password", "cookie", "*.cookie", "headers"],
    },
    // Synchronous, so that the last lines before an exit are there; standard output is for people.
    pino.destination({ dest: 2, sync: true }),
  );
}
