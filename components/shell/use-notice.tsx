"use client";

import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMemo } from "react";
import { asAppError } from "@/core/errors";
import type { Messages } from "@/core/messages/messages";
import { useMessages } from "../messages/messages-provider";

/** How long a notice with a button stays: long enough to read it, decide and reach the button. */
const WITH_BUTTON_MS = 10_000;

/** Short notices at the foot of the page: what was done, or what went wrong. The same object in every render. */
export function useNotice() {
  const { general, errors } = useMessages();
  return useMemo(() => noticesIn(general, errors), [general, errors]);
}

function noticesIn(general: Messages["general"], errors: Messages["errors"]) {
  const closeButtonProps = { "aria-label": general.close };
  /** What didn't work, in words of one's own. */
  const tellFailure = (message: string) =>
    notifications.show({ message, color: "vermilion", closeButtonProps });
  return {
    tell: (message: string) => notifications.show({ message, closeButtonProps }),
    /** However often it is told, it is there once. */
    tellOnce: (id: string, message: string) => notifications.show({ id, message, closeButtonProps }),
    /** With a button that takes back what was done, and the notice with it. */
    tellWithUndo: (id: string, message: string, undo: () => void) =>
      notifications.show({
        id,
        message: (
          <Group justify="space-between" wrap="nowrap">
            <Text size="sm" lineClamp={2}>
              {message}
            </Text>
            <Button
              size="compact-sm"
              variant="subtle"
              flex="none"
              onClick={() => {
                notifications.hide(id);
                undo();
              }}
            >
              {general.undo}
            </Button>
          </Group>
        ),
        closeButtonProps,
        autoClose: WITH_BUTTON_MS,
      }),
    tellFailure,
    fail: (error: unknown) => tellFailure(errors[asAppError(error).code]),
    hide: (id: string) => notifications.hide(id),
  };
}
