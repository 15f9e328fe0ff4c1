"use client";

import { useHotkeys } from "@mantine/hooks";
import type { Editor } from "@tiptap/core";
import { goToMatch } from "../find/find";
import { useAltLetters } from "./use-alt-letters";

interface EditorShortcuts {
  readonly editor: Editor;
  readonly onFind: () => void;
  readonly onComment: () => void;
}

/** Shortcuts that work wherever the focus is: the browser's own search knows no replacing. */
export function useEditorShortcuts({ editor, onFind, onComment }: EditorShortcuts): void {
  const everywhere: string[] = [];
  useHotkeys(
    [
      ["mod+F", onFind],
      ["mod+H", onFind],
      // The text is stored as it is typed: the browser would only offer to save the page.
      ["mod+S", () => undefined],
      ["F3", () => goToMatch(editor, "next")],
      ["shift+F3", () => goToMatch(editor, "previous")],
    ],
    everywhere,
    true,
  );
  useAltLetters([["mod+Alt+M", onComment]]);
  // The text and the fields undo by themselves. Elsewhere, as behind a move in the outline, the browser wouldn't.
  useHotkeys([
    ["mod+Z", (event) => isAtText(event) && outsideText(editor, "undo")],
    ["mod+shift+Z", (event) => isAtText(event) && outsideText(editor, "redo")],
    ["mod+Y", (event) => isAtText(event) && outsideText(editor, "redo")],
  ]);
}

/** Not from within a dialog, which hides what would change. The page's sides may be drawers. */
function isAtText({ target }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return true;
  return target.closest("[role=dialog]") === null || target.closest("[data-side]") !== null;
}

function outsideText(editor: Editor, command: "undo" | "redo"): void {
  if (!editor.isEditable) return;
  const focused = document.activeElement;
  editor.commands[command]();
  // An entry of the outline that changes its place loses the focus; whoever undoes may go on undoing.
  requestAnimationFrame(() => {
    if (focused instanceof HTMLElement && document.activeElement === document.body) focused.focus();
  });
}
