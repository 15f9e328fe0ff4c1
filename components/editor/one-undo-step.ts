/** Keeps an action from melting into the typing before and after it when it is undone. */
import type { Editor } from "@tiptap/core";
import { yUndoPluginKey } from "@tiptap/y-tiptap";

/** Runs `action` so that one undo takes back exactly what it did. */
export function asOneUndoStep<Result>(editor: Editor, action: () => Result): Result {
  const stopCapturing = () => yUndoPluginKey.getState(editor.state)?.undoManager.stopCapturing();
  stopCapturing();
  const result = action();
  stopCapturing();
  return result;
}
