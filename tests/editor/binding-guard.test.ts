/** y-tiptap's own binding between a shared document and an editor's state, without a browser. */
import { Plugin } from "@tiptap/pm/state";
import { afterEach, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { FRAGMENT } from "@/core/document/fragment";
import { openSharedEditor } from "./shared-editor";
import { linesOf, speech } from "./speech-state";

afterEach(() => vi.unstubAllGlobals());

/** Throws once what `next` is, when a change is applied. */
function failingPlugin(failing: { next: Error | null }): Plugin {
  return new Plugin({
    state: {
      init: () => null,
      apply: () => {
        const error = failing.next;
        failing.next = null;
        if (error !== null) throw error;
        return null;
      },
    },
  });
}

it("SY-116 when showing a colleague's text fails, it is drawn anew and reported, and one's own next letter keeps it", () => {
  const reported: unknown[] = [];
  vi.stubGlobal("reportError", (error: unknown) => reported.push(error));
  const [mine, theirs] = [new Y.Doc(), new Y.Doc()];
  mine.on("update", (update: Uint8Array) => Y.applyUpdate(theirs, update));
  const failing: { next: Error | null } = { next: null };
  const editor = openSharedEditor(mine, failingPlugin(failing));
  const { tr } = editor.state;
  editor.dispatch(tr.replaceWith(0, tr.doc.content.size, speech(["p", "甲段"], ["p", "乙段"]).content));
  const line = (index: number) => {
    const block = theirs.getXmlFragment(FRAGMENT).get(index) as Y.XmlElement; // paragraphs only
    return block.get(0) as Y.XmlText;
  };
  const write = (index: number, text: string) => {
    line(index).insert(2, text);
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));
  };

  write(0, "她的");
  expect(linesOf(editor.state.doc)).toEqual(["甲段她的", "乙段"]);
  expect(reported).toEqual([]);

  const error = new Error("a plugin that can't go on");
  failing.next = error;
  write(1, "也写");
  expect(linesOf(editor.state.doc)).toEqual(["甲段她的", "乙段也写"]);
  expect(reported).toEqual([error]);
  editor.dispatch(editor.state.tr.insertText("我", 1));
  expect([line(0), line(1)].map(String)).toEqual(["我甲段她的", "乙段也写"]);

  // Taken off, the binding is as it was: it throws.
  editor.unguard();
  failing.next = error;
  expect(() => write(1, "再")).toThrow(error);
});
