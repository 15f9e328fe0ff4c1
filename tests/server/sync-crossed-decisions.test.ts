/** Decisions on the same suggestions that cross: the first one counts, and no word is lost. */
import type { Transaction } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { listSuggestions } from "@/core/review/list-suggestions";
import { openDecidingPeople } from "../helpers/deciding-people";
import { until } from "../helpers/rooms";
import { editShared, textOf } from "../helpers/shared-edit";

const replace = (from: number, to: number, words: string) => (tr: Transaction) =>
  tr.insertText(words, from, to);
const insert = (at: number, words: string) => (tr: Transaction) => tr.insertText(words, at);

const OPPOSITE = { accept: "reject", reject: "accept" } as const;
const COMES_TO = { accept: "馆藏达到138万卷。", reject: "馆藏达到126万卷。" } as const;

/** 126 with 138 proposed for it; letters are the same in both. */
async function openReplacement() {
  const speech = await openDecidingPeople("馆藏达到126万卷。");
  await speech.suggest("one", replace(5, 8, "138"));
  return speech;
}

describe("decisions on one suggestion that cross", () => {
  it.each(["accept", "reject"] as const)("SU-63 the first one counts, at once: %s", async (first) => {
    const { decide, atOnce, outcomes, words } = await openReplacement();
    await atOnce(
      () => decide("chief", first),
      () => decide("editor", OPPOSITE[first]),
    );
    expect([words(), outcomes()]).toEqual([COMES_TO[first], [`${first}ed`]]);
  });

  it.each(["accept", "reject"] as const)("SU-63 the first one counts, offline: %s", async (first) => {
    const { decide, offline, outcomes, words } = await openReplacement();
    await offline(
      "editor",
      () => decide("editor", OPPOSITE[first]),
      () => decide("chief", first),
    );
    expect([words(), outcomes()]).toEqual([COMES_TO[first], [`${first}ed`]]);
  });

  it.each(["accept", "reject"] as const)("SU-63 the same twice is one: %s", async (how) => {
    const { decide, atOnce, outcomes, words } = await openReplacement();
    await atOnce(
      () => decide("chief", how),
      () => decide("editor", how),
    );
    expect([words(), outcomes()]).toEqual([COMES_TO[how], [`${how}ed`]]);
  });

  it("SU-63 what is withdrawn is not accepted any more, what is accepted not withdrawn", async () => {
    const one = await openReplacement();
    await one.atOnce(
      () => one.decide("one", "reject"),
      () => one.decide("chief", "accept"),
    );
    expect([one.words(), one.outcomes()]).toEqual([COMES_TO.reject, []]);
    const other = await openReplacement();
    await other.atOnce(
      () => other.decide("chief", "accept"),
      () => other.decide("one", "reject"),
    );
    expect([other.words(), other.outcomes()]).toEqual([COMES_TO.accept, ["accepted"]]);
  });

  it.each(["accept", "reject"] as const)(
    "SU-63 words that are only proposed, or only struck out, agree with the list: %s",
    async (first) => {
      const speech = await openDecidingPeople("我们要推动工作", "各单位抓落实");
      await speech.suggest("one", insert(4, "大力"));
      await speech.suggest("other", (tr) => tr.delete(13, 15));
      await speech.offline(
        "editor",
        () => speech.decide("editor", OPPOSITE[first]),
        () => speech.decide("chief", first),
      );
      const text = { accept: "我们要大力推动工作各抓落实", reject: "我们要推动工作各单位抓落实" };
      expect([speech.words(), speech.outcomes()]).toEqual([text[first], [`${first}ed`, `${first}ed`]]);
    },
  );

  it("SU-63 of several that are decided together only those that weren't yet are", async () => {
    const { people, suggest, decide, atOnce, outcomes, words } =
      await openDecidingPeople("我们要推动工作再上新台阶");
    await suggest("one", replace(4, 6, "促进"));
    await suggest("other", replace(9, 10, "迈"));
    const [first = ""] = listSuggestions(textOf(people.chief.doc)).map(({ id }) => id);
    await atOnce(
      () => decide("chief", new Map([[first, "accept"]])),
      () => decide("editor", "reject"),
    );
    expect([words(), outcomes()]).toEqual(["我们要促进工作再上新台阶", ["accepted", "rejected"]]);
  });

  it("SU-63 what else was written offline stays, in the same line too", async () => {
    const { people, decide, offline, words } = await openReplacement();
    await offline(
      "editor",
      () => {
        decide("editor", "reject");
        editShared(people.editor.doc, insert(1, "全市"));
        editShared(people.editor.doc, (tr) => tr.insertText("，比上年多", tr.doc.content.size - 2));
      },
      () => {
        decide("chief", "accept");
        editShared(people.chief.doc, replace(3, 5, "超过"));
      },
    );
    expect(words()).toBe("全市馆藏超过138万卷，比上年多。");
  });

  it.each([
    ["accept", "atOnce"],
    ["reject", "atOnce"],
    ["accept", "offline"],
    ["reject", "offline"],
  ] as const)("SU-68 who decided otherwise and later is told what counts (%s, %s)", async (first, how) => {
    const { people, decide, atOnce, offline } = await openReplacement();
    const [one, other] = [() => decide("chief", first), () => decide("editor", OPPOSITE[first])];
    await (how === "atOnce" ? atOnce(one, other) : offline("editor", other, one));
    await until(() => people.editor.late.length === 1);
    expect(people.editor.late).toMatchObject([{ outcome: `${first}ed`, words: "38" }]);
    expect([people.chief, people.one, people.other].map(({ late }) => late)).toEqual([[], [], []]);
  });

  it.each(["insertion", "deletion"] as const)(
    "SU-68 also where nothing has to be put back (%s)",
    async (kind) => {
      const speech = await openDecidingPeople("我们要推动工作");
      const edit = kind === "insertion" ? insert(4, "大力") : (tr: Transaction) => tr.delete(4, 6);
      await speech.suggest("one", edit);
      // What the first one takes away the second one can't keep.
      const first = kind === "insertion" ? "reject" : "accept";
      await speech.atOnce(
        () => speech.decide("chief", first),
        () => speech.decide("editor", OPPOSITE[first]),
      );
      await until(() => speech.people.editor.late.length === 1);
      expect(speech.people.editor.late).toMatchObject([{ outcome: `${first}ed` }]);
    },
  );

  it("SU-68 whose decision was the same is told nothing, nor who deletes the words as ordinary text", async () => {
    const same = await openReplacement();
    await same.atOnce(
      () => same.decide("chief", "accept"),
      () => same.decide("editor", "accept"),
    );
    const deleted = await openReplacement();
    await deleted.atOnce(
      () => deleted.decide("chief", "accept"),
      () => editShared(deleted.people.editor.doc, (tr) => tr.delete(4, 12)),
    );
    expect([same, deleted].map(({ people }) => people.editor.late)).toEqual([[], []]);
  });

  it("SU-68 of several that are decided together those that didn't count are told", async () => {
    const { people, suggest, decide, atOnce } = await openDecidingPeople(
      "我们要推动工作再上新台阶",
      "第二段",
    );
    await suggest("one", replace(4, 6, "促进"));
    await suggest("other", (tr) => tr.insertText("下", tr.doc.content.size - 1));
    const [first = ""] = listSuggestions(textOf(people.chief.doc)).map(({ id }) => id);
    await atOnce(
      () => decide("chief", new Map([[first, "accept"]])),
      () => decide("editor", "reject"),
    );
    await until(() => people.editor.late.length > 0);
    expect(people.editor.late).toEqual([{ suggestion: first, outcome: "accepted", words: "促进" }]);
  });

  it("SU-63 words that are put back stay their writer's", async () => {
    const { people, decide, atOnce, removals, words } = await openReplacement();
    await atOnce(
      () => decide("chief", "accept"),
      () => decide("editor", "reject"),
    );
    expect(words()).toBe(COMES_TO.accept);
    const carried = removals().filter(({ carriedTo }) => carriedTo !== null);
    expect(carried.map(({ clientId }) => clientId)).toContain(people.one.doc.clientID);
  });
});

describe("ordinary deleting of words that somebody decided on meanwhile", () => {
  const deeds: Record<string, readonly [edit: (tr: Transaction) => Transaction, text: string]> = {
    "with the words around": [(tr) => tr.delete(4, 12), "馆藏达。第二段"],
    "with the line": [(tr) => tr.delete(0, tr.doc.child(0).nodeSize), "第二段"],
    "the proposed words alone": [(tr) => tr.delete(7, 10), "馆藏达到万卷。第二段"],
    "some of what was proposed": [(tr) => tr.delete(7, 9), "馆藏达到2万卷。第二段"],
  };
  it.each(Object.entries(deeds))("SU-63 takes them away as ever: %s", async (_, [edit, text]) => {
    const { people, suggest, decide, atOnce, words } = await openDecidingPeople("馆藏达到35万卷。", "第二段");
    await suggest("one", replace(5, 7, "412"));
    await atOnce(
      () => decide("chief", "accept"),
      () => editShared(people.editor.doc, edit),
    );
    expect(words()).toBe(text);
  });
});
