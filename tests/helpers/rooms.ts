/** Rooms over a log in memory, with every pause as short as can be. */
import { expect, vi } from "vitest";
import { newSpeechId } from "@/core/ids";
import { localRelay } from "@/server/sync/local-relay";
import { Rooms, type RoomsOptions } from "@/server/sync/rooms";
import { keepingLogger } from "./keeping-logger";
import { MemoryLog } from "./memory-log";

export function openRooms(options: Partial<RoomsOptions> = {}) {
  const log = new MemoryLog();
  const logger = keepingLogger();
  const rooms = new Rooms({
    log,
    relay: localRelay,
    logger,
    loadRemovals: async (speechId) => log.removals.get(speechId) ?? [],
    count: () => ({ characters: 1, spokenUnits: 2 }),
    figuresDelayMs: 1,
    presenceDelayMs: 1,
    idleTimeoutMs: 1,
    retryMs: [1, 2],
    ...options,
  });
  return { log, logger, rooms, speechId: newSpeechId() };
}

/** Waits for a state. */
export function until(condition: () => boolean): Promise<void> {
  return vi.waitFor(() => expect(condition()).toBe(true), { interval: 2, timeout: 20_000 });
}
