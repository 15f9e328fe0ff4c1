/** y-tiptap's own binding between a shared document and an editor's state, without a browser. */
import { EditorState, Plugin, type PluginView, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { ySyncPlugin, yUndoPlugin } from "@tiptap/y-tiptap";
import { afterEach, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { guardBinding } from "@/components/sync/binding-guard";
import { FRAGMENT } from "@/core/document/fragment";
import { documentSchema } from "@/core/document/schema";
import { linesOf, speech } from "./speech-state";

afterEach(() => vi.unstubAllGlobals());

/** An editor's state with what y-tiptap needs of a view around it; `failing` throws when a change is applied. */
function openEditor(doc: Y.Doc, failing: { next: Error | null }) {
  const fails = new Plugin({
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
  const fragment = doc.getXmlFragment(FRAGMENT);
  const plugins = [ySyncPlugin(fragment), yUndoPlugin(), fails];
  const parts: PluginView[] = [];
  const view = {
    state: EditorState.create({ schema: documentSchema(), plugins }),
    hasFocus: () => false,
    dispatch(transaction: Transaction) {
      const before = view.state;
      view.state = view.state.apply(transaction);
      for (const part of parts) part.update?.(asView, before);
    },
  };
  const asView = view as unknown as EditorView; // all of it that the two plugins and the guard touch
  for (const plugin of plugins) {
    const part = plugin.spec.view?.(asView);
    if (part !== undefined) parts.push(part);
  }
  return { view, asView };
}

it("SY-116 when showing a colleague's text fails, it is drawn anew and reported, and one's own next letter keeps it", () => {
  const reported: unknown[] = [];
  vi.stubGlobal("reportError", (error: unknown) => reported.push(error));
  const [mine, theirs] = [new Y.Doc(), new Y.Doc()];
  mine.on("update", (update: Uint8Array) => Y.applyUpdate(theirs, update));
  const failing: { next: Error | null } = { next: null };
  const { view, asView } = openEditor(mine, failing);
  const unguard = guardBinding(asView);
  const { tr } = view.state;
  view.dispatch(tr.replaceWith(0, tr.doc.content.size, speech(["p", "甲段"], ["p", "乙段"]).content));
  const line = (index: number) => {
    const block = theirs.getXmlFragment(FRAGMENT).get(index) as Y.XmlElement; // paragraphs only
    return block.get(0) as Y.XmlText;
  };
  const write = (index: number, text: string) => {
    line(index).insert(2, text);
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));
  };

  write(0, "她的");
  expect(linesOf(view.state.doc)).toEqual(["甲段她的", "乙段"]);
  expect(reported).toEqual([]);

  const error = new Error("a plugin that can't go on");
  failing.next = error;
  write(1, "也写");
  expect(linesOf(view.state.doc)).toEqual(["甲段她的", "乙段也写"]);
  expect(reported).toEqual([error]);
  view.dispatch(view.state.tr.insertText("我", 1));
  expect([line(0), line(1)].map(String)).toEqual(["我甲段她的", "乙段也写"]);

  // Taken off, the binding is as it was: it throws.
  unguard();
  failing.next = error;
  expect(() => write(1, "再")).toThrow(error);
});
