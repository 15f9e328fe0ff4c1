/** Reading on in the list of decisions while others decide. */
import { expect, it } from "vitest";
import { withEarlier } from "@/components/editor/suggest/decision-pages";
import { newDecisionId, newPersonId } from "@/core/ids";
import type { Decision, DecisionPage } from "@/core/review/decision";

const person = { id: newPersonId(), name: "主笔" };
const ALL: readonly Decision[] = Array.from({ length: 9 }, (_, at) => ({
  id: newDecisionId(),
  suggestion: `s${at}`,
  change: { at, kind: "insert", insertedText: "字", deletedText: "", form: null, looks: [] },
  proposer: person,
  outcome: "accepted",
  by: person,
  at,
  reason: "",
}));

/** The latest first, two a page; from the one that is the `newest` so far. */
function pageFrom(newest: number): DecisionPage {
  const decisions = [ALL[newest], ALL[newest - 1]].filter((one) => one !== undefined);
  return { decisions, next: (newest > 1 && decisions.at(-1)?.id) || null };
}
const shown = ({ decisions }: DecisionPage) => decisions.map(({ at }) => at);
const nextOf = ({ next }: DecisionPage) => next ?? newDecisionId();

it("SU-47 what comes too late for a list that was read anew leaves no gap in it", () => {
  const two = withEarlier(pageFrom(6), nextOf(pageFrom(6)), pageFrom(4));
  expect(shown(two)).toEqual([6, 5, 4, 3]);
  // Two more are decided while the third page is on its way.
  const anew = pageFrom(8);
  const late = withEarlier(anew, nextOf(two), pageFrom(2));
  expect(shown(late)).toEqual([8, 7]);
  expect(shown(withEarlier(late, nextOf(late), pageFrom(6)))).toEqual([8, 7, 6, 5]);
});

it("SU-47 what is asked for twice is shown once", () => {
  const asked = nextOf(pageFrom(8));
  const once = withEarlier(pageFrom(8), asked, pageFrom(6));
  expect(withEarlier(once, asked, pageFrom(6))).toEqual(once);
});
