/**
 * Who is told of a leader's directives: who asked for the sign-off or stands in for that one, and the leader of what
 * became of them.
 */
import type { DirectiveState } from "@/core/directive";
import type { PersonId, SpeechId } from "@/core/ids";
import type { Queries } from "../db/database";
import type { DirectiveRow } from "./directive-rows";
import { askerAmong, readersAmong } from "./notice-readers";
import { addNotices, renewWaiting } from "./notice-rows";
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

interface ReopenedDirective {
  /** As it was, done. */
  readonly row: DirectiveRow;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Who hears of it otherwise. */
  readonly except?: readonly PersonId[];
}

/**
 * Its author made it open again: whoever carried it out took it for done, and so did who asked. Each has one notice
 * of the leader's directives until it is read or mailed, the latest then.
 */
export async function tellReopened(
  queries: Queries,
  { row, at, except = [] }: ReopenedDirective,
): Promise<readonly PersonId[]> {
  const { speech_id: speechId, author_id: actorId, settled_by: settler } = row;
  const request = await latestRequest(queries, speechId);
  const members = await listMembers(queries, speechId);
  const people = [
    ...(request === null ? [] : askerAmong(request.asked_by, members)),
    ...(settler === null ? [] : readersAmong([settler], members)),
  ].filter((person) => person !== actorId && !except.includes(person));
  const notice = { kind: "directive", speechId, actorId, at } as const;
  const renewed = await renewWaiting(queries, people, notice);
  return [...renewed, ...(await addNotices(queries, { ...notice, facts: {}, people, once: true }))];
}

interface SettledDirective {
  readonly row: DirectiveRow;
  readonly state: DirectiveState;
  readonly actorId: PersonId;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Its author, or the writers where the author opened it again; nobody who may not see directives any more. */
export async function tellSettled(
  queries: Queries,
  { row, state, actorId, at }: SettledDirective,
): Promise<readonly PersonId[]> {
  const { speech_id: speechId, author_id: author } = row;
  if (author === actorId && row.state === "done" && state === "open")
    return tellReopened(queries, { row, at });
  const facts = { on: "directive", state } as const;
  const people = readersAmong([author], await listMembers(queries, speechId));
  return addNotices(queries, { kind: "decision", facts, speechId, actorId, people, at });
}
