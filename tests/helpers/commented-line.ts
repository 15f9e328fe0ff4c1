/** A line in a room, its chief, and one thread that the chief puts on words of it, found in somebody's editor. */
import type { Editor } from "@tiptap/core";
import { placeBetween } from "@/components/editor/comments/selected-place";
import { newThreadId } from "@/core/ids";
import { liveThreads } from "@/server/sync/live-threads";
import { commentedWords } from "./commented-words";
import { openRooms, until } from "./rooms";
import { textOf } from "./shared-edit";
import { SyncClient } from "./sync-client";

export async function openCommentedLine(line: string) {
  const { rooms, speechId } = openRooms();
  const chief = new SyncClient(rooms, speechId, { role: "chief" });
  await until(() => chief.role !== null);
  chief.write(line);
  await until(() => chief.allSaved);
  const clients = [chief];
  const threads = liveThreads(rooms);
  const thread = newThreadId();
  /** Resolves when all have saved what they wrote, and have one text. */
  const together = () =>
    until(() => {
      const texts = new Set(clients.map(({ fragment }) => fragment.toString()));
      return clients.every(({ allSaved }) => allSaved) && texts.size === 1;
    });
  return {
    rooms,
    speechId,
    chief,
    together,
    /** From now on together() waits for these too. */
    join: (...others: readonly SyncClient[]) => void clients.push(...others),
    put: async (editor: Editor, from: number, to: number) => {
      const place = placeBetween(editor, from, to);
      if (place === null) throw new Error("no text there");
      await threads.mark(speechId, chief.personId, thread, place.range);
      await together();
    },
    takeAway: async () => {
      await threads.unmark(speechId, chief.personId, thread);
      await together();
    },
    /** Those that the thread stands on. */
    words: () => commentedWords(textOf(chief.doc).toJSON(), thread),
  };
}
