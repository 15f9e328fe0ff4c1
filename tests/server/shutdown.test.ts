/** Ending in order, on a clock that is moved by hand: what hangs is left behind, and cuts nothing off. */
import { EventEmitter } from "node:events";
import pino from "pino";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createShutdown, type ShutdownStep } from "@/server/shutdown";
import { endOnSignals, LEEWAY_MS } from "@/server/signals";

const logger = pino({ level: "silent" });
/** Slow, but in time. */
const slowly = (ms: number) => () =>
  new Promise<void>((resolve) => {
    setTimeout(() => resolve(), ms);
  });
const hangs = () => new Promise<never>(() => {});

/** A process that notes how it was ended. */
class Program extends EventEmitter {
  readonly ends: { code: number; at: number }[] = [];
  exit(code: number): void {
    this.ends.push({ code, at: Date.now() });
  }
}

describe("ending in order", () => {
  beforeEach(() => void vi.useFakeTimers({ now: 0 }));
  afterEach(() => void vi.useRealTimers());

  const end = (steps: readonly ShutdownStep[], ownWork: () => Promise<void> = async () => {}) => {
    const { close, limitMs } = createShutdown(steps, logger);
    const program = new Program();
    const closeAll = async () => {
      const clean = await close();
      await ownWork();
      return clean;
    };
    endOnSignals({ close: closeAll, limitMs }, program);
    program.emit("SIGTERM");
    return { program, limitMs };
  };

  it("OP-10 comes to its last step, whatever hung before, each for as long as it may", async () => {
    const last = vi.fn();
    const { program, limitMs } = end([
      { name: "flush rooms", limitMs: 10_000, run: hangs },
      { name: "close sockets", limitMs: 21_000, run: hangs },
      { name: "close storage", limitMs: 10_000, run: slowly(9_999) },
      { name: "free the data folder", limitMs: 1000, run: last },
    ]);
    await vi.runAllTimersAsync();
    expect(last).toHaveBeenCalledOnce();
    expect(program.ends[0]).toEqual({ code: 1, at: 10_000 + 21_000 + 9_999 });
    expect(limitMs).toBe(42_000);
  });

  it("OP-10 ends with 0 when every step was done, and with 1 when what comes after them hangs", async () => {
    const steps = [{ name: "close storage", limitMs: 1000, run: () => {} }];
    const orderly = end(steps);
    const hanging = end(steps, hangs);
    await vi.advanceTimersByTimeAsync(1000 + LEEWAY_MS - 1);
    expect(orderly.program.ends).toEqual([{ code: 0, at: 0 }]);
    expect(hanging.program.ends).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(hanging.program.ends).toEqual([{ code: 1, at: 1000 + LEEWAY_MS }]);
  });
});
