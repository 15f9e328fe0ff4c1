"use client";

import type { Editor } from "@tiptap/core";
import { useEffect, useMemo, useState } from "react";
import { useMessages } from "@/components/messages/messages-provider";
import { numbersIn } from "@/components/versions/heading-numbers";
import { PlainBlock } from "@/components/versions/plain-block";
import type { DocumentNode } from "@/core/document/schema";
import { acceptAll, rejectAll } from "@/core/review/settle";
import { pausing } from "../pausing";
import paper from "../shell/paper.module.css";
import { useWorkspace } from "../shell/workspace-context";
import type { SuggestionView } from "./suggest-store";
import classes from "./suggestions.module.css";

/** The text as it would be with every suggestion accepted, or as it was before them: to read. */
export default function SettledPage({ view }: { view: Exclude<SuggestionView, "marked"> }) {
  const words = useMessages().editor.suggestions;
  const { editor, settings, suggest } = useWorkspace();
  const text = useText(editor);
  const document = useMemo(() => {
    const settled = view === "accepted" ? acceptAll(text) : rejectAll(text);
    return settled.toJSON() as DocumentNode;
  }, [text, view]);
  const numbers = numbersIn(document, settings.speech.numberingStyle);
  return (
    <div className={paper.page}>
      <p className={classes.settled} role="status">
        {words.reading[view]}
        <button type="button" className={classes.action} onClick={() => suggest.show("marked")}>
          {words.backToMarked}
        </button>
      </p>
      <div className="ProseMirror" data-settled={view}>
        {document.content?.map((node, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: it is read only, and drawn anew as a whole.
          <PlainBlock key={index} node={node} number={numbers[index]} />
        ))}
      </div>
    </div>
  );
}

/** The editor's text, read again when the writing pauses, also where nothing is proposed in it. */
function useText(editor: Editor) {
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
