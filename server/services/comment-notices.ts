/**
 * Who is told of a comment: whom it mentions, and who has a part in its thread. Of one about a directive nobody
 * who may not see that.
 */
import type { CommentId, PersonId, SpeechId, ThreadId } from "@/core/ids";
import type { Queries } from "../db/database";
import { directiveThreads } from "./directive-threads";
import { readersAmong } from "./notice-readers";
import { addNotices } from "./notice-rows";
import { listMembers } from "./speech-members";

interface ToldComment {
  readonly id: CommentId;
  readonly speechId: SpeechId;
  readonly threadId: ThreadId;
  readonly actorId: PersonId;
  /** Checked to be on the speech. */
  readonly mentions: readonly PersonId[];
  /** Epoch milliseconds. */
  readonly at: number;
}

export async function tellMentioned(queries: Queries, comment: ToldComment): Promise<readonly PersonId[]> {
  const { id, threadId, mentions, ...where } = comment;
  const facts = { thread: threadId, comment: id };
  const people = await readersOf(queries, comment, mentions);
  return addNotices(queries, { kind: "mention", facts, people, ...where });
}

/** Whoever is mentioned hears of it once. */
export async function tellOfReply(queries: Queries, comment: ToldComment): Promise<readonly PersonId[]> {
  const { id, speechId, threadId, mentions, ...where } = comment;
  const mentioned = await tellMentioned(queries, comment);
  const rows = await queries
    .selectFrom("comments")
    .innerJoin("members", (join) =>
      join
        .onRef("members.speech_id", "=", "comments.speech_id")
        .onRef("members.person_id", "=", "comments.author_id"),
    )
    .where("thread_id", "=", threadId)
    .select("author_id")
    .distinct()
    .execute();
  const others = rows.map(({ author_id }) => author_id).filter((person) => !mentions.includes(person));
  const people = await readersOf(queries, comment, others);
  const facts = { thread: threadId, comment: id };
  const replied = await addNotices(queries, { kind: "reply", facts, people, speechId, ...where });
  return [...mentioned, ...replied];
}

async function readersOf(
  queries: Queries,
  { speechId, threadId }: Pick<ToldComment, "speechId" | "threadId">,
  people: readonly PersonId[],
): Promise<readonly PersonId[]> {
  if (people.length === 0) return people;
  const ofDirective = await directiveThreads(queries).where("threads.id", "=", threadId).executeTakeFirst();
  return ofDirective === undefined ? people : readersAmong(people, await listMembers(queries, speechId));
}
