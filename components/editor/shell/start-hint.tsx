"use client";

import { Button } from "@mantine/core";
import { useEditorState } from "@tiptap/react";
import { useEffect } from "react";
import { useMessages } from "@/components/messages/messages-provider";
import classes from "./start-hint.module.css";
import { useWorkspace } from "./workspace-context";

/** On a blank page: one click for the lines that every speech begins with. */
export function StartHint() {
  const { start } = useMessages().editor;
  const { editor, settings } = useWorkspace();
  const isBlank = useEditorState({
    editor,
    selector: () => editor.isEditable && editor.state.doc.childCount === 1 && editor.isEmpty,
  });
  useEffect(() => {
    // What is typed right after creating a speech goes into it. Whoever has gone elsewhere stays there.
    if (isBlank && document.activeElement === document.body) editor.commands.focus();
  }, [editor, isBlank]);
  if (!isBlank) return null;
  const { title, speaker } = settings.speech;
  const fill = () =>
    editor
      .chain()
      .setContent([
        line("title", title),
        line("byline", speaker),
        line("dateLine", ""),
        line("salutation", start.salutation),
        line("paragraph", ""),
      ])
      .focus("end")
      .run();
  return (
    <div className={classes.start}>
      <span className={classes.text}>{start.text}</span>
      <Button variant="default" size="xs" onClick={fill}>
        {start.action}
      </Button>
    </div>
  );
}

function line(type: string, text: string) {
  return { type, content: text === "" ? [] : [{ type: "text", text }] };
}
