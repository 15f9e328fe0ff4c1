"use client";

import type { Node } from "@tiptap/pm/model";
import { useLayoutEffect, useMemo, useRef } from "react";
import { useMessages } from "@/components/messages/messages-provider";
import { numbersIn } from "@/components/versions/heading-numbers";
import { PlainBlock } from "@/components/versions/plain-block";
import { EVERY_THREAD, ShownThreadsContext } from "@/components/versions/shown-threads";
import type { DocumentNode } from "@/core/document/schema";
import { type Decide, settle, settledPlaces } from "@/core/review/settle";
import paper from "../shell/paper.module.css";
import { useWorkspace } from "../shell/workspace-context";
import { usePausedText } from "../use-paused-text";
import type { SuggestionView } from "./suggest-store";
import classes from "./suggestions.module.css";

const DECIDES: Readonly<Record<Exclude<SuggestionView, "marked">, Decide>> = {
  accepted: () => "accept",
  original: () => "reject",
};

/** Which of the text's blocks a position is in; the text may have become shorter since the position was taken. */
const indexAt = (text: Node, pos: number): number => text.resolve(Math.min(pos, text.content.size)).index(0);

/** The text as it would be with every suggestion accepted, or as it was before them: to read. */
export default function SettledPage({ view }: { view: Exclude<SuggestionView, "marked"> }) {
  const words = useMessages().editor.suggestions;
  const { editor, settings, shown, suggest } = useWorkspace();
  // Not the list of suggestions: where nothing is proposed that stays the same while others write.
  const text = usePausedText(editor);
  const document = useMemo(() => settle(text, DECIDES[view]).toJSON() as DocumentNode, [text, view]);
  const page = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = page.current;
    if (element === null) return;
    let places: readonly number[] | undefined;
    shown.show({
      element,
      blockAt: (pos) => {
        places ??= settledPlaces(text, DECIDES[view]);
        return element.children[places[indexAt(text, pos)] ?? 0] ?? null;
      },
    });
    return () => shown.show(null);
  }, [shown, text, view]);
  const numbers = numbersIn(document, settings.speech.numberingStyle);
  return (
    <div className={paper.page}>
      <p className={classes.settled} role="status">
        {words.reading[view]}
        <button type="button" className={classes.action} onClick={() => suggest.show("marked")}>
          {words.backToMarked}
        </button>
      </p>
      <div className="ProseMirror" data-settled={view} ref={page}>
        <ShownThreadsContext value={EVERY_THREAD}>
          {document.content?.map((node, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: it is read only, and drawn anew as a whole.
            <PlainBlock key={index} node={node} number={numbers[index]} topLevel={1} />
          ))}
        </ShownThreadsContext>
      </div>
    </div>
  );
}
