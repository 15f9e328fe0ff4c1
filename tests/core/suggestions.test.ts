/** Random speeches, edited at random by several people who suggest and who write directly. */
import type { Node } from "@tiptap/pm/model";
import { EditorState } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { BREAK } from "@/core/document/suggestion-marks";
import { newId } from "@/core/new-id";
import { listSuggestions } from "@/core/review/list-suggestions";
import { acceptAll, type Decision, rejectAll, settle } from "@/core/review/settle";
import { insertionOf } from "@/core/review/settle-text";
import { trackChange } from "@/core/review/track";
import { type Random, runSeed, seededRandom } from "../helpers/random";
import { randomEdit, randomSpeech } from "../helpers/random-speech";

const RUNS = 120;
const EDITS = 14;
const PEOPLE = [newId(), newId(), newId()];

/** The document after one tracked edit, and what the edit would have made of it. */
function suggest(doc: Node, random: Random, person: string, at: number) {
  const edit = randomEdit(doc, random);
  if (edit === null) return null;
  const { tr } = EditorState.create({ doc });
  trackChange(tr, {
    after: edit.doc,
    author: { id: newId(), person, at },
    caret: edit.selection.head,
    forward: false,
  });
  return { direct: edit.doc, tracked: tr.doc };
}

function withSeeds(check: (random: Random, seed: number) => void): void {
  const first = runSeed();
  console.log(`seeds ${first} to ${first + RUNS - 1}`);
  for (let seed = first; seed < first + RUNS; seed += 1) {
    try {
      check(seededRandom(seed), seed);
    } catch (error) {
      throw new Error(`SEED=${seed}: ${error instanceof Error ? error.message : error}`, { cause: error });
    }
  }
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  return [...items]
    .map((item) => ({ item, key: random.next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

/** Letters that say of themselves that a line begins there. */
function lettersAsBreaks(doc: Node): string {
  let letters = "";
  doc.descendants((node) => {
    if (node.isText && insertionOf(node)?.begins != null) letters += node.text?.replaceAll(BREAK, "");
  });
  return letters;
}

function oneByOne(doc: Node, decision: Decision, random: Random): Node {
  const ids = shuffled(
    listSuggestions(doc).map(({ id }) => id),
    random,
  );
  return ids.reduce((now, id) => settle(now, (pending) => (pending.id === id ? decision : "keep")), doc);
}

describe("suggestions", () => {
  it("SU-01 SU-02 accepted all they make what direct editing would have made, rejected all the base", () => {
    let edits = 0;
    withSeeds((random) => {
      let doc = randomSpeech(random);
      for (let at = 1; at <= EDITS; at += 1) {
        const person = random.pick(PEOPLE);
        const step = suggest(doc, random, person, at);
        if (step === null) continue;
        const { direct, tracked } = step;
        tracked.check();
        expect(rejectAll(tracked).toString()).toBe(rejectAll(doc).toString());
        expect(rejectAll(tracked).eq(rejectAll(doc))).toBe(true);
        const withoutOwn = (one: Node) =>
          settle(one, (pending) => (pending.person === person ? "reject" : "keep"));
        expect(withoutOwn(tracked).toJSON()).toEqual(withoutOwn(doc).toJSON());
        expect(acceptAll(tracked).toString()).toBe(acceptAll(direct).toString());
        expect(lettersAsBreaks(tracked)).toBe("");
        doc = tracked;
        edits += 1;
      }
    });
    expect(edits).toBeGreaterThan(RUNS * EDITS * 0.6);
  }, 120_000);

  it("SU-03 the order of accepting or rejecting one by one makes no difference", () => {
    let most = 0;
    withSeeds((random) => {
      let doc = randomSpeech(random);
      for (let at = 1; at <= EDITS; at += 1)
        doc = suggest(doc, random, random.pick(PEOPLE), at)?.tracked ?? doc;
      most = Math.max(most, listSuggestions(doc).length);
      expect(oneByOne(doc, "accept", random).toJSON()).toEqual(acceptAll(doc).toJSON());
      expect(oneByOne(doc, "reject", random).toJSON()).toEqual(rejectAll(doc).toJSON());
      expect(listSuggestions(acceptAll(doc))).toEqual([]);
      expect(listSuggestions(rejectAll(doc))).toEqual([]);
    });
    expect(most).toBeGreaterThan(6);
  }, 120_000);
});
