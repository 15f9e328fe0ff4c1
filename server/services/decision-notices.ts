/**
 * Tells those who proposed something what became of it, and opens a leader's words again that stand as
 * proposed. The decisions are in the database before this is called, each marked until its proposer was
 * told: what a crash or another node leaves over is told with the next decision or pause, and nothing twice.
 */
import type { PersonId, SpeechId } from "@/core/ids";
import type { SuggestionOutcomes } from "@/core/notice";
import type { DecisionOutcome } from "@/core/review/decision";
import type { Database, Queries } from "../db/database";
import { addNotices, renewNotice, unreadOfSuggestions } from "./notice-rows";
import { type ReopenedSuggestion, reopenRewordings } from "./reopened-rewordings";
import { lockSpeech } from "./speech-row";

interface UntoldDecision extends ReopenedSuggestion {
  readonly outcome: DecisionOutcome;
}

interface Untold {
  readonly proposer: PersonId;
  readonly decider: PersonId;
  readonly outcomes: SuggestionOutcomes;
}

export interface ToldDecisions {
  /** Whose notices changed. */
  readonly people: readonly PersonId[];
  /** Whether a leader's card, with its thread, is another than pages know. */
  readonly reopens: boolean;
}

/** `at`: epoch milliseconds. */
export function tellDecided(database: Database, speechId: SpeechId, at: number): Promise<ToldDecisions> {
  return database.transaction(async (queries) => {
    // Two nodes that add to one notice take turns.
    await lockSpeech(queries, database.kind, speechId);
    const decisions = await takeUntold(queries, speechId);
    const back = decisions.filter(({ outcome }) => outcome === "reopened");
    const reopened = await reopenRewordings(queries, speechId, back, at);
    const people = [...reopened.told];
    for (const { proposer, decider: actorId, outcomes } of await byPair(queries, speechId, decisions)) {
      // Whoever goes through a long list takes many decisions: one notice until it is read or mailed.
      const known = await unreadOfSuggestions(queries, { person: proposer, speechId, actorId });
      const facts = { on: "suggestion", outcomes: sum(known?.outcomes ?? {}, outcomes) } as const;
      if (known !== undefined) await renewNotice(queries, { id: known.id, person: proposer, facts, at });
      else {
        const notice = { kind: "decision", facts, speechId, actorId, people: [proposer], at } as const;
        await addNotices(queries, notice);
      }
      people.push(proposer);
    }
    return { people, reopens: reopened.isAny };
  });
}

function takeUntold(queries: Queries, speechId: SpeechId): Promise<readonly UntoldDecision[]> {
  return queries
    .updateTable("decisions")
    .set({ told: 1 })
    .where("speech_id", "=", speechId)
    .where("told", "=", 0)
    .returning(["suggestion_id as id", "proposed_by as proposer", "decided_by as by", "outcome"])
    .execute();
}

/** By proposer and decider. A leader's own words are left out: of those the card tells. */
async function byPair(
  queries: Queries,
  speechId: SpeechId,
  decisions: readonly UntoldDecision[],
): Promise<readonly Untold[]> {
  if (decisions.length === 0) return [];
  const members = await queries
    .selectFrom("members")
    .where("speech_id", "=", speechId)
    .select("person_id")
    .execute();
  const directives = await queries
    .selectFrom("directives")
    .where("speech_id", "=", speechId)
    .select("id")
    .execute();
  // A suggestion names its proposer itself; only people who are on the speech have an inbox for it.
  const people = new Set<string>(members.map(({ person_id }) => person_id));
  const cards = new Set<string>(directives.map(({ id }) => id));
  const groups = new Map<string, Untold>();
  for (const { id, proposer, by: decider, outcome } of decisions) {
    if (proposer === decider || !people.has(proposer) || cards.has(id)) continue;
    const key = `${proposer} ${decider}`;
    const outcomes = sum(groups.get(key)?.outcomes ?? {}, { [outcome]: 1 });
    groups.set(key, { proposer, decider, outcomes });
  }
  return [...groups.values()];
}

function sum(one: SuggestionOutcomes, other: SuggestionOutcomes): SuggestionOutcomes {
  const outcomes: Partial<Record<DecisionOutcome, number>> = { ...one };
  // The keys of SuggestionOutcomes.
  for (const [outcome, count] of Object.entries(other) as [DecisionOutcome, number][]) {
    outcomes[outcome] = (outcomes[outcome] ?? 0) + count;
  }
  return outcomes;
}
