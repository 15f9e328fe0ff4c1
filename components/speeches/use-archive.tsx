"use client";

import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { AppError } from "@/core/errors";
import type { SpeechSummary } from "@/core/speech";
import { changeSpeech } from "../api";
import { useMessages } from "../messages/messages-provider";

export interface ArchiveOptions {
  /** The speech left the list that is shown. */
  readonly onGone: (speech: SpeechSummary) => void;
  /** It came back. */
  readonly onBack: () => void;
}

/** Archives or restores at once, and offers to take it back rather than asking before. */
export function useArchive({ onGone, onBack }: ArchiveOptions) {
  const { home, general, errors } = useMessages();

  const fail = (error: unknown) => {
    const code = error instanceof AppError ? error.code : "internal";
    notifications.show({ message: errors[code], color: "vermilion" });
  };

  return async (speech: SpeechSummary, archived: boolean) => {
    try {
      await changeSpeech(speech.id, { archived });
    } catch (error) {
      fail(error);
      return;
    }
    onGone(speech);
    const noticeId = `archive-${speech.id}`;
    const takeBack = async () => {
      notifications.hide(noticeId);
      await changeSpeech(speech.id, { archived: !archived }).then(onBack, fail);
    };
    const notice = archived ? home.archivedNotice : home.restoredNotice;
    notifications.show({
      id: noticeId,
      autoClose: 10_000,
      closeButtonProps: { "aria-label": general.close },
      message: (
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm" lineClamp={2}>
            {notice(speech.title)}
          </Text>
          <Button size="compact-sm" variant="subtle" onClick={takeBack} flex="none">
            {general.undo}
          </Button>
        </Group>
      ),
    });
  };
}
