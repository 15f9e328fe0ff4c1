"use client";

import type { Editor } from "@tiptap/core";
import dynamic from "next/dynamic";
import type { CSSProperties } from "react";
import { laterPart } from "@/components/shell/later-part";
import paper from "../shell/paper.module.css";
import { loadDecideDialog, loadSettledPage } from "../shell/part-loaders";
import { TextPlace } from "../shell/text-place";
import { useAltLetters } from "../shell/use-alt-letters";
import { useDeciding } from "./decide";
import type { SuggestStore } from "./suggest-store";
import { SuggestionColours } from "./suggestion-colours";
import marks from "./suggestion-marks.module.css";
import { useSuggestState } from "./use-suggestions";

const SettledPage = dynamic(laterPart(loadSettledPage));
const DecideDialog = dynamic(laterPart(loadDecideDialog));

interface SpeechTextProps {
  readonly editor: Editor;
  readonly suggest: SuggestStore;
  readonly style: CSSProperties;
}

/** The text to write in, or, to read, what it comes to with its suggestions accepted or rejected. */
export function SpeechText({ editor, suggest, style }: SpeechTextProps) {
  const { view, asks } = useSuggestState(suggest);
  const { askHere } = useDeciding();
  useAltLetters([
    ["mod+Alt+A", () => askHere("accept")],
    ["mod+Alt+R", () => askHere("reject")],
  ]);
  return (
    <>
      <SuggestionColours />
      {asks !== null && <DecideDialog request={asks} />}
      {view !== "marked" && <SettledPage view={view} />}
      {/* It stays: carets, undo and a composition live in it. */}
      <div className={marks.marks} hidden={view !== "marked"}>
        <TextPlace editor={editor} className={paper.page} style={style} />
      </div>
    </>
  );
}
