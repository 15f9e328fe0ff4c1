/** Rows that a backup must bring back, beside a speech that is there. */
import { newCommentId, newThreadId, newVersionId, type PersonId, type SpeechId } from "@/core/ids";
import { newId } from "@/core/new-id";
import type { Storage } from "@/server/db/storage";
import { insertVersion } from "@/server/services/version-rows";

/** A resolved thread with an edited comment and a reaction, and a removal. */
export async function addThread(
  storage: Storage,
  speechId: SpeechId,
  personId: PersonId,
  at: number,
): Promise<void> {
  const [threadId, commentId] = [newThreadId(), newCommentId()];
  const thread = { id: threadId, speech_id: speechId, quote: "原话", created_at: at };
  const comment = {
    id: commentId,
    thread_id: threadId,
    speech_id: speechId,
    author_id: personId,
    created_at: at,
  };
  const reaction = { comment_id: commentId, person_id: personId, speech_id: speechId };
  await storage.database.transaction(async (queries) => {
    await queries
      .insertInto("threads")
      .values({ ...thread, resolved_by: personId, resolved_at: at })
      .execute();
    await queries
      .insertInto("comments")
      .values({ ...comment, body: "请核实", mentions: "[]", deleted: 0, edited_at: null })
      .execute();
    await queries
      .insertInto("comment_edits")
      .values({ comment_id: commentId, speech_id: speechId, body: "核实", replaced_at: at })
      .execute();
    await queries
      .insertInto("removals")
      .values({ speech_id: speechId, seq: 1, person_id: personId, bytes: Uint8Array.of(0, 255) })
      .execute();
    await queries
      .insertInto("reactions")
      .values({ ...reaction, reaction: "agree" })
      .execute();
  });
}

/** A version by hand; what its texts hold isn't read. */
export async function addVersion(storage: Storage, speechId: SpeechId, personId: PersonId, at: number) {
  const id = newVersionId();
  const text = {
    id: newId(),
    speech_id: speechId,
    base_id: null,
    authors: Uint8Array.of(7, 8),
    bytes: Uint8Array.of(1, 2, 255),
  };
  await storage.database.transaction((queries) =>
    insertVersion(
      queries,
      {
        id,
        speech_id: speechId,
        kind: "named",
        name: "一稿",
        note: "",
        made_by: personId,
        from_version: null,
        stage: null,
        draft: null,
        text_id: text.id,
        numbering_style: "flat",
        content_hash: "hash",
        characters: 3,
        spoken_units: 3,
        added: 3,
        deleted: 0,
        state_vector: Uint8Array.of(0),
        created_at: at,
      },
      text,
      new Map([[personId, { characters: 3, removed: 2 }]]),
    ),
  );
}
