/**
 * A log that other nodes write too. Each row says which clocks it fills: two nodes that let one client
 * id in at once, each without the other's row, would give the same ids two texts, and the pages of one
 * could never be brought level with those of the other. The log takes the first and refuses the second.
 */
import * as Y from "yjs";
import type { ClockRange, UpdateLog } from "./ports";

export function sharedLog(log: UpdateLog): UpdateLog {
  return {
    append: (entry) => log.append({ ...entry, clocks: clocksOf(entry.update) }),
    load: (speechId, afterSeq) => log.load(speechId, afterSeq),
    compact: (speechId, upToSeq, merged) => log.compact(speechId, upToSeq, merged),
    recordFigures: (speechId, figures) => log.recordFigures(speechId, figures),
  };
}

/** What an update without gaps fills, of each client. */
function clocksOf(update: Uint8Array): ClockRange[] {
  const { from, to } = Y.parseUpdateMeta(update);
  return [...to].map(([clientId, end]) => ({ clientId, from: from.get(clientId) ?? 0, to: end }));
}
