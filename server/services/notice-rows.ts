/** Notices in the database, written in the transaction of what they tell of. The callers decided access. */
import { can } from "@/core/access";
import type { NoticeId, PersonId, SpeechId } from "@/core/ids";
import { newNoticeId } from "@/core/ids";
import type { Notice, NoticeFacts, NoticeKind, NoticesRead, SuggestionOutcomes } from "@/core/notice";
import type { Queries } from "../db/database";
import { excerptsOf, type FactsToRead, taskKey, tasksSaid } from "./notice-excerpts";

/** Nobody scrolls further; older ones stay in the database. */
const SHOWN = 100;

export interface NewNotice<Kind extends NoticeKind> {
  readonly kind: Kind;
  readonly facts: NoticeFacts[Kind];
  readonly speechId: SpeechId;
  /** Who did it, or in whose name it is told, and isn't told. */
  readonly actorId: PersonId;
  readonly people: readonly PersonId[];
  /** Epoch milliseconds. */
  readonly at: number;
  /** Not once more while one of this kind by the same person on this speech is neither read nor mailed. */
  readonly once?: boolean;
  /** The actor is told too: it was done by others, and stands in the actor's name. */
  readonly alsoActor?: boolean;
}

/** Writes it for each person but the actor, and puts those who want mail into the queue. */
export async function addNotices<Kind extends NoticeKind>(
  queries: Queries,
  { kind, facts, speechId, actorId, people, at, once = false, alsoActor = false }: NewNotice<Kind>,
): Promise<readonly PersonId[]> {
  const others = [...new Set(people)].filter((person) => alsoActor || person !== actorId);
  const told = once ? await withoutWaiting(queries, others, { kind, speechId, actorId }) : others;
  if (told.length === 0) return told;
  await queries
    .insertInto("notices")
    .values(
      told.map((person_id) => ({
        id: newNoticeId(),
        person_id,
        kind,
        speech_id: speechId,
        actor_id: actorId,
        facts: JSON.stringify(facts),
        created_at: at,
        read_at: null,
        mailed_at: null,
      })),
    )
    .execute();
  await queueMail(queries, told, at);
  return told;
}

/** Of decisions on suggestions by one person, the latest that is neither read nor mailed. */
export async function unreadOfSuggestions(
  queries: Queries,
  { person, speechId, actorId }: Record<"person" | "actorId", PersonId> & { readonly speechId: SpeechId },
): Promise<{ readonly id: NoticeId; readonly outcomes: SuggestionOutcomes } | undefined> {
  const rows = await queries
    .selectFrom("notices")
    .where("person_id", "=", person)
    .where("kind", "=", "decision")
    .where("speech_id", "=", speechId)
    .where("actor_id", "=", actorId)
    .where("read_at", "is", null)
    .where("mailed_at", "is", null)
    .select(["id", "facts"])
    .orderBy("created_at", "desc")
    .execute();
  for (const { id, facts: text } of rows) {
    const facts = JSON.parse(text) as NoticeFacts["decision"]; // written by addNotices() with this kind
    if (facts.on === "suggestion") return { id, outcomes: facts.outcomes };
  }
  return undefined;
}

