/** The signals that end the process, and how long it may take. */
import type { Shutdown } from "./shutdown";

/** For what isn't a step: the demo's folder, and a machine that is too busy to keep to the second. */
export const LEEWAY_MS = 4000;

/** What of the process it needs. */
interface Program {
  on(signal: "SIGINT" | "SIGTERM", listener: () => void): unknown;
  exit(code: number): void;
}

/**
 * Ends in order on the first signal; later ones change nothing (npm passes a Ctrl-C on twice). Only what
 * takes longer than every step may is cut off.
 */
export function endOnSignals({ close, limitMs }: Shutdown, program: Program = process): void {
  let ending = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    program.on(signal, () => {
      if (ending) return;
      ending = true;
      setTimeout(() => program.exit(1), limitMs + LEEWAY_MS).unref();
      close().then(
        (clean) => program.exit(clean ? 0 : 1),
        () => program.exit(1),
      );
    });
  }
}
