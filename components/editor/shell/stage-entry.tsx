"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { useMessages } from "@/components/messages/messages-provider";
import { laterPart } from "@/components/shell/later-part";
import { draftName } from "@/core/office-stages";
import { loadStageDialog } from "./part-loaders";
import classes from "./speech-editor.module.css";
import type { SpeechSettings } from "./use-speech";

const StageDialog = dynamic(laterPart(loadStageDialog));

interface StageEntryProps {
  readonly settings: SpeechSettings;
  readonly mayMove: boolean;
}

/** The stage of the speech; for who may move it, the way to the next. */
export function StageEntry({ settings, mayMove }: StageEntryProps) {
  const messages = useMessages();
  const { stages } = messages;
  const [opened, setOpened] = useState(false);
  const { speech } = settings;
  const name = draftName(messages, speech);
  if (!mayMove) {
    return (
      <span className={classes.stage} data-stage={speech.stage}>
        {name}
      </span>
    );
  }
  return (
    <>
      <button
        type="button"
        className={classes.stage}
        data-stage={speech.stage}
        aria-label={stages.move(name)}
        title={stages.move(name)}
        onClick={() => setOpened(true)}
      >
        {name}
      </button>
      {opened && <StageDialog speech={speech} onClose={() => setOpened(false)} onMoved={settings.refresh} />}
    </>
  );
}
