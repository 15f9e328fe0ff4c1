/**
 * Who is told of a leader's points: who asked for the sign-off or stands in for that one, and the leader of what
 * became of them.
 */
import type { DirectiveState } from "@/core/directive";
import type { PersonId, SpeechId } from "@/core/ids";
import type { Queries } from "../db/database";
import type { DirectiveRow } from "./directive-rows";
import { askerAmong, readersAmong } from "./notice-readers";
import { addNotices } from "./notice-rows";
import { latestRequest } from "./sign-off-rows";
import { listMembers } from "./speech-members";

/** A leader reading a speech makes many at a time: one notice until it is read or mailed. */
export async function tellOfDirective(
  queries: Queries,
  speechId: SpeechId,
  actorId: PersonId,
  at: number,
): Promise<readonly PersonId[]> {
  const request = await latestRequest(queries, speechId);
  if (request === null) return [];
  const people = askerAmong(request.asked_by, await listMembers(queries, speechId));
  return addNotices(queries, { kind: "directive", facts: {}, speechId, actorId, people, at, once: true });
}

interface SettledDirective {
  readonly row: DirectiveRow;
  readonly state: DirectiveState;
  readonly actorId: PersonId;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Nobody is told of points that they may not see any more. */
export async function tellSettled(
  queries: Queries,
  { row, state, actorId, at }: SettledDirective,
): Promise<readonly PersonId[]> {
  const facts = { on: "directive", state } as const;
  const { speech_id: speechId, author_id: author } = row;
  const people = readersAmong([author], await listMembers(queries, speechId));
  return addNotices(queries, { kind: "decision", facts, speechId, actorId, people, at });
}
