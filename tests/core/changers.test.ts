import { expect, it } from "vitest";
import type { BlockOrigins, LetterRun } from "@/core/authors/origins";
import { RemovalIndex } from "@/core/authors/removal-index";
import { decodeRemovals, encodeRemovals, type Removal } from "@/core/authors/removals";
import { changersOf } from "@/core/compare/changers";
import { compareDocuments } from "@/core/compare/compare-documents";
import type { Row, Span } from "@/core/compare/comparison";
import type { DocumentNode } from "@/core/document/schema";
import { newPersonId, type PersonId } from "@/core/ids";
import { nodeText } from "@/core/text/count";

const text = (words: string): DocumentNode => ({ type: "text", text: words });
const p = (words: string): DocumentNode => ({ type: "paragraph", content: [text(words)] });
const item = (words: string): DocumentNode => ({ type: "listItem", content: [p(words)] });
const doc = (...content: DocumentNode[]): DocumentNode => ({ type: "doc", content });

/** The clients' people; client -1 has none. */
const PEOPLE: readonly PersonId[] = [0, 1, 2, 3, 4].map(() => newPersonId());
const personOf = (clientId: number) => PEOPLE[clientId] ?? null;

/** A block's letters, as client and length. */
type Block = readonly (readonly [client: number, length: number])[];

/** Each run with clocks of its own, as in a text of the same words no two of which are one. */
function originsOf(blocks: readonly Block[]): BlockOrigins[] {
  let clock = 0;
  return blocks.map((runs) => {
    const letters = runs.map(([clientId, length]): LetterRun => {
      clock += length;
      return { clientId, clock: clock - length, length };
    });
    return { letters, nodes: [], looks: [] };
  });
}

/** Each change that has somebody, as its words and people. */
function changes(before: DocumentNode, after: DocumentNode, blocks: readonly Block[]): string[] {
  const { rows } = compareDocuments(before, after);
  const origins = {
    before: null,
    after: originsOf(blocks),
    removals: new RemovalIndex([]),
    since: null,
    personOf,
  };
  const worded = (change: Span | Row) => {
    if ("content" in change) return `${change.kind} ${change.content.map(nodeText).join("")}`;
    return "block" in change ? `${change.kind} ${nodeText(change.block)}` : change.kind;
  };
  return [...changersOf(rows, { before, after }, origins)].map(
    ([change, people]) => `${worded(change)}: ${people.map((id) => PEOPLE.indexOf(id)).join()}`,
  );
}

it("VE-44 what stands in the place of words nobody is known to have taken tells who replaced them", () => {
  const before = doc(p("我们要推动高质量发展，这一句不要。"), p("不变的一段。"));
  const after = doc(p("我们要推进高质量发展。"), p("不变的一段。"));
  const blocks: readonly Block[] = [
    [
      [0, 3],
      [1, 2],
      [0, 6],
    ],
    [[0, 6]],
  ];
  expect(changes(before, after, blocks)).toEqual(["added 推进: 1", "deleted 推动: 1"]);
});

it("VE-44 a new block is everybody's who typed in it, and text that nobody is known for has nobody", () => {
  const before = doc(p("原来的一段。"));
  const after = doc(p("原来的一段。"), p("两人合写的一段话。"), p("来路不明的另一段。"));
  const blocks: readonly Block[] = [
    [[0, 6]],
    [
      [2, 4],
      [1, 5],
    ],
    [[-1, 9]],
  ];
  expect(changes(before, after, blocks)).toEqual(["added 两人合写的一段话。: 2,1"]);
});

it("VE-44 so it is in lists, past line breaks", () => {
  const list = (...items: DocumentNode[]): DocumentNode => ({ type: "bulletList", content: items });
  const broken = (last: string): DocumentNode => ({
    type: "paragraph",
    content: [text("上行文字"), { type: "hardBreak" }, text(`下行文字${last}`)],
  });
  const before = doc(list(item("第一条照旧不动"), item("第二条要改")), broken(""));
  const after = doc(list(item("第一条照旧不动"), item("第二条要改动")), broken("加字"));
  const blocks: readonly Block[] = [
    [
      [0, 12],
      [3, 1],
    ],
    [
      [0, 8],
      [4, 2],
    ],
  ];
  const found = changes(before, after, blocks);
  expect(found).toContain("added 加字: 4");
  expect(found.some((change) => change.startsWith("added") && change.endsWith(": 3"))).toBe(true);
});

it("VE-44 letters are followed wherever they were carried, cut up or joined on the way", () => {
  const [one, two, three] = PEOPLE as [PersonId, PersonId, PersonId];
  const removals: Removal[] = [
    { clientId: 7, clock: 0, length: 10, personId: one, carriedTo: { clientId: 8, clock: 100 } },
    { clientId: 8, clock: 104, length: 2, personId: two, carriedTo: null },
    { clientId: 8, clock: 106, length: 4, personId: three, carriedTo: { clientId: 9, clock: 0 } },
  ];
  const index = new RemovalIndex(removals);
  const all = [{ clientId: 7, clock: 0, length: 10 }];
  const nowhere = () => false;
  expect(index.takers(all, nowhere)).toEqual(
    new Map([
      [one, 4],
      [two, 2],
      [three, 4],
    ]),
  );
  expect(index.carriers(all, nowhere)).toEqual(
    new Map([
      [one, 10],
      [three, 4],
    ]),
  );
  // What went after the later text had it counts for nobody.
  expect(index.takers(all, ({ clientId }) => clientId === 8)).toEqual(new Map([[one, 10]]));
  expect(index.traced([{ clientId: 9, clock: 2, length: 3 }])).toEqual([
    { clientId: 9, clock: 2, length: 2, typed: expect.objectContaining({ clientId: 7, clock: 8 }) },
    { clientId: 9, clock: 4, length: 1, typed: expect.objectContaining({ clientId: 9, clock: 4 }) },
  ]);
});

it("VE-44 removals read back as they were written, neighbours as one", () => {
  const [personId] = PEOPLE as [PersonId];
  const single = (clock: number): Removal => ({
    clientId: 2 ** 32 - 1,
    clock,
    length: 1,
    personId,
    carriedTo: null,
  });
  const carried = (clock: number, to: number): Removal => ({
    clientId: 5,
    clock,
    length: 2,
    personId,
    carriedTo: { clientId: 6, clock: to },
  });
  const removals = [
    single(9),
    single(8),
    single(7),
    single(5),
    carried(0, 40),
    carried(2, 42),
    carried(4, 60),
  ];
  expect(decodeRemovals({ personId, bytes: encodeRemovals(removals) })).toEqual([
    { ...carried(0, 40), length: 4 },
    carried(4, 60),
    single(5),
    { ...single(7), length: 3 },
  ]);
});
