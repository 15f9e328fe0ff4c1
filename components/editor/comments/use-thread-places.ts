"use client";

import type { Editor } from "@tiptap/core";
import { useMemo } from "react";
import { usePausedText } from "../use-paused-text";
import { readThreadPlaces } from "./thread-places";

/** Where the threads stand, read again when typing pauses. */
export function useThreadPlaces(editor: Editor) {
  const text = usePausedText(editor);
  return useMemo(() => readThreadPlaces(text), [text]);
}
