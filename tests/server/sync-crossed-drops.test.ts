/** Several people decide on the same suggestions at random, at once and offline. */
import type { Node } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { listSuggestions } from "@/core/review/list-suggestions";
import { settle } from "@/core/review/settle";
import { suggestionsBetween, suggestionsIn } from "@/core/review/suggestions-in";
import type { KeptDecision } from "@/server/sync/ports";
import { KINDS, NAMES, type Name, openDecidingPeople } from "../helpers/deciding-people";
import { inOneMoment } from "../helpers/in-one-moment";
import { type Random, runSeed, seededRandom } from "../helpers/random";
import { textOf } from "../helpers/shared-edit";

const RUNS = 8;

/** Somewhere in words, away from everything proposed. */
function freePlace({ doc }: Transaction, random: Random, length: number): number | null {
  const isFree = (from: number, to: number) => suggestionsBetween(doc, from, to).size === 0;
  const places: number[] = [];
  doc.forEach((line, start) => {
    for (let at = start + 3; at + length + 2 < start + line.nodeSize; at += 1) {
      if (isFree(at - 2, at + length + 2)) places.push(at);
    }
  });
  return places.length === 0 ? null : random.pick(places);
}

const inWords: readonly ((tr: Transaction, random: Random) => Transaction)[] = [
  // One letter is the same in both.
  (tr, random) =>
    at(tr, freePlace(tr, random, 3), (from) =>
      tr.insertText(`${tr.doc.textBetween(from, from + 1)}换`, from, from + 3),
    ),
  (tr, random) =>
    at(tr, freePlace(tr, random, 0), (from) => tr.insertText(random.pick(["大力", "126", "了"]), from)),
  (tr, random) => at(tr, freePlace(tr, random, 2), (from) => tr.delete(from, from + 2)),
  (tr, random) =>
    at(tr, freePlace(tr, random, 3), (from) => tr.addMark(from, from + 3, tr.doc.type.schema.mark("bold"))),
];

/** Of whole lines; each needs two that nobody has proposed anything in, or one of another kind. */
const ofLines: typeof inWords = [
  (tr, random) =>
    at(tr, freeLine(tr, random), (line) =>
      tr.setNodeMarkup(line, tr.doc.type.schema.nodes.heading, { level: 1 }),
    ),
  (tr, random) =>
    at(tr, freeLine(tr, random), (line) => tr.delete(line, line + (tr.doc.nodeAt(line)?.nodeSize ?? 0))),
  (tr, random) => at(tr, freeLine(tr, random), (line) => tr.split(line + 4)),
  (tr, random) =>
    at(tr, freeLine(tr, random), (line) =>
      tr.insert(line, tr.doc.type.schema.node("paragraph", null, tr.doc.type.schema.text("另起一段"))),
    ),
];

const at = (tr: Transaction, place: number | null, edit: (place: number) => Transaction) =>
  place === null ? tr : edit(place);

/** A line with free ones on both sides. */
function freeLine({ doc }: Transaction, random: Random): number | null {
  const free: number[] = [];
  doc.forEach((line, start, index) => {
    const beside = [doc.maybeChild(index - 1), line, doc.maybeChild(index + 1)];
    if (beside.every((node) => node === null || suggestionsIn(node).length === 0)) free.push(start);
  });
  return free.length === 0 ? null : random.pick(free);
}

describe("decisions that cross at random", () => {
  it.each([
    ["words", inWords],
    ["words and lines", [...inWords, ...ofLines]],
  ] as const)(
    "SU-63 with drops, of %s: everybody has one text, and it is what the list says",
    async (_, forms) => {
      const seed = runSeed();
      console.log(`SEED=${seed}`);
      let crossed = 0;
      for (let run = 0; run < RUNS; run += 1) {
        const random = seededRandom(seed + run);
        const speech = await openDecidingPeople(
          "全市馆藏总量达到126万卷，比上年增加126卷。",
          "我们要推动工作再上新台阶，推动发展取得新成效。",
          "各单位要抓好落实，请同志们认真讨论。",
          "过去一年，全市上下齐心协力，各项工作取得进展。",
          "今年要抓好三件事，一件一件抓落实。",
          "以上意见，请大家讨论。",
        );
        const { people, suggest, decide, offline, atOnce } = speech;
        for (let count = 0; count < 9; count += 1) {
          await suggest(random.pick(["one", "other"] as const), (tr) => random.pick(forms)(tr, random));
        }
        const base = textOf(people.chief.doc);
        const decideSome = (name: Name) => {
          const { doc, personId } = people[name];
          const isOwnOnly = KINDS[name].suggests;
          const open = listSuggestions(textOf(doc)).filter(({ person }) => !isOwnOnly || person === personId);
          if (open.length === 0) return;
          const some = Array.from({ length: 1 + random.below(3) }, () => random.pick(open).id);
          const how = new Map(
            some.map((id) => [
              id,
              isOwnOnly || random.chance(0.5) ? ("reject" as const) : ("accept" as const),
            ]),
          );
          if (random.chance(0.5)) decide(name, how);
          else for (const [id, decision] of how) decide(name, new Map([[id, decision]]));
        };
        for (let round = 0; round < 3; round += 1) {
          const away = random.chance(0.6) ? random.pick(["editor", "one"] as const) : null;
          const here = NAMES.filter((name) => name !== away && random.chance(0.7));
          const standing = listSuggestions(textOf(people.chief.doc)).length;
          const online = () =>
            inOneMoment(
              speech.log,
              here.map((name) => () => decideSome(name)),
            );
          if (away === null) await atOnce(...here.map((name) => () => decideSome(name)));
          else await offline(away, () => decideSome(away), online);
          if (standing > 0 && here.length + (away === null ? 0 : 1) > 1) crossed += 1;
          const now = textOf(people.chief.doc);
          expect([seed + run, round, String(now)]).toEqual([
            seed + run,
            round,
            String(listedText(base, now, speech.decisions())),
          ]);
        }
      }
      expect(crossed).toBeGreaterThan(5);
    },
    120_000,
  );
});

/** What the list says that the text is; who withdrew an own suggestion is in no list. */
function listedText(base: Node, now: Node, decisions: readonly KeptDecision[]): Node {
  const standing = new Set(suggestionsIn(now).map(({ id }) => id));
  const last = new Map(decisions.map(({ suggestion, outcome }) => [suggestion, outcome]));
  return settle(base, ({ id }) => {
    const outcome = last.get(id);
    expect([id, outcome]).not.toEqual([id, "removed"]);
    if (standing.has(id)) return "keep";
    return outcome === "accepted" ? "accept" : "reject";
  });
}
