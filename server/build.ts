/** Puts the process together: the only place that knows every part. Tests start servers with it too. */
import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Logger } from "pino";
import { decodeRemovals } from "@/core/authors/removals";
import type { PersonId, SpeechId } from "@/core/ids";
import { LIMITS } from "@/core/limits";
import { countDocument } from "@/core/text/count";
import type { ImportedDocument } from "@/core/text/import/classify";
import { importPlainText } from "@/core/text/import/plain-text";
import { sessionSecret } from "./auth/secret";
import { createComparer } from "./compare/comparer";
import { type Config, setLibraryEnvironment } from "./config";
import { holdDataFolder, type ReleaseFolder } from "./data-folder";
import { databaseProblem } from "./database-problem";
import { openStorage, type Storage } from "./db/storage";
import { createWriteCheck } from "./db/write-check";
import { createExporter } from "./export/exporter";
import { createPreviewing } from "./export/preview/previewing";
import { createTypesetting } from "./export/typesetting";
import { createBodyShares } from "./http/body-shares";
import { createConfirmations } from "./http/confirmations";
import { startHeartbeat } from "./http/heartbeat";
import { createListener } from "./http/listener";
import { openNextApp } from "./http/next-app";
import { createOperatorRoutes } from "./http/operator";
import { createSocketServer } from "./http/web-socket";
import { createFileReader } from "./import/file-reader";
import { createNoticeChannel } from "./live/notice-channel";
import { createLogger } from "./logger";
import { openMailer } from "./mail/open-mailer";
import { makeUp } from "./make-up";
import { createMetrics } from "./metrics";
import { createRedisRelay } from "./relay/redis-relay";
import { type Runtime, setRuntime } from "./runtime";
import { createPassageFinder } from "./search/passage-finder";
import { createAuthorService } from "./services/authors";
import { systemClock } from "./services/clock";
import { isClosedText } from "./services/closed-text";
import { dataGeneration } from "./services/data-generation";
import { databaseName } from "./services/database-name";
import { createDecisionService } from "./services/decisions";
import { createDirectiveService } from "./services/directives";
import { createExportService } from "./services/exports";
import { createHouseStyleService } from "./services/house-styles";
import { createImportService } from "./services/imports";
import type { FirstText } from "./services/new-speech";
import { createNoticeService } from "./services/notices";
import { createOfficeStageService } from "./services/office-stages";
import { createPasswords, type PasswordCost, RECOMMENDED_COST } from "./services/passwords";
import { createPeopleService } from "./services/people";
import { createPreviewService } from "./services/previews";
import { createReadingSettingsService } from "./services/reading-settings";
import { createRecordService } from "./services/records";
import { removalsOf } from "./services/removals-of";
import { createSessionService } from "./services/sessions";
import { createSignOffService } from "./services/sign-offs";
import { createSpeechService } from "./services/speeches";
import { createStageService } from "./services/stages";
import { createThreadService } from "./services/threads";
import { createVersionService } from "./services/versions";
import { createShutdown } from "./shutdown";
import { dataFolderFailure, listenFailure } from "./start-error";
import { directiveEdits } from "./sync/directive-edits";
import { liveImports } from "./sync/live-imports";
import { liveThreads } from "./sync/live-threads";
import { localRelay } from "./sync/local-relay";
import type { UpdateLog } from "./sync/ports";
import { Rooms, type RoomsOptions } from "./sync/rooms";
import { updateFromDocument } from "./sync/seed";
import { createVersionTexts } from "./sync/version-texts";
import { handleUpgrades } from "./upgrade";

export interface BuildOptions {
  readonly config: Config;
  /** The project's folder, for pages and routes; null serves the sockets only. */
  readonly nextFolder: string | null;
  readonly logger?: Logger;
  /** Lower than recommended in tests only, which hash many passwords. */
  readonly passwordCost?: PasswordCost;
}

export interface LecternServer {
  /** Where this machine reaches it. */
  readonly url: string;
  readonly port: number;
  readonly runtime: Runtime;
  readonly rooms: Rooms;
  readonly log: UpdateLog;
  /** Ends everything in order; resolves with whether all of it ended well. */
  close(): Promise<boolean>;
  /** What `close` may take at most. */
  readonly closeLimitMs: number;
}

