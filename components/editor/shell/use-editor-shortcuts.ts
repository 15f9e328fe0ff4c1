"use client";

import { useHotkeys } from "@mantine/hooks";
import type { Editor } from "@tiptap/core";
import { goToMatch } from "../find/find";

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
      ["mod+alt+M", onComment],
      // The text is stored as it is typed: the browser would only offer to save the page.
      ["mod+S", () => undefined],
      ["F3", () => goToMatch(editor, "next")],
      ["shift+F3", () => goToMatch(editor, "previous")],
    ],
    everywhere,
    true,
  );
}
