/**
 * Whose turn to sign came when nobody told them: they couldn't sign then, or the text was closed. Once they can they are
 * told, each turn once.
 */
import { can } from "@/core/access";
import type { PersonId, SpeechId } from "@/core/ids";
import type { NoticeFacts } from "@/core/notice";
import { signersAmong } from "@/core/signer";
import type { Queries } from "../db/database";
import { addNotices } from "./notice-rows";
import { latestRequest, type RequestRow, type SignOffRow } from "./sign-off-rows";
import { listMembers } from "./speech-members";
import { speechesOf } from "./speech-row";

interface SignerAgain {
  readonly personId: PersonId;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Only there; else on all speeches. */
  readonly speechId?: SpeechId;
}

/** Somebody can sign again. Call it behind the change, with the speeches locked. */
export async function tellSignerAgain(
  queries: Queries,
  { personId, at, speechId }: SignerAgain,
): Promise<readonly PersonId[]> {
  const rows = await speechesOf(queries, personId)
    .$if(speechId !== undefined, (query) => query.where("speeches.id", "=", speechId as SpeechId))
    .execute();
  const told: PersonId[] = [];
  for (const { id, role, unanswered } of rows) {
    const request = Number(unanswered) > 0 && can(role, "sign-off") ? await latestRequest(queries, id) : null;
    if (request === null) continue;
    const turn = turnAnswer(request, personId);
    if (needsNoTelling(request, personId, turn)) continue;
    const since = turn?.created_at ?? request.created_at;
    if (await wasTold(queries, request.speech_id, { personId, since, at })) continue;
    const where = { speechId: id, actorId: request.asked_by, people: [personId], at } as const;
    const facts = { dueOn: request.due_on };
    told.push(
      ...(await addNotices(queries, { kind: "review", facts, once: true, alsoActor: true, ...where })),
    );
  }
  return told;
}

/** A text is open again: who could sign again meanwhile wasn't told. Call it behind that, with the speech locked. */
export async function tellSignersAgain(
  queries: Queries,
  { speechId, at }: { readonly speechId: SpeechId; readonly at: number },
): Promise<readonly PersonId[]> {
  const request = await latestRequest(queries, speechId);
  if (request === null || request.ended !== null) return [];
  const asked = request.asked.map(({ id }) => id);
  const told: PersonId[] = [];
  for (const personId of signersAmong(asked, await listMembers(queries, speechId))) {
    told.push(...(await tellSignerAgain(queries, { personId, at, speechId })));
  }
  return told;
}

/**
 * Whether a notice, read or not, says that it is their turn. One from when a clock was ahead may be of any turn before: rather
 * they are told twice.
 */
async function wasTold(
  queries: Queries,
  speechId: SpeechId,
  { personId, since, at }: Pick<SignerAgain, "personId" | "at"> & { readonly since: number },
): Promise<boolean> {
  const notices = await queries
    .selectFrom("notices")
    .where("person_id", "=", personId)
    .where("speech_id", "=", speechId)
    .where("kind", "in", ["review", "broken"])
    .where("created_at", ">=", since)
    .where("created_at", "<=", at)
    .select(["kind", "facts"])
    .execute();
  return notices.some(({ kind, facts }) => {
    if (kind === "review") return true;
    const broken = JSON.parse(facts) as NoticeFacts["broken"]; // written by addNotices() with this kind
    return broken.of === "own" && broken.asksAgain;
  });
}

/** The answer by which their turn came; null when it came with the request. */
function turnAnswer({ asked, in_order, answers }: RequestRow, personId: PersonId): SignOffRow | null {
  const place = asked.findIndex(({ id }) => id === personId);
  const before = asked.slice(in_order === 1 ? 0 : place, place);
  const own = asked[place]?.latest ?? null;
  const bringing = before.map(({ id }) => bringsTurn(answersBy(answers, id), personId));
  return [own, ...bringing].reduce(
    (last, each) => ((each?.number ?? 0) > (last?.number ?? 0) ? each : last),
    null,
  );
}

const answersBy = (answers: readonly SignOffRow[], id: PersonId) =>
  answers.filter(({ person_id }) => person_id === id);

/** The last one of somebody before for which the person waited: not for another answer to the same text or to their own changes. */
function bringsTurn(answers: readonly SignOffRow[], personId: PersonId): SignOffRow | null {
  const bringing = answers.filter(({ text_hash }, index) => {
    const replaced = answers[index - 1];
    return replaced === undefined || (replaced.text_hash !== text_hash && replaced.changed_by !== personId);
  });
  return bringing.at(-1) ?? null;
}

/** Who asks knows it, as does who alone changed what they signed; of what broke otherwise tellBroken() tells. */
function needsNoTelling({ asked_by }: RequestRow, personId: PersonId, turn: SignOffRow | null): boolean {
  if (turn === null) return asked_by === personId;
  return turn.person_id === personId && (turn.changed_by === personId || turn.break_told === 0);
}
