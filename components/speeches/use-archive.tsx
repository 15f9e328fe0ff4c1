"use client";

import { Button, Group, Text } from "@mantine/core";
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
  const { home, general } = useMessages();
  const notice = useNotice();

  return async (speech: SpeechSummary, archived: boolean) => {
    try {
      await changeSpeech(speech.id, { archived });
    } catch (error) {
      notice.fail(error);
      return;
    }
    onGone(speech);
    const noticeId = `archive-${speech.id}`;
    const takeBack = async () => {
      notice.hide(noticeId);
      await changeSpeech(speech.id, { archived: !archived }).then(onBack, notice.fail);
    };
    const done = archived ? home.archivedNotice : home.restoredNotice;
    notice.tellWithButton(
      noticeId,
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" lineClamp={2}>
          {done(speech.title)}
        </Text>
        <Button size="compact-sm" variant="subtle" onClick={takeBack} flex="none">
          {general.undo}
        </Button>
      </Group>,
    );
  };
}
