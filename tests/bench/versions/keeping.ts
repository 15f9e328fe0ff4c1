/** A thousand versions of a speech of 10,000 characters: what they weigh and how long they take to list. */
import { performance } from "node:perf_hooks";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import * as Y from "yjs";
import { type DocumentNode, documentSchema } from "@/core/document/schema";
import { createSharedDocument } from "@/core/document/shared-document";
import { compareFully } from "@/server/compare/compare-fully";
import { openStorage } from "@/server/db/storage";
import { findPassages } from "@/server/search/find-passages";
import { createVersionService } from "@/server/services/versions";
import { takeSnapshot } from "@/server/sync/snapshot";
import { openOffice } from "../../helpers/offices";
import type { Random } from "../../helpers/random";
import { writeText } from "../../helpers/shared-edit";
import { tableSizes } from "../table-sizes";
import { speechOf, withChanges } from "./speech-of";

const CHARACTERS = 10_000;
const VERSIONS = 1_000;
/** Changes of a text between two versions: about what a pause of a few minutes separates. */
const CHANGES = 8;
const LISTINGS = 50;
/** Pages in which somebody typed, each with a client id of its own. */
const CLIENTS = 40;
const PEOPLE = 5;
/** Everything that keeping a version writes. */
const TABLES = ["version_texts", "versions", "version_people", "record_entries", "record_heads"];
const AIM_BYTES = 10e6;

export async function measureKeeping(random: Random, dataDir: string): Promise<void> {
  const storage = await openStorage({ dataDir, databaseUrl: undefined, onConnectionLost: () => undefined });
  try {
    const office = await openOffice(storage);
    const chief = await office.addPerson();
    const { id: speechId } = await office.addSpeech(chief);
    let document: DocumentNode = speechOf(CHARACTERS, random);
    // A real shared text, so that what a version keeps of its origins is as large as in life.
    const text = createSharedDocument();
    const clients = Array.from({ length: CLIENTS }, () => random.below(2 ** 32));
    const write = () => {
      text.clientID = random.pick(clients);
      writeText(text, documentSchema().nodeFromJSON(document));
    };
    write();
    const people = [chief];
    while (people.length < PEOPLE) people.push(await office.addMember(chief, speechId, "editor"));
    // A version says who typed how much since the last one.
    await storage.log.append({
      speechId,
      update: Y.encodeStateAsUpdate(text),
      bindings: clients.map((clientId, at) => ({ clientId, personId: (people[at % PEOPLE] ?? chief).id })),
    });
    const snapshotOf = (_: unknown, since: Uint8Array | null) => takeSnapshot(text, since);
    const versions = createVersionService({
      database: storage.database,
      texts: {
        snapshot: async (...asked) => snapshotOf(...asked),
        snapshotOf,
        restore: async () => {
          throw new Error("nothing is brought back here");
        },
      },
      comparer: {
        compare: async (before, after) => compareFully({ before, after }),
        close: async () => undefined,
      },
      passages: { find: async (search) => findPassages(search), close: async () => undefined },
      clock: office.clock,
    });
    const emptySizes = await tableSizes(storage.database, TABLES);
    let whole = 0;
    for (let count = 0; count < VERSIONS; count += 1) {
      document = withChanges(document, CHANGES, random);
      write();
      // Named, so that none is thinned away.
      await versions.create(chief, speechId, { name: `第${count + 1}版`, note: "" });
      whole += (await promisify(gzip)(JSON.stringify(document))).length;
    }
    const sizes = await tableSizes(storage.database, TABLES);
    const grown = TABLES.map((name) => (sizes.get(name) ?? 0) - (emptySizes.get(name) ?? 0));
    const bytes = grown.reduce((sum, size) => sum + size, 0);
    const texts = grown[0] ?? 0;
    const times: number[] = [];
    for (let round = 0; round < LISTINGS; round += 1) {
      const start = performance.now();
      await versions.list(chief, speechId);
      times.push(performance.now() - start);
    }
    times.sort((a, b) => a - b);
    const start = performance.now();
    await versions.search(chief, speechId, "发展");
    const searching = performance.now() - start;
    const at = (share: number) => (times[Math.floor(LISTINGS * share)] ?? 0).toFixed(1);
    console.log(`\n${VERSIONS} versions of ${CHARACTERS} characters, ${CHANGES} changes apart`);
    console.log(
      `  whole tables  ${megabytes(bytes)} of the ${megabytes(AIM_BYTES)} MB aimed at: ${TABLES.map((name, at) => `${name} ${megabytes(grown[at] ?? 0)}`).join(", ")}`,
    );
    console.log(
      `  texts and where they come from, of these ${megabytes(texts)} MB; each text gzipped on its own ${megabytes(whole)} MB (ours / whole ${(texts / whole).toFixed(2)})`,
    );
    console.log(`  listing       p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`);
    console.log(`  searching     ${searching.toFixed(0)} ms, reading all texts, in this thread`);
  } finally {
    await storage.close();
  }
}

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(2);
