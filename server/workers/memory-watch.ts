/**
 * Ends its own process where that takes more memory than it may. V8's own limit counts JavaScript's heap alone: not
 * what was sent, nor what unpacks from it. The look is taken on another thread, since work keeps the process's
 * own thread until it is done.
 */
import { once } from "node:events";
import { Worker } from "node:worker_threads";

/** What grows by a gigabyte a second grows by five megabytes meanwhile. */
const LOOK_MS = 5;
const HEAP = { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 1 };
/**
 * JavaScript in a text, so that it needs no file beside each program that is built, and little memory itself.
 * The signal is the one that V8 ends a process by whose heap is full.
 */
const WATCH = `
const { workerData: { most, lookMs } } = require("node:worker_threads");
setInterval(() => {
  if (process.memoryUsage.rss() > most) process.kill(process.pid, "SIGABRT");
}, lookMs);`;

/** From when it resolves the process ends by SIGABRT as soon as it holds more than `most` bytes resident. */
export async function endPastMemory(most: number): Promise<void> {
  const watch = new Worker(WATCH, {
    eval: true,
    workerData: { most, lookMs: LOOK_MS },
    resourceLimits: HEAP,
  });
  await once(watch, "online");
  watch.unref();
}
