"use client";

import type { Editor } from "@tiptap/core";
import { useEffect, useState } from "react";
import { pausing } from "../pausing";
import { readThreadPlaces } from "./thread-places";

/** Where the threads stand, read again when typing pauses. */
export function useThreadPlaces(editor: Editor) {
  const [places, setPlaces] = useState(() => readThreadPlaces(editor.state.doc));
  useEffect(() => {
    const read = pausing(() => {
      if (!editor.isDestroyed) setPlaces(readThreadPlaces(editor.state.doc));
    });
    read.request();
    editor.on("update", read.request);
    return () => {
      editor.off("update", read.request);
      read.cancel();
    };
  }, [editor]);
  return places;
}
