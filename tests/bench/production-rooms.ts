/** Rooms with everything that server/build.ts gives them, for benchmarks that start no whole server. */
import type { Logger } from "pino";
import { decodeRemovals } from "@/core/authors/removals";
import type { PersonId, SpeechId } from "@/core/ids";
import { countDocument } from "@/core/text/count";
import { createComparer } from "@/server/compare/comparer";
import type { Storage } from "@/server/db/storage";
import { createNoticeChannel } from "@/server/live/notice-channel";
import { createMetrics, type Metrics } from "@/server/metrics";
import { createPassageFinder } from "@/server/search/passage-finder";
import { systemClock } from "@/server/services/clock";
import { isClosedText } from "@/server/services/closed-text";
import { createDecisionService } from "@/server/services/decisions";
import { createNoticeService } from "@/server/services/notices";
import { removalsOf } from "@/server/services/removals-of";
import { createSignOffService } from "@/server/services/sign-offs";
import { createVersionService, type VersionService } from "@/server/services/versions";
import { liveThreads } from "@/server/sync/live-threads";
import { localRelay } from "@/server/sync/local-relay";
import type { Relay, UpdateLog } from "@/server/sync/ports";
import { Rooms } from "@/server/sync/rooms";
import { createVersionTexts } from "@/server/sync/version-texts";

interface Parts {
  readonly storage: Storage;
  readonly logger: Logger;
  /** The storage's own, unless somebody listens in. */
  readonly log?: UpdateLog;
  readonly relay?: Relay;
}

export interface ProductionRooms {
  readonly rooms: Rooms;
  readonly metrics: Metrics;
  readonly versions: VersionService;
  /** Stores what is accepted and ends the threads; the storage stays open. */
  close(): Promise<void>;
}

export function productionRooms(parts: Parts): ProductionRooms {
  const { storage, logger, log = storage.log, relay = localRelay } = parts;
  const { database } = storage;
  const metrics = createMetrics();
  const onPause = async (speechId: SpeechId) => {
    await versions.keepAfterPause(speechId);
    await signOffs.tellBroken(speechId);
    await decisions.tellProposers(speechId);
  };
  const loadRemovals = async (speechId: SpeechId) =>
    (await database.query((queries) => removalsOf(queries, speechId))).flatMap(decodeRemovals);
  const rooms = new Rooms({
    log,
    relay,
    logger,
    metrics,
    count: countDocument,
    loadRemovals,
    isClosed: (speechId) => isClosedText(database, speechId),
    onPause,
    onDecided: (speechId) => decisions.tellProposers(speechId),
    onLargeRemoval: (...removal) => versions.keepBeforeRemoval(...removal),
    onRevoked: (personId) => bell.revoke(personId),
  });
  metrics.observe(rooms);
  const unread = (personId: PersonId) => notices.unread(personId);
  const bell = createNoticeChannel({ relay, unread, logger });
  const shared = { database, rooms, clock: systemClock, bell };
  const notices = createNoticeService(shared);
  const live = liveThreads(rooms);
  const [comparer, passages] = [createComparer(), createPassageFinder()];
  const kept = { ...shared, texts: createVersionTexts(rooms), comparer, passages, makeUpPause: onPause };
  const versions = createVersionService(kept);
  const signOffs = createSignOffService({ ...kept, live });
  const decisions = createDecisionService({ ...shared, changed: live.changed });
  return {
    rooms,
    metrics,
    versions,
    async close() {
      await rooms.close();
      await Promise.all([comparer.close(), passages.close()]);
      bell.close();
    },
  };
}
