"use client";

import type { SpeechSummary } from "@/core/speech";
import { changeSpeech } from "../api";
import { useMessages } from "../messages/messages-provider";
import { useNotice } from "../shell/use-notice";

export interface ArchiveOptions {
  /** The speech left the list that is shown. */
  readonly onGone: (speech: SpeechSummary) => void;
  /** It came back. */
  readonly onBack: () => void;
}

/** Archives or restores at once, and offers to take it back rather than asking before. */
export function useArchive({ onGone, onBack }: ArchiveOptions) {
  const { home } = useMessages();
  const notice = useNotice();

  return async (speech: SpeechSummary, archived: boolean) => {
    try {
      await changeSpeech(speech.id, { archived });
    } catch (error) {
      notice.fail(error);
      return;
    }
    onGone(speech);
    const takeBack = () => changeSpeech(speech.id, { archived: !archived }).then(onBack, notice.fail);
    const done = archived ? home.archivedNotice : home.restoredNotice;
    notice.tellWithUndo(`archive-${speech.id}`, done(speech.title), takeBack);
  };
}
