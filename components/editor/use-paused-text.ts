"use client";

import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { useEffect, useState } from "react";
import { pausing } from "./pausing";

/** The editor's text, read again when the writing pauses. */
export function usePausedText(editor: Editor): Node {
  const [text, setText] = useState(editor.state.doc);
  useEffect(() => {
    const read = pausing(() => {
      if (!editor.isDestroyed) setText(editor.state.doc);
    });
    read.request();
    editor.on("update", read.request);
    return () => {
      editor.off("update", read.request);
      read.cancel();
    };
  }, [editor]);
  return text;
}
