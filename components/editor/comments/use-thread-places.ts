"use client";

import type { Editor } from "@tiptap/core";
import { useMemo } from "react";
import type { Thread } from "@/core/review/thread";
import { usePausedText } from "../use-paused-text";
import { readThreadPlaces } from "./thread-places";

/** Where the threads stand, read again when typing pauses, and when one has come that isn't found. */
export function useThreadPlaces(editor: Editor, threads: readonly Thread[]) {
  const text = usePausedText(editor);
  return useMemo(() => {
    const places = readThreadPlaces(text);
    const isMissing = threads.some(({ id, quote }) => quote !== null && !places.has(id));
    // A new one's words are marked by now; until the pause it would be among those whose words are gone.
    return isMissing ? readThreadPlaces(editor.state.doc) : places;
  }, [editor, text, threads]);
}
