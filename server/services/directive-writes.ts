/** Writes a new directive with its thread; the callers decided access. */
import { PENDING_STATES } from "@/core/directive";
import type { NewDirective } from "@/core/directive-requests";
import { AppError } from "@/core/errors";
import { commentIdSchema, type DirectiveId, type SpeechId, type ThreadId } from "@/core/ids";
import { newId } from "@/core/new-id";
import type { Person } from "@/core/person";
import type { Queries } from "../db/database";
import { setState } from "./directive-rows";
import { fatesOfRewordings } from "./suggestion-fates";
import { insertComment, insertThread } from "./thread-writes";

type WithoutPlace<Input> = Input extends unknown ? Omit<Input, "place"> : never;

interface DirectiveToInsert {
  readonly actor: Person;
  readonly speechId: SpeechId;
  readonly input: WithoutPlace<NewDirective>;
  /** The passage's words, as they were before the same person's earlier rewordings; null for the whole text. */
  readonly quote: string | null;
  /** Marked in the text already, for an instruction on a passage. */
  readonly thread: ThreadId;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Whether this very one was stored before; `conflict` when its id stands for another. */
export async function sentBefore(
  queries: Queries,
  actor: Person,
  speechId: SpeechId,
  input: NewDirective,
): Promise<boolean> {
  const row = await queries
    .selectFrom("directives")
    .select(["speech_id", "author_id", "kind", "wording", "thread_id"])
    .where("id", "=", input.id)
    .executeTakeFirst();
  if (row === undefined) return false;
  const isSame =
    row.speech_id === speechId &&
    row.author_id === actor.id &&
    row.kind === input.kind &&
    (input.kind === "rewording"
      ? row.wording === input.wording
      : [undefined, input.body].includes(await saidFirst(queries, row.thread_id)));
  // Taken for the first, other words would be lost without a sign.
  if (!isSame) throw new AppError("conflict", "the id is taken");
  return true;
}

/** An instruction as it was given; undefined once it was edited, deleted or withdrawn. */
async function saidFirst(queries: Queries, thread: ThreadId | null): Promise<string | undefined> {
  const first = await queries
    .selectFrom("comments")
    .select(["body", "deleted", "edited_at"])
    .where("thread_id", "=", thread)
    .orderBy("created_at")
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
  return first === undefined || first.deleted === 1 || first.edited_at !== null ? undefined : first.body;
}

export async function insertDirective(
  queries: Queries,
  { actor, speechId, input, quote, thread, now }: DirectiveToInsert,
): Promise<void> {
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
      quote: quote ?? "",
      wording: isInstruction ? null : input.wording,
      thread_id: isInstruction ? thread : null,
      state: "open",
      settled_by: null,
      settled_at: null,
      created_at: now,
    })
    .execute();
}

/** The actor's rewordings that nobody carried out yet, nor decided on among all other suggestions. */
export async function openRewordings(
  queries: Queries,
  speechId: SpeechId,
  actor: Person,
): Promise<readonly DirectiveId[]> {
  const rows = await queries
    .selectFrom("directives")
    .where("speech_id", "=", speechId)
    .where("author_id", "=", actor.id)
    .where("kind", "=", "rewording")
    .where("state", "in", PENDING_STATES)
    .select("id")
    .execute();
  const fates = await fatesOfRewordings(queries, speechId);
  return rows.flatMap(({ id }) => (fates.has(id) ? [] : [id]));
}

/** Its author worded the passage anew; what was asked about the old words is settled with them. */
export async function withdrawReplaced(
  queries: Queries,
  id: DirectiveId,
  actor: Person,
  at: number,
): Promise<void> {
  await setState(queries, id, { state: "withdrawn", by: actor.id, at });
  await queries
    .updateTable("threads")
    .set({ resolved_by: actor.id, resolved_at: at })
    .where("id", "=", queries.selectFrom("directives").select("thread_id").where("id", "=", id))
    .execute();
}
