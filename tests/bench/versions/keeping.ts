/** A thousand versions of a speech of 10,000 characters: what they weigh and how long they take to list. */
import { performance } from "node:perf_hooks";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { sql } from "kysely";
import { readOrigins } from "@/core/authors/origins";
import { type DocumentNode, documentSchema, FRAGMENT } from "@/core/document/schema";
import { createSharedDocument } from "@/core/document/shared-document";
import { compareFully } from "@/server/compare/compare-fully";
import { openStorage } from "@/server/db/storage";
import { findPassages } from "@/server/search/find-passages";
import { createVersionService } from "@/server/services/versions";
import { openOffice } from "../../helpers/offices";
import type { Random } from "../../helpers/random";
import { writeText } from "../../helpers/shared-edit";
import { speechOf, withChanges } from "./speech-of";

const CHARACTERS = 10_000;
const VERSIONS = 1_000;
/** Changes of a text between two versions: about what a pause of a few minutes separates. */
const CHANGES = 8;
const LISTINGS = 50;
/** Pages in which somebody typed, each with a client id of its own. */
const CLIENTS = 40;

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
    const snapshot = () => ({
      document,
      stateVector: new Uint8Array([0]),
      come: [],
      origins: readOrigins(text.getXmlFragment(FRAGMENT)),
    });
    const versions = createVersionService({
      database: storage.database,
      texts: {
        snapshot: async () => snapshot(),
        snapshotOf: snapshot,
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
    let whole = 0;
    for (let count = 0; count < VERSIONS; count += 1) {
      document = withChanges(document, CHANGES, random);
      write();
      // Named, so that none is thinned away.
      await versions.create(chief, speechId, { name: `第${count + 1}版`, note: "" });
      whole += (await promisify(gzip)(JSON.stringify(document))).length;
    }
    const { bytes } = await storage.database.query((queries) =>
      sql<{ bytes: number }>`select sum(length(bytes) + length(authors)) as bytes from version_texts`
        .execute(queries)
        .then(({ rows }) => rows[0] ?? { bytes: 0 }),
    );
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
      `  texts and where they come from ${megabytes(bytes)} MB; each gzipped on its own ${megabytes(whole)} MB (ours / whole ${(bytes / whole).toFixed(2)})`,
    );
    console.log(`  listing       p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`);
    console.log(`  searching     ${searching.toFixed(0)} ms, reading all texts, in this thread`);
  } finally {
    await storage.close();
  }
}

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(2);
