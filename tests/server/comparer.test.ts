import { afterEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { LetterRun } from "@/core/authors/origins";
import { encodeRemovals, type Removal } from "@/core/authors/removals";
import { compareDocuments } from "@/core/compare/compare-documents";
import type { DocumentNode } from "@/core/document/schema";
import type { PersonId } from "@/core/ids";
import { type Comparer, createComparer } from "@/server/compare/comparer";
import type { Traces } from "@/server/compare/name-changers";
import { seededRandom } from "../helpers/random";
import { randomDocument } from "../helpers/random-document";

const random = seededRandom(7);
const before = randomDocument(random, 12);
const after = randomDocument(random, 12);
let comparer: Comparer | undefined;
afterEach(() => comparer?.close());

// Starting a thread from TypeScript takes seconds where other tests share the machine.
describe("the comparing thread", { timeout: 60_000 }, () => {
  it("VE-15 compares as this thread would", async () => {
    comparer = createComparer();
    const [one, other] = await Promise.all([
      comparer.compare(before, after),
      comparer.compare(after, before),
    ]);
    expect(one.comparison).toEqual(compareDocuments(before, after));
    expect(other.comparison).toEqual(compareDocuments(after, before));
  });

  it("VE-15 VE-44 names who made the changes there too", async () => {
    comparer = createComparer();
    const [one, other] = ["a".repeat(20), "b".repeat(20)] as PersonId[];
    const p = (text: string): DocumentNode => ({ type: "paragraph", content: [{ type: "text", text }] });
    const doc = (text: string): DocumentNode => ({ type: "doc", content: [p(text)] });
    const origin = (letters: readonly LetterRun[]) => [{ letters, nodes: [], looks: [] }];
    const removal: Removal = {
      clientId: 1,
      clock: 2,
      length: 3,
      personId: other as PersonId,
      carriedTo: null,
    };
    const traces: Traces = {
      isBackwards: false,
      before: origin([{ clientId: 1, clock: 0, length: 6 }]),
      after: origin([
        { clientId: 1, clock: 0, length: 2 },
        { clientId: 1, clock: 5, length: 1 },
        { clientId: 2, clock: 0, length: 3 },
      ]),
      stateVector: Y.encodeStateVector(new Map([[1, 6]])),
      removals: [{ personId: other as PersonId, bytes: encodeRemovals([removal]) }],
      people: new Map([
        [1, one as PersonId],
        [2, one as PersonId],
      ]),
    };
    const { changers } = await comparer.compare(doc("推动高质量。"), doc("推动。要落实"), traces);
    expect(changers).toEqual([[other], [one]]);
    expect((await comparer.compare(before, after)).changers).toBeNull();
  });

  it("VE-15 ends a comparison that takes too long, and starts anew for the next", async () => {
    let limitMs = 0;
    comparer = createComparer(() => limitMs);
    await expect(comparer.compare(before, after)).rejects.toMatchObject({ code: "too-large" });
    limitMs = 50_000;
    expect((await comparer.compare(before, after)).comparison).toEqual(compareDocuments(before, after));
  });

  it("VE-15 gives up what was asked for when the server ends", async () => {
    comparer = createComparer();
    const asked = comparer.compare(before, after);
    await Promise.all([comparer.close(), expect(asked).rejects.toMatchObject({ code: "shutting-down" })]);
    await expect(comparer.compare(before, after)).rejects.toMatchObject({ code: "shutting-down" });
  });
});
