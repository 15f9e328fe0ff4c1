"use client";

import type { Editor } from "@tiptap/core";
import { useCallback, useEffect, useRef, useState } from "react";
import type { SpeechId } from "@/core/ids";
import { onLastStepUndone } from "../one-undo-step";
import type { RenumberedPaste } from "./renumbered-paste";
import { forgetRenumberedStart, renumberedStart } from "./renumbered-start";

const NONE: readonly RenumberedPaste[] = [];

/** Headings that a paste, or the text the speech was made from, had renumbered: until read or undone. */
export function useRenumbered(speechId: SpeechId) {
  const [headings, setHeadings] = useState(() => renumberedStart(speechId));
  const stopWatching = useRef<() => void>(() => undefined);
  useEffect(() => () => stopWatching.current(), []);

  const forget = useCallback(() => {
    stopWatching.current();
    forgetRenumberedStart(speechId);
    setHeadings(NONE);
  }, [speechId]);

  /** Called right after the paste, whose undoing takes the notice back too. */
  const tell = useCallback(
    (told: readonly RenumberedPaste[], editor: Editor) => {
      stopWatching.current();
      stopWatching.current = onLastStepUndone(editor, forget);
      setHeadings(told);
    },
    [forget],
  );
  return { headings, tell, forget };
}
