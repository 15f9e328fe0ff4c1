/** Several people suggest and write at once, offline for a while and back: their edits cross all the time. */
import { describe, expect, it } from "vitest";
import type { Role } from "@/core/access";
import { newPersonId } from "@/core/ids";
import { listSuggestions } from "@/core/review/list-suggestions";
import { acceptAll, rejectAll, settle } from "@/core/review/settle";
import { type Random, runSeed, seededRandom } from "../helpers/random";
import { randomEdit, randomSpeech } from "../helpers/random-speech";
import { openRooms, until } from "../helpers/rooms";
import { editShared, suggestShared, textOf, writeText } from "../helpers/shared-edit";
import { SyncClient } from "../helpers/sync-client";

const STEPS = 50;

interface Person {
  readonly role: Role;
  readonly direct: boolean;
  client: SyncClient;
}

async function openSpeech(random: Random, kinds: readonly Pick<Person, "role" | "direct">[]) {
  const { log, rooms, speechId } = openRooms({ idleTimeoutMs: 60_000 });
  const chief = new SyncClient(rooms, speechId, { role: "chief" });
  await until(() => chief.role !== null);
  writeText(chief.doc, randomSpeech(random));
  await until(() => chief.allSaved);
  const people: Person[] = kinds.map((kind) => ({
    ...kind,
    client: new SyncClient(rooms, speechId, {
      role: kind.role,
      personId: newPersonId(),
      suggests: !kind.direct,
    }),
  }));
  /** Whoever is refused stays away, and nobody settles. */
  const isAway = ({ client }: Person) => client.closed?.code === 1006;
  const everybody = () => [chief, ...people.map(({ client }) => client)];
  const drop = (person: Person) => person.client.disconnect();
  const comeBack = (person: Person) => {
    const { doc, personId, suggests } = person.client;
    person.client = new SyncClient(rooms, speechId, { role: person.role, personId, doc, suggests });
  };
  const settled = async () => {
    const isSettled = () =>
      everybody().every(({ closed, allSaved }) => closed === null && allSaved) &&
      new Set(everybody().map(({ fragment }) => fragment.toString())).size === 1;
    const converged = () =>
      until(() => {
        for (const person of people) {
          if (isAway(person)) comeBack(person);
        }
        return isSettled();
      });
    await converged();
    // What went with a line that was moved is put back behind everything else.
    await rooms.textOf(speechId);
    await converged();
    expect(chief.closed).toBeNull();
  };
  await settled();
  const writeAtRandom = async () => {
    for (let step = 0; step < STEPS; step += 1) {
      const person = random.pick(people);
      const { client } = person;
      if (random.chance(0.2)) client.closed === null ? drop(person) : comeBack(person);
      const text = textOf(person.client.doc);
      const edit = randomEdit(text, random);
      if (edit === null) continue;
      if (person.direct) editShared(person.client.doc, () => edit);
      else suggestShared(person.client.doc, person.client.personId, () => edit);
      // Now and then everything arrives, else what is on its way crosses.
      if (random.chance(0.3)) await until(() => chief.allSaved);
    }
    await settled();
  };
  return { log, speechId, chief, people, settled, writeAtRandom };
}

describe("suggestions by several people with drops", () => {
  it("SU-50 rejected all leave the base; accepted one by one, in any order and by anybody, they leave what accepting all does", async () => {
    const seed = runSeed();
    console.log(`SEED=${seed}`);
    for (let run = 0; run < 4; run += 1) {
      const random = seededRandom(seed + run);
      const kinds = [
        { role: "suggester", direct: false },
        { role: "suggester", direct: false },
        { role: "editor", direct: false },
      ] as const;
      const { chief, people, settled, writeAtRandom } = await openSpeech(random, kinds);
      const base = rejectAll(textOf(chief.doc));
      await writeAtRandom();
      const proposed = textOf(chief.doc);
      expect(listSuggestions(proposed).length).toBeGreaterThan(3);
      expect(rejectAll(proposed).toString()).toBe(base.toString());
      const editor = people.find(({ role }) => role === "editor");
      for (;;) {
        const decider = random.chance(0.5) ? chief : (editor?.client ?? chief);
        const ids = listSuggestions(textOf(decider.doc)).map(({ id }) => id);
        if (ids.length === 0) break;
        const chosen = random.pick(ids);
        decider.suggests = false;
        writeText(
          decider.doc,
          settle(textOf(decider.doc), ({ id }) => (id === chosen ? "accept" : "keep")),
        );
        await settled();
      }
      expect(textOf(chief.doc).toString()).toBe(acceptAll(proposed).toString());
    }
  });

  it("SU-53 beside people who write directly nobody is refused either, everybody ends with one text, and what became of each suggestion is known", async () => {
    const seed = runSeed();
    console.log(`SEED=${seed}`);
    for (let run = 0; run < 4; run += 1) {
      const kinds = [
        { role: "suggester", direct: false },
        { role: "editor", direct: true },
        { role: "editor", direct: false },
      ] as const;
      const { chief, log, speechId, writeAtRandom } = await openSpeech(seededRandom(seed + run), kinds);
      await writeAtRandom();
      // Whatever direct writing took away with it was noted, and nothing twice.
      const standing = new Set(listSuggestions(textOf(chief.doc)).map(({ id }) => id));
      const last = new Map(log.decisionsOn(speechId).map(({ suggestion, outcome }) => [suggestion, outcome]));
      for (const [suggestion, outcome] of last) {
        expect([suggestion, outcome === "reopened"]).toEqual([suggestion, standing.has(suggestion)]);
      }
    }
  });
});
