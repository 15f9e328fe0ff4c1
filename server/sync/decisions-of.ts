/** The decisions that an update took, as they are kept. */
import type { Suggestion } from "@/core/document/suggestion";
import { newDecisionId, type PersonId } from "@/core/ids";
import { LIMITS } from "@/core/limits";
import type { DecisionOutcome, ProposedChange } from "@/core/review/decision";
import { type ListedSuggestion, listSuggestions } from "@/core/review/list-suggestions";
import { outcomesOf } from "@/core/review/outcomes";
import { documentOf, type TextChange } from "./accepted-text";
import type { KeptDecision } from "./ports";

interface Deed extends TextChange {
  /** Of `came`, those that were decided before. */
  readonly reopened: readonly Suggestion[];
  /** Whether something is noted of it already. */
  readonly isNoted: (suggestion: Suggestion) => boolean;
  readonly by: PersonId;
  readonly at: number;
}

/**
 * Whoever takes the own suggestion back, be it by one key, decides nothing; unless it was decided and is back: then
 * the list would call it open for ever.
 */
export function decisionsOf({
  before,
  after,
  gone,
  reopened,
  isNoted,
  by,
  at,
}: Deed): readonly KeptDecision[] {
  const kept = (suggestions: readonly Suggestion[], blocks: readonly ListedSuggestion[]) =>
    suggestions.flatMap(({ id }) => blocks.find((listed) => listed.id === id) ?? []);
  const decision = (listed: ListedSuggestion, outcome: DecisionOutcome): KeptDecision => ({
    id: newDecisionId(),
    suggestion: listed.id,
    // The schema lets nothing but an id through.
    proposedBy: listed.person as PersonId,
    change: changeOf(listed),
    outcome,
    by,
    at,
  });
  const again = reopened.length === 0 ? [] : kept(reopened, listSuggestions(documentOf(after)));
  if (gone.length === 0) return again.map((listed) => decision(listed, "reopened"));
  const [old, now] = [documentOf(before), documentOf(after)];
  const outcomes = outcomesOf(
    old,
    now,
    gone.map(({ id }) => id),
  );
  const decided = kept(gone, listSuggestions(old)).flatMap((listed) => {
    const outcome = outcomes.get(listed.id) ?? "removed";
    if (listed.person !== by || outcome === "accepted") return [decision(listed, outcome)];
    return isNoted(listed) ? [decision(listed, "removed")] : [];
  });
  return [...decided, ...again.map((listed) => decision(listed, "reopened"))];
}

function changeOf(listed: ListedSuggestion): ProposedChange {
  const { at, kind, insertedText, deletedText, form, looks, changedText, unit } = listed;
  const texts = {
    insertedText: cut(insertedText),
    deletedText: cut(deletedText),
    changedText: cut(changedText),
  };
  return { at, kind, ...texts, form, looks, unit };
}

/** By whole characters. */
function cut(text: string): string {
  return [...text].slice(0, LIMITS.decidedCharacters).join("");
}
