// @vitest-environment happy-dom
/** Undoing one's own suggestion that a thread of comments stands on, or stood on, in real editors. */
import { yUndoPluginKey } from "@tiptap/y-tiptap";
import { expect, it } from "vitest";
import { placeBetween } from "@/components/editor/comments/selected-place";
import { newThreadId } from "@/core/ids";
import { rejectAll } from "@/core/review/settle";
import { liveThreads } from "@/server/sync/live-threads";
import { commentedWords } from "../helpers/commented-words";
import { ProposingPage } from "../helpers/proposing-page";
import { openRooms, until } from "../helpers/rooms";
import { textOf } from "../helpers/shared-edit";
import { SyncClient } from "../helpers/sync-client";

/** Two who may only suggest, on one line, and a chief who comments. */
async function openSpeech() {
  const { rooms, speechId } = openRooms();
  const chief = new SyncClient(rooms, speechId, { role: "chief" });
  await until(() => chief.role !== null);
  chief.write("我们要推动工作");
  await until(() => chief.allSaved);
  const one = await ProposingPage.open(rooms, speechId, "suggester");
  const other = await ProposingPage.open(rooms, speechId, "suggester");
  const together = () =>
    until(() => {
      const here = [chief, one.client, other.client].filter(({ closed }) => closed === null);
      const texts = new Set(here.map(({ fragment }) => fragment.toString()));
      return here.every(({ allSaved }) => allSaved) && texts.size === 1;
    });
  const threads = liveThreads(rooms);
  const thread = newThreadId();
  const comment = async (from: number, to: number) => {
    const place = placeBetween(one.editor, from, to);
    if (place === null) throw new Error("no text there");
    await threads.mark(speechId, chief.personId, thread, place.range);
    await together();
  };
  const deleteThread = async () => {
    await threads.unmark(speechId, chief.personId, thread);
    await together();
  };
  const words = () => commentedWords(textOf(chief.doc).toJSON(), thread);
  return { one, other, chief, together, comment, deleteThread, words };
}

it("CO-46 own proposed words that are taken out and brought back by undo have their thread again", async () => {
  const { one, chief, together, comment, words } = await openSpeech();
  one.editor.commands.insertContentAt(4, "大力");
  await together();
  await comment(4, 6);
  expect(words()).toBe("大力");
  yUndoPluginKey.getState(one.editor.state).undoManager.stopCapturing();
  one.editor.commands.deleteRange({ from: 4, to: 6 });
  await together();
  expect(words()).toBe("");
  one.editor.commands.undo();
  await together();
  expect(one.client.closeError).toBeNull();
  expect(words()).toBe("大力");
  one.editor.commands.redo();
  await together();
  expect([one.client.closeError, words()]).toEqual([null, ""]);
  expect(rejectAll(textOf(chief.doc)).textContent).toBe("我们要推动工作");
});

it("CO-46 a line break is taken back in words whose thread was deleted meanwhile, and no thread comes along", async () => {
  const { one, other, chief, together, comment, deleteThread, words } = await openSpeech();
  await comment(4, 6);
  one.editor.chain().setTextSelection(4).setHardBreak().run();
  await together();
  expect(words()).toBe("推动");
  other.editor.chain().setTextSelection({ from: 5, to: 9 }).setBold().run();
  await together();
  await deleteThread();
  one.editor.commands.undo();
  await together();
  expect([one.client.closeError, words()]).toEqual([null, ""]);
  expect(rejectAll(textOf(chief.doc)).textContent).toBe("我们要推动工作");
});
