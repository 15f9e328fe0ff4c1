/** Writes a new directive with its thread; the callers decided access. */
import type { NewDirective } from "@/core/directive-requests";
import { commentIdSchema, type SpeechId, type ThreadId } from "@/core/ids";
import { newId } from "@/core/new-id";
import type { Person } from "@/core/person";
import { quoteOf } from "@/core/review/reading-place";
import type { Queries } from "../db/database";
import { insertComment, insertThread } from "./thread-writes";

interface DirectiveToInsert {
  readonly actor: Person;
  readonly speechId: SpeechId;
  readonly input: NewDirective;
  /** Marked in the text already, for an instruction. */
  readonly thread: ThreadId;
  /** Epoch milliseconds. */
  readonly now: number;
}

export async function insertDirective(
  queries: Queries,
  { actor, speechId, input, thread, now }: DirectiveToInsert,
): Promise<void> {
  const quote = quoteOf(input.place);
  const isInstruction = input.kind === "instruction";
  if (isInstruction) {
    await insertThread(queries, { id: thread, speechId, quote, now });
    const comment = { id: commentIdSchema.parse(newId()), body: input.body, mentions: [] };
    await insertComment(queries, { actor, speechId, threadId: thread, comment, now });
  }
  await queries
    .insertInto("directives")
    .values({
      id: input.id,
      speech_id: speechId,
      author_id: actor.id,
      kind: input.kind,
      quote,
      wording: isInstruction ? null : input.wording,
      thread_id: isInstruction ? thread : null,
      state: "open",
      settled_by: null,
      settled_at: null,
      created_at: now,
    })
    .execute();
}
