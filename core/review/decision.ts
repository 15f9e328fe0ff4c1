/** What became of suggestions: who decided what, when and why. The server writes it from what a change did. */
import * as z from "zod";
import { ID_PATTERN } from "../id-form";
import { type DecisionId, decisionIdSchema } from "../ids";
import { LIMITS } from "../limits";
import type { SuggestionKind, TableUnit } from "./list-suggestions";
import type { ThreadPerson } from "./thread";

/**
 * `removed`: it went with the text around it, or in a way that is neither. `reopened`: it is back, because
 * the decision was undone.
 */
export const DECISION_OUTCOMES = ["accepted", "rejected", "removed", "reopened"] as const;
export type DecisionOutcome = (typeof DECISION_OUTCOMES)[number];

/** A suggestion as it was when it was decided. */
export interface ProposedChange {
  /** Epoch milliseconds, the proposer's clock. */
  readonly at: number;
  readonly kind: SuggestionKind;
  /** At most LIMITS.decidedCharacters each, the rest cut off. */
  readonly insertedText: string;
  readonly deletedText: string;
  readonly form: string | null;
  readonly looks: readonly string[];
  /** Missing in decisions from before it was kept. */
  readonly changedText?: string;
  readonly unit?: TableUnit | null;
}

export interface Decision {
  readonly id: DecisionId;
  readonly suggestion: string;
  readonly change: ProposedChange;
  readonly proposer: ThreadPerson;
  readonly outcome: DecisionOutcome;
  readonly by: ThreadPerson;
  /** Epoch milliseconds, the server's clock. */
  readonly at: number;
  /** Empty when none was given. */
  readonly reason: string;
}

/** A page of decisions, the latest first. */
export interface DecisionPage {
  readonly decisions: readonly Decision[];
  /** Pass back as `before` for the next page; null at the end. */
  readonly next: DecisionId | null;
}

export const decisionQuerySchema = z.object({ before: decisionIdSchema.optional() });
export type DecisionQuery = z.infer<typeof decisionQuerySchema>;

/** Why: for the asker's own latest decision on each of these suggestions. */
export const decisionReasonSchema = z.object({
  suggestions: z.array(z.string().regex(ID_PATTERN)).min(1).max(LIMITS.decidedAtOnce),
  reason: z.string().trim().max(LIMITS.reasonCharacters),
});
export type DecisionReason = z.infer<typeof decisionReasonSchema>;
