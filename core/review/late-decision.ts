/** A decision on a suggestion that had been decided otherwise when it came: the first one counts. */
export interface LateDecision {
  readonly suggestion: string;
  /** What counts. What its proposer took back is `rejected` too. */
  readonly outcome: "accepted" | "rejected";
  /** What it is about, at most LIMITS.lateDecisionCharacters of it. */
  readonly words: string;
}