/** Opens storage, rooms and Next, and listens. Throws StartError for what the operator can mend. */
export async function buildServer(options: BuildOptions): Promise<LecternServer> {
  const { nextFolder, passwordCost = RECOMMENDED_COST } = options;
  const logger = options.logger ?? createLogger(options.config);
  setLibraryEnvironment();
  const { storage, secret, release } = await openData(options.config, logger);
  const config: Config = { ...options.config, sessionSecret: secret };

  const relay =
    config.redisUrl === undefined
      ? localRelay
      : await createRedisRelay(config.redisUrl, logger, await databaseName(storage.database));
  const metrics = createMetrics();
  // Called by the rooms long after everything below is there.
  const onPause = async (speechId: SpeechId) => {
    // Each on its own: a version that can't be made keeps nobody from hearing of a broken signature.
    const done = await Promise.allSettled([
      versions.keepAfterPause(speechId),
      signOffs.tellBroken(speechId),
      // What a crash left over.
      decisions.tellProposers(speechId),
    ]);
    const failures = done.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
    if (failures.length > 0) throw new AggregateError(failures, "part of a pause failed");
  };
  const makeUpPause = async (speechId: SpeechId) => {
    try {
      await onPause(speechId);
    } catch (error) {
      logger.error({ err: error, speechId }, "other numbers or open again, no version kept and nobody told");
    }
  };
  const onDecided = (speechId: SpeechId) => decisions.tellProposers(speechId);
  const onRevoked = (personId: PersonId) => bell.revoke(personId);
  const onLargeRemoval: RoomsOptions["onLargeRemoval"] = (...removal) =>
    versions.keepBeforeRemoval(...removal);
  const loadRemovals = async (speechId: SpeechId) =>
    (await storage.database.query((queries) => removalsOf(queries, speechId))).flatMap(decodeRemovals);
  const isClosed = (speechId: SpeechId) => isClosedText(storage.database, speechId);
  const told = { loadRemovals, isClosed, onPause, onDecided, onLargeRemoval, onRevoked };
  const rooms = new Rooms({ log: storage.log, relay, logger, metrics, count: countDocument, ...told });
  metrics.observe(rooms);
  const unread = (personId: PersonId) => notices.unread(personId);
  const bell = createNoticeChannel({ relay, unread, logger });
  const shared = { database: storage.database, rooms, clock: systemClock, bell };
  const notices = createNoticeService(shared);
  const live = liveThreads(rooms);
  const passwords = createPasswords(passwordCost);
  const comparer = createComparer();
  const passages = createPassageFinder();
  const typesetting = createTypesetting({ fontDir: config.fontDir });
  const exporter = createExporter(typesetting);
  const previewing = createPreviewing({ fontDir: config.fontDir });
  const reader = createFileReader();
  const kept = { ...shared, texts: createVersionTexts(rooms), comparer, passages, makeUpPause };
  const versions = createVersionService(kept);
  const signOffs = createSignOffService({ ...kept, live });
  const decisions = createDecisionService({ ...shared, changed: live.changed });
  const runtime: Runtime = {
    config,
    authors: createAuthorService(storage.database, kept.texts),
    people: createPeopleService({ ...shared, passwords }),
    sessions: createSessionService({ ...shared, passwords }),
    speeches: createSpeechService({ ...shared, updateFromText, makeUpPause }),
    threads: createThreadService({ ...shared, live, logger }),
    notices,
    directives: createDirectiveService({ ...shared, live, edits: directiveEdits(rooms), logger }),
    readingSettings: createReadingSettingsService(storage.database),
    decisions,
    versions,
    stages: createStageService(kept),
    officeStages: createOfficeStageService(storage.database),
    signOffs,
    exports: createExportService({ ...kept, exporter, typesetting }),
    previews: createPreviewService({ database: storage.database, texts: rooms, previewing }),
    imports: createImportService({ ...kept, live: liveImports(rooms, comparer), reader, firstText }),
    houseStyles: createHouseStyleService(shared),
    records: createRecordService({ ...shared, typesetting }),
    dataGeneration: () => dataGeneration(storage.database),
    bodyShares: createBodyShares(LIMITS.bodyBytesPerPerson),
    log: logger,
  };
  setRuntime(runtime);

  const nextApp =
    nextFolder === null
      ? null
      : await openNextApp({ folder: nextFolder, development: config.mode === "development" });
  const operator = createOperatorRoutes({
    config,
    metrics,
    checks: {
      database: createWriteCheck(storage),
      relay: async () => relay.available,
    },
  });
  const server = createListener({ config, logger, nextApp, operator });
  const sockets = createSocketServer();
  const confirmations = createConfirmations(relay);
  handleUpgrades({ server, sockets, rooms, channel: bell, runtime, confirmations, nextApp, logger, metrics });
  const stopHeartbeat = startHeartbeat(sockets, metrics.silent);

  const mailer = await openMailer(config, storage.database, logger);
  let stopMakingUp = () => {};
  const { close, limitMs: closeLimitMs } = createShutdown(
    [
      { name: "stop accepting", limitMs: 1000, run: () => void server.close() },
      { name: "stop making up", limitMs: 1000, run: () => stopMakingUp() },
      { name: "flush rooms", limitMs: 10_000, run: () => rooms.close() },
      {
        name: "close sockets",
        limitMs: 2000,
        run: () => {
          stopHeartbeat();
          confirmations.close();
          for (const socket of sockets.clients) socket.terminate();
          sockets.close();
          server.closeAllConnections();
        },
      },
      { name: "end comparisons", limitMs: 1000, run: () => comparer.close() },
      { name: "end searches", limitMs: 1000, run: () => passages.close() },
      { name: "end imports", limitMs: 1000, run: () => reader.close() },
      { name: "end exports", limitMs: 1000, run: () => exporter.close() },
      { name: "end previews", limitMs: 1000, run: () => previewing.close() },
      { name: "end typesetting", limitMs: 1000, run: () => typesetting.close() },
      { name: "end mail", limitMs: 2000, run: () => mailer?.close() },
      { name: "close notices", limitMs: 1000, run: () => bell.close() },
      { name: "close relay", limitMs: 1000, run: () => relay.close?.() },
      { name: "close Next", limitMs: 5000, run: () => nextApp?.close() },
      { name: "close storage", limitMs: 10_000, run: () => storage.close() },
      { name: "free the data folder", limitMs: 1000, run: release },
      { name: "forget the runtime", limitMs: 1000, run: () => setRuntime(undefined) },
    ],
    logger,
  );
  try {
    const port = await listen(server, config);
    stopMakingUp = makeUp({ ...shared, logger, makeUpPause });
    return { url: `http://localhost:${port}`, port, runtime, rooms, log: storage.log, close, closeLimitMs };
  } catch (error) {
    await close();
    throw listenFailure(error, config);
  }
}

