// @vitest-environment happy-dom
/** Threads whose words go and come back by undo while they are put to other words, in real editors. */
import { Collaboration } from "@tiptap/extension-collaboration";
import { expect, it } from "vitest";
import { OncePlaced } from "@/components/editor/comments/once-placed";
import { asOneUndoStep } from "@/components/editor/one-undo-step";
import { BindingGuard } from "@/components/sync/binding-guard";
import { FRAGMENT } from "@/core/document/fragment";
import { openPageEditor } from "../editor/page-editor";
import { openCommentedLine } from "../helpers/commented-line";
import { ProposingPage } from "../helpers/proposing-page";
import { until } from "../helpers/rooms";
import { textOf } from "../helpers/shared-edit";
import { SyncClient } from "../helpers/sync-client";

/** Two who write on one line of eight characters, and one thread. */
async function openSpeech() {
  const line = await openCommentedLine("我们要推动工作吗");
  const { rooms, speechId, chief, together, words } = line;
  const open = async () => {
    const client = new SyncClient(rooms, speechId);
    await until(() => client.fragment.length > 0);
    line.join(client);
    const collaboration = Collaboration.configure({ document: client.doc, field: FRAGMENT });
    return { client, editor: openPageEditor(collaboration, BindingGuard, OncePlaced) };
  };
  const [one, other] = [await open(), await open()];
  const put = (from: number, to: number) => line.put(one.editor, from, to);
  /** As a step of its own, as in the page. */
  const cut = async ({ editor }: typeof one, from: number, to: number) => {
    const slice = editor.state.doc.slice(from, to);
    asOneUndoStep(editor, () => editor.view.dispatch(editor.state.tr.delete(from, to)));
    await together();
    return slice;
  };
  const undo = async ({ editor }: typeof one) => {
    editor.commands.undo();
    await together();
  };
  const redo = async ({ editor }: typeof one) => {
    editor.commands.redo();
    await together();
  };
  const text = () => textOf(chief.doc).textContent;
  return { one, other, together, put, words, cut, undo, redo, text };
}

it("CO-65 a lost thread that was put to other words stays there when undo brings its own back", async () => {
  const { one, put, words, cut, undo, redo, text } = await openSpeech();
  await put(4, 6);
  expect(words()).toBe("推动");
  await cut(one, 4, 7);
  expect(words()).toBe("");
  await put(1, 3);
  expect(words()).toBe("我们");
  await undo(one);
  expect([text(), words()]).toEqual(["我们要推动工作吗", "我们"]);
  await redo(one);
  await undo(one);
  expect([text(), words()]).toEqual(["我们要推动工作吗", "我们"]);
});

it("CO-65 words that come back by undo have their thread again where it stood nowhere, or they were some of its words", async () => {
  const { one, other, put, words, cut, undo } = await openSpeech();
  await put(4, 8);
  await cut(one, 6, 8);
  await undo(one);
  expect(words()).toBe("推动工作");
  await cut(other, 4, 6);
  await cut(one, 4, 6);
  expect(words()).toBe("");
  await undo(other);
  await undo(one);
  expect(words()).toBe("推动工作");
});

it("CO-65 a thread that a colleague cut and pasted on stays with those words when the first cut is undone", async () => {
  const { one, other, together, put, words, cut, undo } = await openSpeech();
  await put(4, 6);
  const slice = await cut(one, 4, 6);
  asOneUndoStep(one.editor, () => one.editor.view.dispatch(one.editor.state.tr.replace(1, 1, slice)));
  await together();
  expect(words()).toBe("推动");
  const again = await cut(other, 1, 3);
  other.editor.view.dispatch(other.editor.state.tr.replace(7, 7, again));
  await together();
  await undo(one);
  await undo(one);
  expect(words()).toBe("推动");
});

it("CO-65 a thread on words that a colleague moved on stays with those when the first move is undone", async () => {
  const { one, other, together, put, words, undo } = await openSpeech();
  await put(4, 8);
  const move = async ({ editor }: typeof one, from: number, to: number, at: number) => {
    const slice = editor.state.doc.slice(from, to);
    asOneUndoStep(editor, () =>
      editor.view.dispatch(editor.state.tr.delete(from, to).replace(at, at, slice)),
    );
    await together();
  };
  await move(one, 4, 8, 1);
  await move(other, 1, 5, 4);
  expect(words()).toBe("推动工作");
  await undo(one);
  expect(words()).toBe("推动工作");
});

it("CO-66 of two people who put a thread to other words at once the later one's are its place", async () => {
  const { one, put, words, cut, undo } = await openSpeech();
  await put(4, 6);
  await cut(one, 4, 6);
  await Promise.all([put(1, 3), put(4, 6)]);
  expect(words()).toBe("工作");
  await undo(one);
  expect(words()).toBe("工作");
});

it("CO-65 the same for who may only suggest, in own proposed words", async () => {
  const { rooms, speechId, join, together, put, words } = await openCommentedLine("我们要推动工作");
  const one = await ProposingPage.open(rooms, speechId, "suggester");
  join(one.client);
  one.editor.commands.insertContentAt(4, "大力");
  await together();
  await put(one.editor, 4, 6);
  expect(words()).toBe("大力");
  asOneUndoStep(one.editor, () => one.editor.commands.deleteRange({ from: 4, to: 6 }));
  await together();
  expect(words()).toBe("");
  await put(one.editor, 1, 3);
  one.editor.commands.undo();
  await together();
  expect([one.client.closeError, words()]).toEqual([null, "我们"]);
});
