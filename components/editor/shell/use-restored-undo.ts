"use client";

import { getHotkeyHandler } from "@mantine/hooks";
import type { Editor } from "@tiptap/core";
import { useEffect, useEffectEvent } from "react";
import { undoesItself } from "@/components/versions/undoes-itself";
import { useRestoredNotice } from "@/components/versions/use-restored-notice";
import type { SpeechId } from "@/core/ids";

/**
 * Who comes back from bringing a version back can undo that here too: by a notice, and by the keys of undoing once
 * nothing of their own is left to undo.
 */
export function useRestoredUndo(editor: Editor, speechId: SpeechId): void {
  const { offer, takeBack, has } = useRestoredNotice(speechId);
  const offerAgain = useEffectEvent(offer);
  useEffect(() => offerAgain(), []);
  const undo = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing || undoesItself(event.target) || !has() || editor.can().undo()) return;
    event.preventDefault();
    event.stopPropagation();
    void takeBack();
  });
  useEffect(() => {
    // Before the text's own keys: those that undo its last change mustn't undo this too.
    const onKeyDown = getHotkeyHandler([["mod+Z", (event) => undo(event), { preventDefault: false }]]);
    window.addEventListener("keydown", onKeyDown, { capture: true });
    return () => window.removeEventListener("keydown", onKeyDown, { capture: true });
  }, []);
}
