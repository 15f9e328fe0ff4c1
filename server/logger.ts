/** The process's log: one JSON object per line on standard error. Never speech text. */
import pino, { type DestinationStream, type Logger } from "pino";
import type { Config } from "./config";

/** File descriptor. */
const STANDARD_ERROR = 2;

/** So much of what a full disk doesn't take waits for room, or one line that is longer; then it is given up for what comes later. */
const WAITING_BYTES = 256 * 1024;

/** `file`: a descriptor other than standard error's in tests only. */
export function createLogger(config: Config, file = STANDARD_ERROR): Logger {
  return pino(
    {
      level: config.logLevel,
      base: null,
      // Whatever is logged by mistake, credentials aren't. An error of Redis has what the command was given: the
      // password where signing in failed, the update with its words where publishing did.
      redact: ["password", "*.password", "cookie", "*.cookie", "headers", "*.command.args"],
    },
    // Standard output is for people.
    writtenTo(file),
  );
}

/** Whoever logs goes on where the log can't be written, as on a full disk: else any request that is logged would end the server. */
function writtenTo(file: number): DestinationStream {
  /** Whether the last line left something behind that waits. */
  let isWaiting = false;
  let output = open(WAITING_BYTES);

  function open(maxLength: number) {
    // Synchronous, so that the last lines before an exit are there.
    const opened = pino.destination({ dest: file, sync: true, maxLength });
    // Without a listener the error would be thrown to whoever logs. Each later line tries again, in its order.
    opened.on("error", () => {
      isWaiting = true;
    });
    opened.on("drop", writeAnew);
    return opened;
  }

  /** It refuses what is too much together without trying, and would all that comes from here on. */
  function writeAnew(line: string) {
    isWaiting = false;
    // There may be room again: what waits goes first.
    output.write("");
    // Else it is given up, and the line ended that was begun when the disk became full.
    const text = isWaiting ? `\n${line}` : line;
    output = open(Math.max(WAITING_BYTES, Buffer.byteLength(text)));
    output.write(text);
  }

  return { write: (line) => void output.write(line) };
}
