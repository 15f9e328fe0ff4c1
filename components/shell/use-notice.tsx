"use client";

import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { AppError } from "@/core/errors";
import { useMessages } from "../messages/messages-provider";

/** How long a notice with a button stays: long enough to read it, decide and reach the button. */
const WITH_BUTTON_MS = 10_000;

/** Short notices at the foot of the page: what was done, or what went wrong. */
export function useNotice() {
  const { general, errors } = useMessages();
  const closeButtonProps = { "aria-label": general.close };
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
    fail: (error: unknown) => {
      const code = error instanceof AppError ? error.code : "internal";
      notifications.show({ message: errors[code], color: "vermilion", closeButtonProps });
    },
    hide: (id: string) => notifications.hide(id),
  };
}
