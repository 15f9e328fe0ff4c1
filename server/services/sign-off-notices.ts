/** Who is told that they are asked to sign, and of the answers. */

import type { PersonId } from "@/core/ids";
import type { SignOffAnswer, SignOffState } from "@/core/sign-off";
import { signersAmong } from "@/core/signer";
import type { Queries } from "../db/database";
import { askerAmong } from "./notice-readers";
import { addNotices } from "./notice-rows";
import { latestRequest, type RequestRow } from "./sign-off-rows";
import { type ChangersSince, statesOf } from "./signing-turns";
import { listMembers } from "./speech-members";

/** Those whose turn it is when nobody has answered yet. */
export function tellAsked(
  queries: Queries,
  request: Pick<RequestRow, "speech_id" | "asked_by" | "in_order" | "due_on" | "created_at">,
  people: readonly PersonId[],
): Promise<readonly PersonId[]> {
  return addNotices(queries, {
    kind: "review",
    facts: { dueOn: request.due_on },
    speechId: request.speech_id,
    actorId: request.asked_by,
    people: request.in_order === 1 ? people.slice(0, 1) : people,
    at: request.created_at,
  });
}

interface TakenAnswer {
  /** As it was before the answer. */
  readonly before: RequestRow;
  readonly actorId: PersonId;
  readonly answer: SignOffAnswer;
  readonly textHash: string;
  readonly changers: ChangersSince;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Who asked, or stands in for that one, hears the answer; who waited for it, that it is their turn. Call it once the answer is stored. */
export async function tellAnswered(
  queries: Queries,
  { before, actorId, answer, textHash, changers, at }: TakenAnswer,
): Promise<readonly PersonId[]> {
  const { speech_id: speechId, asked_by: askedBy } = before;
  const where = { speechId, at };
  const members = await listMembers(queries, speechId);
  const asker = await addNotices(queries, {
    kind: "decision",
    facts: { on: "sign-off", answer },
    actorId,
    people: askerAmong(askedBy, members),
    ...where,
  });
  const now = await latestRequest(queries, speechId);
  if (now === null || now.ended !== null) return asker;
  const waits = waiting(now, statesOf(now, textHash, changers));
  const waited = waiting(before, statesOf(before, textHash, changers));
  const turned = [...waited].filter((person) => !waits.has(person));
  // Who can't answer any more isn't asked to.
  const people = signersAmong(turned, members);
  const facts = { dueOn: before.due_on };
  // In the name of who asked, not of who was before them; who asked may sign too, and waited for it likewise.
  const notice = { kind: "review", facts, actorId: askedBy, people, alsoActor: true, ...where } as const;
  const next = await addNotices(queries, notice);
  return [...asker, ...next];
}

function waiting({ asked }: RequestRow, states: readonly SignOffState[]): ReadonlySet<PersonId> {
  return new Set(asked.filter((_, index) => states[index] === "waiting").map(({ id }) => id));
}
