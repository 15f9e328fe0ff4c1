/** Ordered, idempotent, time-limited shutdown. */
import type { Logger } from "pino";

export interface ShutdownStep {
  readonly name: string;
  readonly limitMs: number;
  run(): Promise<unknown> | unknown;
}

export interface Shutdown {
  /**
   * The steps in order, once, however often it's called. A step that fails or takes too long is logged
   * and left behind, so that a stuck socket never keeps the database from closing. Resolves with whether
   * every step was done.
   */
  close(): Promise<boolean>;
  /** What all steps together may take. */
  readonly limitMs: number;
}

export function createShutdown(steps: readonly ShutdownStep[], logger: Logger): Shutdown {
  let running: Promise<boolean> | undefined;
  return {
    close() {
      running ??= runAll(steps, logger);
      return running;
    },
    limitMs: steps.reduce((sum, step) => sum + step.limitMs, 0),
  };
}

async function runAll(steps: readonly ShutdownStep[], logger: Logger): Promise<boolean> {
  let clean = true;
  for (const step of steps) {
    try {
      await withinLimit(step);
    } catch (error) {
      clean = false;
      logger.error({ err: error, step: step.name }, "shutdown step failed");
    }
  }
  return clean;
}

async function withinLimit({ name, limitMs, run }: ShutdownStep): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${name} took more than ${limitMs} ms`)), limitMs);
  });
  try {
    await Promise.race([run(), limit]);
  } finally {
    clearTimeout(timer);
  }
}