interface RenewedNotice {
  readonly id: NoticeId;
  readonly person: PersonId;
  readonly facts: NoticeFacts[NoticeKind];
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Says more in a notice that wasn't read yet, and brings it to the top. */
export async function renewNotice(queries: Queries, { id, person, facts, at }: RenewedNotice): Promise<void> {
  await queries
    .updateTable("notices")
    .set({ facts: JSON.stringify(facts), created_at: at })
    .where("id", "=", id)
    .execute();
  await queueMail(queries, [person], at);
}

/** A notice that a mail told of may stay unread for good: whoever followed the mail's link saw what it was about. */
async function withoutWaiting(
  queries: Queries,
  people: readonly PersonId[],
  { kind, speechId, actorId }: Pick<NewNotice<NoticeKind>, "kind" | "speechId" | "actorId">,
): Promise<readonly PersonId[]> {
  if (people.length === 0) return people;
  const rows = await queries
    .selectFrom("notices")
    .where("person_id", "in", people)
    .where("kind", "=", kind)
    .where("speech_id", "=", speechId)
    .where("actor_id", "=", actorId)
    .where("read_at", "is", null)
    .where("mailed_at", "is", null)
    .select("person_id")
    .execute();
  const known = new Set(rows.map(({ person_id }) => person_id));
  return people.filter((person) => !known.has(person));
}

/** Brings to the top what kept `once` from telling it again: what it says is so once more. Resolves with whose it is. */
export async function renewWaiting(
  queries: Queries,
  people: readonly PersonId[],
  { kind, speechId, actorId, at }: Pick<NewNotice<NoticeKind>, "kind" | "speechId" | "actorId" | "at">,
): Promise<readonly PersonId[]> {
  if (people.length === 0) return people;
  const rows = await queries
    .updateTable("notices")
    .set({ created_at: at })
    .where("person_id", "in", people)
    .where("kind", "=", kind)
    .where("speech_id", "=", speechId)
    .where("actor_id", "=", actorId)
    .where("read_at", "is", null)
    .where("mailed_at", "is", null)
    .returning("person_id")
    .execute();
  const renewed = rows.map(({ person_id }) => person_id);
  if (renewed.length > 0) await queueMail(queries, renewed, at);
  return renewed;
}

async function queueMail(queries: Queries, people: readonly PersonId[], at: number): Promise<void> {
  const wanting = await queries
    .selectFrom("mail_settings")
    .where("person_id", "in", people)
    .where("enabled", "=", 1)
    .select("person_id")
    .execute();
  if (wanting.length === 0) return;
  await queries
    .insertInto("mail_queue")
    .values(
      wanting.map(({ person_id }) => ({ person_id, first_at: at, last_at: at, attempts: 0, not_before: 0 })),
    )
    .onConflict((conflict) => conflict.column("person_id").doUpdateSet({ last_at: at }))
    .execute();
}

export interface NoticeFilter {
  /** Only what no mail told of and nobody has read. */
  readonly toMail?: boolean;
}

/** All that no mail told of and nobody has read, however many. */
export async function waitingForMail(
  queries: Queries,
  personId: PersonId,
): Promise<readonly Pick<Notice, "id" | "at">[]> {
  return queries
    .selectFrom("notices")
    .where("person_id", "=", personId)
    .where("read_at", "is", null)
    .where("mailed_at", "is", null)
    .select(["id", "created_at as at"])
    .orderBy("id")
    .execute();
}

/** What was told until now is in no mail that is written later. */
export async function leaveOutOfMail(queries: Queries, personId: PersonId, at: number): Promise<void> {
  await queries
    .updateTable("notices")
    .set({ mailed_at: at })
    .where("person_id", "=", personId)
    .where("mailed_at", "is", null)
    .execute();
}

/** Newest first. Of a speech that the person isn't on any more nothing is shown but what they knew. */
export async function readNotices(
  queries: Queries,
  personId: PersonId,
  { toMail = false }: NoticeFilter = {},
): Promise<readonly Notice[]> {
  let select = queries
    .selectFrom("notices")
    .innerJoin("people", "people.id", "notices.actor_id")
    .leftJoin("members", (join) =>
      join
        .onRef("members.speech_id", "=", "notices.speech_id")
        .onRef("members.person_id", "=", "notices.person_id"),
    )
    .leftJoin("speeches", "speeches.id", "members.speech_id")
    .where("notices.person_id", "=", personId)
    .select(["notices.id", "kind", "facts", "actor_id", "people.name", "notices.created_at", "read_at"])
    .select(["speeches.id as speech_id", "speeches.title", "members.role"])
    .orderBy("notices.created_at", "desc")
    .orderBy("notices.id", "desc")
    .limit(SHOWN);
  if (toMail) select = select.where("read_at", "is", null).where("mailed_at", "is", null);
  const rows = await select.execute();
  const parsed = rows.map((row) => ({
    row,
    // Written by addNotices() together with their kind.
    facts: JSON.parse(row.facts) as FactsToRead,
  }));
  const excerpts = await excerptsOf(
    queries,
    parsed.flatMap(({ facts }) => facts.comment ?? []),
  );
  const tasks = await tasksSaid(
    queries,
    parsed.flatMap(({ facts }) => facts.version ?? []),
  );
  return parsed.map(({ row, facts }) => {
    const speech =
      row.speech_id === null || row.title === null ? null : { id: row.speech_id, title: row.title };
    const maySee = row.role !== null && can(row.role, "see-versions");
    const task = maySee && facts.version !== undefined ? tasks.get(taskKey(facts)) : undefined;
    const comment = facts.comment === undefined ? undefined : excerpts.get(facts.comment);
    const said = comment === undefined ? task : comment.isOfDirective && !maySee ? null : comment.text;
    return {
      id: row.id,
      kind: row.kind,
      facts,
      actor: { id: row.actor_id, name: row.name },
      speech,
      excerpt: speech === null ? null : (said ?? null),
      at: row.created_at,
      read: row.read_at !== null,
    } as Notice; // kind and facts were written together
  });
}

export async function countUnread(queries: Queries, personId: PersonId): Promise<number> {
  const { count } = await queries
    .selectFrom("notices")
    .where("person_id", "=", personId)
    .where("read_at", "is", null)
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Without ids all of them, but for those told after `until`; another person's are left alone. */
export async function markRead(
  queries: Queries,
  personId: PersonId,
  { ids, until }: NoticesRead,
  at: number,
): Promise<void> {
  if (ids?.length === 0) return;
  let update = queries
    .updateTable("notices")
    .set({ read_at: at })
    .where("person_id", "=", personId)
    .where("read_at", "is", null);
  if (ids !== undefined) update = update.where("id", "in", ids);
  if (until !== undefined) update = update.where("created_at", "<=", until);
  await update.execute();
}
