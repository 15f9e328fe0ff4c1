/**
 * How long a speech with a long editing history takes to open from a restarted server: the recorded
 * history of automerge-paper (259,778 edits), once as a snapshot with a short tail of rows and once with
 * the longest tail that a server leaves: `npm run bench:open`. The recording isn't part of the project;
 * without it this says so.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import * as Y from "yjs";
import { FRAGMENT } from "@/core/document/fragment";
import { createSharedDocument } from "@/core/document/shared-document";
import type { SpeechId } from "@/core/ids";
import { openStorage, type Storage } from "@/server/db/storage";
import { localRelay } from "@/server/sync/local-relay";
import { Rooms } from "@/server/sync/rooms";
import { keepingLogger } from "../helpers/keeping-logger";
import { openOffice } from "../helpers/offices";
import { SyncClient } from "../helpers/sync-client";
import { readTrace } from "../helpers/trace";

const EDITS_PER_ROW = 50;
/** ROWS_BEFORE_COMPACTION of server/sync/live-room.ts, and what a pause leaves. */
const TAILS = [500, 10];
const RESTARTS = 7;
/** From the socket to the whole text on its way. */
const AIM_MS = 200;
const SCRIPT = fileURLToPath(import.meta.url);

interface Opened {
  readonly openMs: number;
  readonly cpuMs: number;
  readonly bareMs: number;
  readonly characters: number;
}

const open = (dataDir: string): Promise<Storage> =>
  openStorage({ dataDir, databaseUrl: undefined, onConnectionLost: () => undefined });

if (process.argv[2] === "open") {
  const [dataDir = "", speechId = ""] = process.argv.slice(3);
  console.log(JSON.stringify(await openOnce(dataDir, speechId as SpeechId)));
} else await measure();

async function measure(): Promise<void> {
  const trace = readTrace("automerge-paper") as unknown as {
    txns: { patches: [number, number, string][] }[];
  };
  if (trace === null) return console.log("The recorded history automerge-paper isn't on this machine.");
  const folder = mkdtempSync(join(tmpdir(), "lectern-bench-"));
  try {
    const { speechId, rows } = await store(folder, trace.txns);
    console.log(
      `${trace.txns.length} edits in ${rows} rows, Node ${process.version}, ${RESTARTS} restarts each`,
    );
    for (const tail of TAILS) {
      await compactTo(folder, speechId, rows - tail);
      const runs = Array.from({ length: RESTARTS }, () => restart(folder, speechId));
      const median = (pick: (run: Opened) => number) =>
        runs.map(pick).sort((a, b) => a - b)[RESTARTS >> 1] ?? Number.NaN;
      const [openMs, bareMs] = [median((run) => run.openMs), median((run) => run.bareMs)];
      console.log(
        `  snapshot and ${tail} rows: the text leaves ${openMs.toFixed(0)} ms after the socket came, ` +
          `${median((run) => run.cpuMs).toFixed(0)} ms of processor; bare Yjs on the same rows ` +
          `${bareMs.toFixed(0)} ms (ours / bare ${(openMs / bareMs).toFixed(2)}), ${runs[0]?.characters} characters; ` +
          `aim ${AIM_MS} ms ${openMs < AIM_MS ? "met" : "not met"}`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function store(dataDir: string, txns: readonly { patches: [number, number, string][] }[]) {
  const storage = await open(dataDir);
  const office = await openOffice(storage);
  const { id: speechId } = await office.addSpeech(await office.addPerson());
  const doc = createSharedDocument();
  const text = new Y.XmlText();
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [text]);
  let update: Uint8Array = new Uint8Array();
  doc.on("update", (bytes: Uint8Array) => {
    update = bytes;
  });
  doc.getXmlFragment(FRAGMENT).insert(0, [paragraph]);
  await storage.log.append({ speechId, update, bindings: [] });
  let rows = 1;
  for (let at = 0; at < txns.length; at += EDITS_PER_ROW) {
    doc.transact(() => {
      for (const { patches } of txns.slice(at, at + EDITS_PER_ROW)) {
        for (const [position, deleted, inserted] of patches) {
          if (deleted > 0) text.delete(position, deleted);
          if (inserted !== "") text.insert(position, inserted);
        }
      }
    });
    await storage.log.append({ speechId, update, bindings: [] });
    rows += 1;
  }
  await storage.close();
  return { speechId, rows };
}

/** As a room does: everything up to that row becomes one. */
async function compactTo(dataDir: string, speechId: SpeechId, upToSeq: number): Promise<void> {
  const storage = await open(dataDir);
  const { updates, lastSeq } = await storage.log.load(speechId);
  const merged = updates.slice(0, updates.length - (lastSeq - upToSeq));
  await storage.log.compact(speechId, upToSeq, Y.mergeUpdates([...merged]));
  await storage.close();
}

function restart(dataDir: string, speechId: SpeechId): Opened {
  const out = execFileSync(process.execPath, ["--import", "tsx", SCRIPT, "open", dataDir, speechId]);
  return JSON.parse(out.toString());
}

/** In a process of its own: from the socket to the whole text on its way to the client. */
async function openOnce(dataDir: string, speechId: SpeechId): Promise<Opened> {
  const storage = await open(dataDir);
  const rooms = new Rooms({
    log: storage.log,
    relay: localRelay,
    logger: keepingLogger(),
    count: () => ({ characters: 1, spokenUnits: 1 }),
  });
  // From source the thread of the log compiles itself at first use; a built server's is there at once.
  await storage.log.load(speechId, Number.MAX_SAFE_INTEGER);
  const cpu = process.cpuUsage();
  const start = performance.now();
  const doc = createSharedDocument();
  let openMs = Number.NaN;
  let used = process.cpuUsage(cpu);
  // What the client does with the text from here on is the client's own time.
  doc.on("beforeTransaction", () => {
    openMs = performance.now() - start;
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
  await rooms.close();
  await storage.close();
  return { openMs, cpuMs: (used.user + used.system) / 1000, bareMs, characters };
}
