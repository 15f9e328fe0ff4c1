/**
 * A server's process after its restart, bundled as in production, with all that production gives its rooms: one
 * client comes, and the time runs from its socket to the whole text on its way. Prints what it took as JSON.
 */
import { performance } from "node:perf_hooks";
import { pino } from "pino";
import * as Y from "yjs";
import { createSharedDocument } from "@/core/document/shared-document";
import { speechIdSchema } from "@/core/ids";
import { SyncClient } from "../../helpers/sync-client";
import { productionRooms } from "../production-rooms";
import { openFolder } from "./history";

export interface Opened {
  /** From the socket to the text on its way. */
  readonly elapsedMs: number;
  /** Of all the process's threads meanwhile: the server's, the log's, V8's that compile and collect garbage. */
  readonly cpuMs: number;
  /** Bare Yjs: the same rows into a document and out again. */
  readonly bareMs: number;
  readonly characters: number;
}

const { BENCH_FOLDER: dataDir = "", BENCH_SPEECH = "", BENCH_LOG_RUNS = "" } = process.env;
const speechId = speechIdSchema.parse(BENCH_SPEECH);
const storage = await openFolder(dataDir);
const { rooms, close } = productionRooms({
  storage,
  logger: pino({ level: "warn" }, pino.destination(2)),
});
// The log's thread starts with its first call: whoever opens the first speech of all waits for that too.
if (BENCH_LOG_RUNS !== "") await storage.log.load(speechId, Number.MAX_SAFE_INTEGER);

const cpu = process.cpuUsage();
const start = performance.now();
const doc = createSharedDocument();
let elapsedMs = Number.NaN;
let used = process.cpuUsage(cpu);
// What the client does with the text from here on is the client's own time.
doc.once("beforeTransaction", () => {
  elapsedMs = performance.now() - start;
  used = process.cpuUsage(cpu);
});
const client = new SyncClient(rooms, speechId, { role: "viewer", doc });
await new Promise<void>((resolve) => {
  doc.on("update", () => client.fragment.length > 0 && resolve());
});

const { updates } = await storage.log.load(speechId);
const bareStart = performance.now();
const bare = new Y.Doc();
bare.transact(() => {
  for (const update of updates) Y.applyUpdate(bare, update);
});
Y.encodeStateAsUpdate(bare);
const bareMs = performance.now() - bareStart;

const characters = client.fragment.toString().length;
const cpuMs = (used.user + used.system) / 1000;
console.log(JSON.stringify({ elapsedMs, cpuMs, bareMs, characters } satisfies Opened));
await close();
await storage.close();
