/**
 * What was decided on suggestions, to read, and why. The decisions themselves come with the updates that
 * bring them (server/sync/suggestion-review.ts); nobody can write one here.
 */
import type { Selectable } from "kysely";
import { AppError } from "@/core/errors";
import type { SpeechId } from "@/core/ids";
import { LIMITS } from "@/core/limits";
import type { Person } from "@/core/person";
import type { Decision, DecisionPage, DecisionQuery, DecisionReason } from "@/core/review/decision";
import type { Database, Queries } from "../db/database";
import type { DecisionsTable } from "../db/decision-tables";
import type { Clock } from "./clock";
import { tellDecided } from "./decision-notices";
import type { NoticeBell } from "./ports";
import { lockSpeech, requireOnSpeech, requireOnText, speechFor } from "./speech-row";

export interface DecisionService {
  /** The latest first. */
  list(actor: Person, speechId: SpeechId, query: DecisionQuery): Promise<DecisionPage>;
  /** For the actor's own decisions: `not-found` when there is none on any of these suggestions, `forbidden` in an archived speech. */
  explain(actor: Person, speechId: SpeechId, reason: DecisionReason): Promise<void>;
  /**
   * For the rooms: tells proposers of what was decided, as far as they weren't told. A leader's words that were carried
   * out and stand as proposed again are open again.
   */
  tellProposers(speechId: SpeechId): Promise<void>;
}

interface Dependencies {
  readonly database: Database;
  /** Tells everybody who has the speech open to read its decisions, threads and directives again. */
  readonly changed: (speechId: SpeechId) => void;
  readonly bell: NoticeBell;
  readonly clock: Clock;
}

/** Bound into one statement; SQLite takes some thousands of values at most. */
const IDS_AT_ONCE = 500;

export function createDecisionService({ database, changed, bell, clock }: Dependencies): DecisionService {
  return {
    list: (actor, speechId, { before }) =>
      database.query(async (queries) => {
        requireOnSpeech(await speechFor(queries, actor.id, speechId), "see-versions");
        let rows = queries
          .selectFrom("decisions")
          .innerJoin("people", "people.id", "decisions.decided_by")
          .leftJoin("people as proposers", "proposers.id", "decisions.proposed_by")
          .where("decisions.speech_id", "=", speechId)
          .selectAll("decisions")
          .select(["people.name as decider", "proposers.name as proposer"])
          .orderBy("decided_at", "desc")
          .orderBy("decisions.id", "desc")
          .limit(LIMITS.decisionsPerPage + 1);
        if (before !== undefined) {
          const { decided_at, id } = await requireDecision(queries, speechId, before);
          rows = rows.where((is) =>
            is.or([
              is("decided_at", "<", decided_at),
              is.and([is("decided_at", "=", decided_at), is("decisions.id", "<", id)]),
            ]),
          );
        }
        const found = await rows.execute();
        const decisions = found.slice(0, LIMITS.decisionsPerPage).map(decisionOf);
        const more = found.length > decisions.length;
        return { decisions, next: (more && decisions.at(-1)?.id) || null };
      }),

    async explain(actor, speechId, { suggestions, reason }) {
      await database.transaction(async (queries) => {
        await lockSpeech(queries, database.kind, speechId);
        // Read in an archived speech, but not written.
        requireOnText(await speechFor(queries, actor.id, speechId), "see-versions");
        let explained = 0;
        for (let from = 0; from < suggestions.length; from += IDS_AT_ONCE) {
          const own = await ownLatest(queries, actor, speechId, suggestions.slice(from, from + IDS_AT_ONCE));
          explained += own.length;
          if (own.length > 0) {
            await queries.updateTable("decisions").set({ reason }).where("id", "in", own).execute();
          }
        }
        if (explained === 0) throw new AppError("not-found");
      });
      changed(speechId);
    },

    async tellProposers(speechId) {
      const { people, reopens } = await tellDecided(database, speechId, clock.now());
      bell.ring(people);
      if (reopens) changed(speechId);
    },
  };
}

/** The actor's decisions among the latest of each of these suggestions. */
async function ownLatest(
  queries: Queries,
  actor: Person,
  speechId: SpeechId,
  suggestions: readonly string[],
): Promise<Decision["id"][]> {
  const rows = await queries
    .selectFrom("decisions")
    .where("speech_id", "=", speechId)
    .where("suggestion_id", "in", suggestions)
    .select(["id", "suggestion_id", "decided_by"])
    .orderBy("decided_at")
    .orderBy("id")
    .execute();
  const latest = new Map(rows.map((row) => [row.suggestion_id, row]));
  return [...latest.values()].filter((row) => row.decided_by === actor.id).map(({ id }) => id);
}

async function requireDecision(queries: Queries, speechId: SpeechId, id: Decision["id"]) {
  const row = await queries
    .selectFrom("decisions")
    .select(["id", "decided_at"])
    .where("id", "=", id)
    .where("speech_id", "=", speechId)
    .executeTakeFirst();
  if (row === undefined) throw new AppError("not-found");
  return row;
}

function decisionOf(
  row: Selectable<DecisionsTable> & { readonly decider: string; readonly proposer: string | null },
): Decision {
  return {
    id: row.id,
    suggestion: row.suggestion_id,
    // Written by the log from a ProposedChange.
    change: JSON.parse(row.change) as Decision["change"],
    proposer: { id: row.proposed_by, name: row.proposer ?? "" },
    outcome: row.outcome,
    by: { id: row.decided_by, name: row.decider },
    at: row.decided_at,
    reason: row.reason,
  };
}
