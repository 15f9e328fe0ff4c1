import { afterEach, describe, expect, it } from "vitest";
import { compareDocuments } from "@/core/compare/compare-documents";
import { type Comparer, createComparer } from "@/server/compare/comparer";
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
