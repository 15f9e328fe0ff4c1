/** A thread on words of a speech, and where it stands. */
import type * as Y from "yjs";
import type { DocumentNode } from "@/core/document/schema";
import { type CommentId, newCommentId, newThreadId, type ThreadId } from "@/core/ids";
import { liveThreads } from "@/server/sync/live-threads";
import { createVersionTexts } from "@/server/sync/version-texts";
import { firstOfBlock } from "./text-range";
import type { VersionOffice } from "./version-office";

interface Words {
  /** The text as the page has it that the chief comments in. */
  readonly fragment: Y.XmlFragment;
  readonly block: number;
  /** In characters from the block's beginning. */
  readonly length: number;
}

export async function commentOn(
  { chief, speechId, threads, liveRooms }: VersionOffice,
  { fragment, block, length }: Words,
): Promise<{ readonly thread: ThreadId; readonly first: CommentId }> {
  const [thread, first] = [newThreadId(), newCommentId()];
  const range = firstOfBlock(fragment, block, length);
  const quote = await liveThreads(liveRooms).mark(speechId, chief.id, thread, range);
  const said = { id: first, body: "改推进？", mentions: [] };
  await threads.create(chief, speechId, { id: thread, place: { range, quote }, comment: said });
  return { thread, first };
}

/** The words that the thread stands on, each behind the index of its block: "1:民生". */
export async function placesOf(
  { liveRooms, speechId }: VersionOffice,
  thread: ThreadId,
): Promise<readonly string[]> {
  const { document } = await createVersionTexts(liveRooms).snapshot(speechId, null);
  return (document.content ?? []).flatMap((block: DocumentNode, index) =>
    (block.content ?? [])
      .filter(({ marks }) => marks?.some(({ attrs }) => attrs?.thread === thread))
      .map(({ text }) => `${index}:${text}`),
  );
}
