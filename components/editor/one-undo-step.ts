/** Keeps an action from melting into the typing before and after it when it is undone. */
import type { Editor } from "@tiptap/core";
import type { EditorState } from "@tiptap/pm/state";
import { yUndoPluginKey } from "@tiptap/y-tiptap";
import type { UndoManager } from "yjs";

/** Runs `action` so that one undo takes back exactly what it did. */
export function asOneUndoStep<Result>(editor: Editor, action: () => Result): Result {
  const manager = undoManagerOf(editor.state);
  manager?.stopCapturing();
  const result = action();
  manager?.stopCapturing();
  return result;
}

/** What is written next isn't undone together with what was written just before. */
export function beginUndoStep(state: EditorState): void {
  undoManagerOf(state)?.stopCapturing();
}

/** Calls back once when what was just done as one step has been undone; returns the way to stop. */
export function onLastStepUndone(editor: Editor, callback: () => void): () => void {
  const manager = undoManagerOf(editor.state);
  const step = manager?.undoStack.at(-1);
  if (manager === undefined || step === undefined) return () => undefined;
  const popped = ({ stackItem, type }: { stackItem: unknown; type: "undo" | "redo" }) => {
    if (type !== "undo" || stackItem !== step) return;
    stop();
    callback();
  };
  const stop = () => manager.off("stack-item-popped", popped);
  manager.on("stack-item-popped", popped);
  return stop;
}

/** What undoing would take back, to be recognized later; undefined where there is nothing. */
export function lastUndoStep(editor: Editor): unknown {
  return undoManagerOf(editor.state)?.undoStack.at(-1);
}

function undoManagerOf(state: EditorState): UndoManager | undefined {
  return yUndoPluginKey.getState(state)?.undoManager;
}
