"use client";

import { useMemo } from "react";
import { useMessages } from "@/components/messages/messages-provider";
import { numbersIn } from "@/components/versions/heading-numbers";
import { PlainBlock } from "@/components/versions/plain-block";
import type { DocumentNode } from "@/core/document/schema";
import { acceptAll, rejectAll } from "@/core/review/settle";
import paper from "../shell/paper.module.css";
import { useWorkspace } from "../shell/workspace-context";
import { usePausedText } from "../use-paused-text";
import type { SuggestionView } from "./suggest-store";
import classes from "./suggestions.module.css";

/** The text as it would be with every suggestion accepted, or as it was before them: to read. */
export default function SettledPage({ view }: { view: Exclude<SuggestionView, "marked"> }) {
  const words = useMessages().editor.suggestions;
  const { editor, settings, suggest } = useWorkspace();
  // Not the list of suggestions: where nothing is proposed that stays the same while others write.
  const text = usePausedText(editor);
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
