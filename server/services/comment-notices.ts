/** Who is told of a comment: whom it mentions, and who has a part in its thread. */
import type { CommentId, PersonId, SpeechId, ThreadId } from "@/core/ids";
import type { Queries } from "../db/database";
import { addNotices } from "./notice-rows";

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

export function tellMentioned(queries: Queries, comment: ToldComment): Promise<readonly PersonId[]> {
  const { id, threadId, mentions, ...where } = comment;
  const facts = { thread: threadId, comment: id };
  return addNotices(queries, { kind: "mention", facts, people: mentions, ...where });
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
  const people = rows.map(({ author_id }) => author_id).filter((person) => !mentions.includes(person));
  const facts = { thread: threadId, comment: id };
  const replied = await addNotices(queries, { kind: "reply", facts, people, speechId, ...where });
  return [...mentioned, ...replied];
}
