import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  arrivedDrafts,
  beginDraft,
  endDraft,
  keepDrafts,
  keptDrafts,
  markSending,
  type ThreadDraft,
} from "@/components/editor/comments/thread-drafts";
import { ThreadStore } from "@/components/editor/comments/thread-store";
import { KeptTexts } from "@/components/reading/kept-texts";
import type { SpeechConnection } from "@/components/sync/connection";
import { newPersonId, newSpeechId } from "@/core/ids";
import type { Thread } from "@/core/review/thread";
import { FakeStorage } from "../helpers/fake-storage";

beforeEach(() => void vi.stubGlobal("localStorage", new FakeStorage()));
afterEach(() => void vi.unstubAllGlobals());

const first = (drafts: readonly ThreadDraft[]): ThreadDraft => {
  const [draft] = drafts;
  if (draft === undefined) throw new Error("no draft");
  return draft;
};

describe("CO-35 threads while they are written", () => {
  it("one that isn't sent yet moves to the words chosen next, and stays the same thread", () => {
    const begun = beginDraft([], { place: null, pos: 3 });
    const moved = beginDraft(begun, { place: null, pos: 9 });
    expect(moved).toEqual([{ ...first(begun), pos: 9 }]);
  });

  it("CO-40 one begun on a suggestion's card belongs to that suggestion only as long as it stays there", () => {
    const begun = beginDraft([], { place: null, pos: 3, suggestion: "abc" });
    expect(first(beginDraft(begun, { place: null, pos: 9 }))).not.toHaveProperty("suggestion");
    expect(beginDraft(begun, { place: null, pos: 9, suggestion: "xyz" })).toEqual([
      { ...first(begun), pos: 9, suggestion: "xyz" },
    ]);
  });

  it("one on its way is left to its answer, and the next words get another", () => {
    const begun = beginDraft([], { place: null, pos: 3 });
    const both = beginDraft(markSending(begun, first(begun).id, true), { place: null, pos: 9 });
    expect(both.map(({ pos, sending }) => ({ pos, sending }))).toEqual([
      { pos: 3, sending: true },
      { pos: 9, sending: false },
    ]);
    expect(endDraft(both, first(begun).id).map(({ pos }) => pos)).toEqual([9]);
  });

  it("one that was refused is there again under the same id, also where it is begun again at its words", () => {
    const begun = beginDraft([], { place: null, pos: 3 });
    const { id } = first(begun);
    const refused = markSending(markSending(begun, id, true), id, false);
    expect(refused).toEqual([{ ...first(begun), sent: true }]);
    expect(beginDraft(refused, { place: null, pos: 4 })).toEqual([{ ...first(refused), pos: 4 }]);
  });
});

describe("CO-41 a thread that was being written when the page was loaded anew", () => {
  const place = { range: { from: "AAAA", to: "AAAB" }, quote: "真抓" };
  const begun = beginDraft([], { place, pos: 3, suggestion: "abc" });
  const { id } = first(begun);
  const writtenAs = (text: string) => {
    const unsent = new KeptTexts(newPersonId(), newSpeechId());
    keepDrafts(unsent, [], markSending(begun, id, true));
    unsent.set(id, text);
    return unsent;
  };
  const arrived = (body: string) => [{ id, comments: [{ body }] }] as unknown as readonly Thread[]; // no more is read

  it("is there again in its place, ready to be sent under its id", () => {
    expect(keptDrafts(writtenAs("换一个词"))).toEqual([{ ...first(begun), sent: true, again: true }]);
    // It is about what it is moved to, and not about the suggestion that it was begun on any more.
    const unsent = writtenAs("换一个词");
    keepDrafts(unsent, [], begun);
    expect(first(beginDraft(keptDrafts(unsent), { place: null, pos: 9 }))).toStrictEqual({
      id,
      place: null,
      pos: 9,
      sending: false,
      sent: false,
      again: false,
    });
  });

  it("isn't, with nothing written in it, sent or given up", () => {
    expect(keptDrafts(writtenAs(""))).toEqual([]);
    const unsent = writtenAs("换一个词");
    keepDrafts(unsent, begun, endDraft(begun, id));
    expect(keptDrafts(unsent)).toEqual([]);
    unsent.set("new-thread-other", "of another release");
    expect(keptDrafts(unsent)).toEqual([]);
  });

  it("goes when the server had taken it as it stands, and only then", () => {
    const unsent = writtenAs("换一个词 ");
    const again = keptDrafts(unsent);
    expect(arrivedDrafts(again, arrived("换一个词"), unsent)).toEqual(again);
    expect(arrivedDrafts(again, arrived("换个词"), unsent)).toEqual([]);
    expect(arrivedDrafts(begun, arrived("换一个词"), unsent)).toEqual(begun);
    expect(arrivedDrafts(again, [], unsent)).toEqual([]);
    // Another window sent it, and changed it since.
    unsent.set(id, "");
    expect(arrivedDrafts(again, arrived("换个词"), unsent)).toEqual(again);
    expect(arrivedDrafts(again, [], unsent)).toEqual([]);
  });
});

