/**
 * Random speeches that several people edit at once, some directly and some in 修订, offline for a while and back; and two
 * others in which the same people make the same edits in the same order, once all of them directly, once only the direct
 * ones. SEED=… repeats a run.
 */
import type { Node } from "@tiptap/pm/model";
import { expect, it } from "vitest";
import { documentSchema } from "@/core/document/schema";
import { listSuggestions } from "@/core/review/list-suggestions";
import { isSameText } from "@/core/review/same-text";
import { acceptAll, rejectAll, settle } from "@/core/review/settle";
import { EditedSpeech } from "../helpers/edited-speech";
import { letteredEdit } from "../helpers/lettered-edits";
import { type Random, runSeed, seededRandom } from "../helpers/random";
import { randomSpeech } from "../helpers/random-speech";
import { UniqueLetters } from "../helpers/unique-letters";

const RUNS = 8;
const ROUNDS = 4;
const STEPS = 20;
const ROLES = ["suggester", "suggester", "editor", "editor"] as const;
const SUGGESTERS = 2;
/** Instead of who holds something. */
const NOBODY = -1;

const seed = runSeed();

it(`SU-84 accepted all, one by one in any order, they leave what editing directly does; rejected all, the direct edits alone (SEED=${seed})`, async () => {
  console.log(`SEED=${seed}`);
  const tally = { direct: 0, crossing: 0, decided: 0 };
  for (let run = 0; run < RUNS; run += 1) {
    try {
      await editAtRandom(seededRandom(seed + run), tally);
    } catch (error) {
      throw new Error(`SEED=${seed + run}: ${error instanceof Error ? error.message : error}`, {
        cause: error,
      });
    }
  }
  console.log(tally);
  for (const count of Object.values(tally)) expect(count).toBeGreaterThan(RUNS);
}, 60_000);

/** How much of what is to be held came about: edits made directly, made while another's were on their way, and decisions. */
type Tally = Record<"direct" | "crossing" | "decided", number>;

async function editAtRandom(random: Random, tally: Tally): Promise<void> {
  const letters = new UniqueLetters();
  const start = letters.relabelled(longSpeech(random));
  const proposed = await EditedSpeech.open(start, ROLES);
  const [direct, base] = [await EditedSpeech.open(start, EDITORS), await EditedSpeech.open(start, EDITORS)];
  const speeches = [proposed, direct, base];
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const modes = ROLES.map((_, person) => person < SUGGESTERS || random.chance(0.5));
      for (const [person, suggests] of modes.entries()) proposed.propose(person, suggests);
      /**
       * Who changes what until all have the same text again. Of two who write in one gap, give the same words two looks or
       * change one line while the other parts it, the outcome is chance, and another in each speech.
       */
      const held = new Map<string, number>();
      for (let step = 0; step < STEPS; step += 1) {
        const person = random.below(ROLES.length);
        if (random.chance(0.2)) {
          for (const speech of speeches)
            speech.isAway(person) ? speech.comeBack(person) : speech.drop(person);
        }
        const isDirect = modes[person] === false;
        const edit = letteredEdit(proposed.textAt(person), { isDirect, random, letters });
        if (edit === null || edit.touched.some((letter) => (held.get(letter) ?? person) !== person)) continue;
        if ([...held.values()].some((other) => other !== person)) tally.crossing += 1;
        if (isDirect) tally.direct += 1;
        for (const letter of edit.touched) held.set(letter, person);
        for (const gap of edit.closed ?? []) held.set(gap, NOBODY);
        const made = (isDirect ? speeches : [proposed, direct]).map((speech) => speech.edit(person, edit));
        expect(new Set(made).size).toBe(1);
        if (random.chance(0.3)) await Promise.all(speeches.map((speech) => speech.arrived()));
      }
      for (const speech of speeches) await speech.settled();
      expectSame(acceptAll(proposed.text), direct.text);
      expectSame(rejectAll(proposed.text), base.text);
    }
    const [decision, expected] = random.chance(0.7)
      ? (["accept", direct] as const)
      : (["reject", base] as const);
    for (let open = listSuggestions(proposed.text); open.length > 0; open = listSuggestions(proposed.text)) {
      const chosen = random.pick(open).id;
      tally.decided += 1;
      await proposed.decide(settle(proposed.text, ({ id }) => (id === chosen ? decision : "keep")));
    }
    expectSame(proposed.text, expected.text);
  } finally {
    for (const speech of speeches) await speech.close();
  }
}

const longSpeech = (random: Random): Node =>
  documentSchema().node(
    "doc",
    null,
    [1, 2, 3].flatMap(() => randomSpeech(random).children),
  );
const EDITORS = ROLES.map(() => "editor" as const);

function expectSame(found: Node, expected: Node): void {
  if (!isSameText(found, expected)) expect(String(found)).toBe(String(expected));
  expect(isSameText(found, expected)).toBe(true);
}
