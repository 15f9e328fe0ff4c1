"use client";

import type { Editor } from "@tiptap/core";
import { useMemo } from "react";
import type { Thread } from "@/core/review/thread";
import { usePausedText } from "../use-paused-text";
import { placesOf, type ThreadPlaces } from "./thread-places";

/** Where the threads stand, read again when typing pauses, and when one has come that isn't found. */
export function useThreadPlaces(editor: Editor, threads: readonly Thread[]): ThreadPlaces {
  const paused = usePausedText(editor);
  return useMemo(() => placesOf(threads, { paused, now: editor.state.doc }), [editor, paused, threads]);
}