describe("CO-35 CO-41 several threads that are being written in one speech", () => {
  const [writer, speech] = [newPersonId(), newSpeechId()];
  const notAsked = {} as SpeechConnection; // no thread is read
  /** As each tab, and each page that is loaded, makes its own. */
  const opened = () => new ThreadStore(speech, notAsked, new KeptTexts(writer, speech));
  const begin = (store: ThreadStore, pos: number, text: string) => {
    store.beginDraft({ place: null, pos });
    const draft = store.get().drafts.at(-1);
    if (draft === undefined) throw new Error("no draft");
    store.unsent.set(draft.id, text);
    return draft.id;
  };
  const again = () =>
    opened()
      .get()
      .drafts.map(({ pos, id }) => ({ pos, id }));

  it("are there again after a reload, the refused one beside the one begun meanwhile", () => {
    const store = opened();
    const refused = begin(store, 9, "换一个词");
    store.sendDraft(refused, true);
    const next = begin(store, 3, "这里也换");
    store.sendDraft(refused, false);
    expect(again()).toEqual([
      { pos: 3, id: next },
      { pos: 9, id: refused },
    ]);
    store.endDraft(next);
    expect(again()).toEqual([{ pos: 9, id: refused }]);
  });

  it("the one that an earlier release kept is there again, and has its own name from then on", () => {
    const kept = new KeptTexts(writer, speech);
    const draft = first(beginDraft([], { place: null, pos: 3 }));
    kept.set("new-thread", JSON.stringify(draft));
    kept.set(draft.id, "换一个词");
    expect(again()).toEqual([{ pos: 3, id: draft.id }]);
    expect(new KeptTexts(writer, speech).get("new-thread")).toBeUndefined();
    expect(again()).toEqual([{ pos: 3, id: draft.id }]);
    opened().endDraft(draft.id);
    expect(again()).toEqual([]);
    kept.set("new-thread", "of another release");
    expect(again()).toEqual([]);
  });

  it("one that may have arrived and is moved to other words goes on under another id, with what is written", () => {
    const store = opened();
    const place = { range: { from: "AAAA", to: "AAAB" }, quote: "真抓" };
    store.beginDraft({ place, pos: 3 });
    const { id } = first(store.get().drafts);
    store.unsent.set(id, "换一个词");
    store.sendDraft(id, true);
    store.sendDraft(id, false);
    const other = { range: { from: "AAAC", to: "AAAD" }, quote: "实干" };
    // After a reload too.
    for (const page of [opened(), store]) {
      page.beginDraft({ place: other, pos: 9 });
      const moved = first(page.get().drafts);
      expect(moved).toMatchObject({ place: other, pos: 9, sent: false });
      expect(moved.id).not.toBe(id);
      expect(page.unsent.get(moved.id)).toBe("换一个词");
      expect(page.unsent.get(id)).toBeUndefined();
      expect(again()).toEqual([{ pos: 9, id: moved.id }]);
      page.endDraft(moved.id);
      page.unsent.set(id, "换一个词");
    }
  });

  it("are there again whatever another tab begins or ends", () => {
    const [one, other] = [opened(), opened()];
    const mine = begin(one, 3, "换一个词");
    const theirs = begin(other, 9, "这里也换");
    expect(again()).toEqual([
      { pos: 3, id: mine },
      { pos: 9, id: theirs },
    ]);
    other.endDraft(theirs);
    expect(again()).toEqual([{ pos: 3, id: mine }]);
  });
});