interface OpenData {
  readonly storage: Storage;
  readonly secret: string;
  readonly release: ReleaseFolder;
}

/** Holds the folder first: nothing is read or written before no other process can. */
async function openData(config: Config, logger: Logger): Promise<OpenData> {
  const { dataDir, databaseUrl } = config;
  const release = databaseUrl === undefined ? await holdDataFolder(dataDir) : () => {};
  try {
    const onConnectionLost = (error: Error) => logger.warn({ err: error }, "database connection lost");
    const storage = await openStorage({ dataDir, databaseUrl, onConnectionLost });
    await dataGeneration(storage.database);
    return { storage, secret: await sessionSecret(config), release };
  } catch (error) {
    release();
    throw databaseProblem(dataFolderFailure(error, config));
  }
}

/** A new speech's text, read with the numbering that it was typed with. */
const updateFromText = (text: string): FirstText => firstText(importPlainText(text));

/** A new speech's text as its first log row. */
function firstText({
  document,
  numberingStyle,
}: Pick<ImportedDocument, "document" | "numberingStyle">): FirstText {
  const { characters, spokenUnits } = countDocument(document);
  return { ...updateFromDocument(document), characters, spokenUnits, numberingStyle };
}

async function listen(server: Server, { port, host }: Config): Promise<number> {
  server.listen({ port, host });
  await once(server, "listening");
  // A TCP server's address is an AddressInfo; a string is for pipes.
  return (server.address() as AddressInfo).port;
}
