/**
 * Random people who split one line, make another kind of it, move it and write in it, all in the same
 * moment. Every letter is another one, so that none can go unnoticed, nor come twice. SEED=… repeats a run.
 */
import type { Node } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { documentSchema } from "@/core/document/schema";
import { type Random, runSeed, seededRandom } from "../helpers/random";
import { editShared, textOf } from "../helpers/shared-edit";
import { openWritingRoom } from "../helpers/writing-room";

const RUNS = 24;
const LINE = "甲乙丙丁戊己庚辛壬癸";
const TYPED = ["子", "丑", "寅", "卯"];

interface RandomChange {
  readonly name: string;
  readonly typed: string;
  readonly edit: (tr: Transaction) => Transaction;
}

function randomChange(random: Random, letter: string): RandomChange {
  const { nodes } = documentSchema();
  const place = 1 + random.below(LINE.length + 1);
  const level = 1 + random.below(4);
  const wrapped = (doc: Node) => documentSchema().node("quotation", null, doc.child(0));
  const changes: RandomChange[] = [
    { name: `split at ${place}`, typed: "", edit: (tr) => tr.split(place) },
    {
      name: `heading ${level}`,
      typed: "",
      edit: (tr) => tr.setBlockType(1, 1, nodes.heading ?? tr.doc.type, { level }),
    },
    {
      name: "quotation",
      typed: "",
      edit: (tr) => tr.replaceWith(0, tr.doc.child(0).nodeSize, wrapped(tr.doc)),
    },
    { name: `${letter} at ${place}`, typed: letter, edit: (tr) => tr.insertText(letter, place) },
  ];
  return random.pick(changes);
}

/** How often each letter stands in the line that was changed and in what became of it. */
function counted(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const letter of text.split("|各单位")[0] ?? "") counts.set(letter, (counts.get(letter) ?? 0) + 1);
  counts.delete("|");
  return counts;
}

/** Takes the line out, or with the next one's beginning. */
function randomRemoval(random: Random): RandomChange {
  const from = random.below(2) === 0 ? 0 : 1 + random.below(LINE.length);
  const edit = (tr: Transaction) =>
    tr.delete(from, from === 0 ? tr.doc.child(0).nodeSize : tr.doc.child(0).nodeSize + 2);
  return { name: `takes out from ${from}`, typed: "", edit };
}

async function run(random: Random, people: number, first?: RandomChange) {
  const { chief, mover, typist, atOnce, settled, text } = await openWritingRoom(LINE);
  const changes = [mover, typist, chief].slice(0, people).map((person, index) => {
    const change = (index === 0 ? first : undefined) ?? randomChange(random, TYPED[index] ?? "");
    return { ...change, make: () => editShared(person.doc, change.edit) };
  });
  await atOnce(...changes.map(({ make }) => make));
  await settled();
  textOf(mover.doc).check();
  const typed = changes.flatMap(({ typed }) => (typed === "" ? [] : [typed]));
  return {
    done: changes.map(({ name }) => name).join(", "),
    text: text(),
    letters: [...LINE, ...typed],
    typed,
  };
}

describe("one line that several people change at once", () => {
  const seed = runSeed();
  console.log(`SEED=${seed}`);

  it(`SY-107 SY-108 has of two people's letters every one once (SEED=${seed})`, async () => {
    const random = seededRandom(seed);
    for (let time = 0; time < RUNS; time += 1) {
      const { done, text, letters } = await run(random, 2);
      expect(counted(text), `${done}: ${text}`).toEqual(new Map(letters.map((letter) => [letter, 1])));
    }
  }, 60_000);

  it(`SY-107 SY-108 loses no letter of three people's (SEED=${seed})`, async () => {
    const random = seededRandom(seed + 1);
    for (let time = 0; time < RUNS; time += 1) {
      const { done, text, letters } = await run(random, 3);
      expect([...counted(text).keys()].sort(), `${done}: ${text}`).toEqual([...letters].sort());
    }
  }, 60_000);

  it(`SY-118 keeps what others type into a line that one of them takes out (SEED=${seed})`, async () => {
    const random = seededRandom(seed + 2);
    for (let time = 0; time < RUNS; time += 1) {
      const { done, text, typed } = await run(random, 2 + random.below(2), randomRemoval(random));
      for (const letter of typed) expect(text.split(letter), `${done}: ${text}`).toHaveLength(2);
    }
  }, 60_000);
});
