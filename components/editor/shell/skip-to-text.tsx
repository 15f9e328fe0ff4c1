"use client";

import { Button } from "@mantine/core";
import type { Editor } from "@tiptap/core";
import type { RefObject } from "react";
import { useMessages } from "@/components/messages/messages-provider";
import classes from "./speech-editor.module.css";

interface SkipToTextProps {
  readonly editor: Editor;
  readonly desk: RefObject<HTMLElement | null>;
}

/** The page's first stop of the Tab key, seen by who comes to it only: past the bars to the text, at the caret. */
export function SkipToText({ editor, desk }: SkipToTextProps) {
  const { skipToText } = useMessages().editor.header;
  const skip = () => {
    if (editor.isEditable) editor.commands.focus();
    else desk.current?.focus();
  };
  return (
    <Button className={classes.skip} size="sm" onClick={skip}>
      {skipToText}
    </Button>
  );
}
