// @vitest-environment happy-dom
/** Undoing one's own suggestion that a thread of comments stands on, or stood on, in real editors. */
import { yUndoPluginKey } from "@tiptap/y-tiptap";
import { expect, it } from "vitest";
import { rejectAll } from "@/core/review/settle";
import { openCommentedLine } from "../helpers/commented-line";
import { ProposingPage } from "../helpers/proposing-page";
import { textOf } from "../helpers/shared-edit";

/** Two who may only suggest, on one line, and a chief who comments. */
async function openSpeech() {
  const line = await openCommentedLine("我们要推动工作");
  const { rooms, speechId, chief, together, words, takeAway } = line;
  const one = await ProposingPage.open(rooms, speechId, "suggester");
  const other = await ProposingPage.open(rooms, speechId, "suggester");
  line.join(one.client, other.client);
  const comment = (from: number, to: number) => line.put(one.editor, from, to);
  return { one, other, chief, together, comment, deleteThread: takeAway, words };
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
