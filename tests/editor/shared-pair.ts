/** Two editors on one shared text, each of which hears of every change of the other's at once. */
import { yUndoPluginKey } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { openSharedEditor } from "./shared-editor";
import { speech } from "./speech-state";

/** 甲乙丙丁 and 后, two lines; `undoManager` is mine, with nothing to undo yet. */
export function openPair() {
  const [mine, theirs] = [new Y.Doc(), new Y.Doc()];
  for (const [from, to] of [
    [mine, theirs],
    [theirs, mine],
  ] as const) {
    from.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== to) Y.applyUpdate(to, update, from);
    });
  }
  const [me, colleague] = [openSharedEditor(mine), openSharedEditor(theirs)];
  const { tr } = me.state;
  me.dispatch(tr.replaceWith(0, tr.doc.content.size, speech(["p", "甲乙丙丁"], ["p", "后"]).content));
  const undoManager: Y.UndoManager = yUndoPluginKey.getState(me.state).undoManager;
  undoManager.clear();
  return { me, colleague, undoManager };
}
