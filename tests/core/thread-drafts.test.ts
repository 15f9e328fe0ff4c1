import { describe, expect, it } from "vitest";
import {
  beginDraft,
  endDraft,
  markSending,
  type ThreadDraft,
} from "@/components/editor/comments/thread-drafts";

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

  it("one on its way is left to its answer, and the next words get another", () => {
    const begun = beginDraft([], { place: null, pos: 3 });
    const both = beginDraft(markSending(begun, first(begun).id, true), { place: null, pos: 9 });
    expect(both.map(({ pos, sending }) => ({ pos, sending }))).toEqual([
      { pos: 3, sending: true },
      { pos: 9, sending: false },
    ]);
    expect(endDraft(both, first(begun).id).map(({ pos }) => pos)).toEqual([9]);
  });

  it("one that was refused is there again under the same id", () => {
    const begun = beginDraft([], { place: null, pos: 3 });
    const { id } = first(begun);
    expect(markSending(markSending(begun, id, true), id, false)).toEqual(begun);
  });
});
