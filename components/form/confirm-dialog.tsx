"use client";

import { Button, Group, Stack, Text } from "@mantine/core";
import { useMessages } from "../messages/messages-provider";
import { Dialog } from "../shell/dialog";
import { FailureNotice } from "./failure-notice";
import { useSending } from "./use-sending";

interface ConfirmDialogProps {
  readonly title: string;
  /** What it means. */
  readonly text: string;
  readonly confirmLabel: string;
  /** Rejects with AppError, which is shown, in a notice if the dialog was closed; the dialog closes once it is done. */
  readonly onConfirm: () => Promise<void>;
  readonly onClose: () => void;
}

/** Asks before what can't be taken back; the way out has the focus. */
export function ConfirmDialog({ title, text, confirmLabel, onConfirm, onClose }: ConfirmDialogProps) {
  const { general } = useMessages();
  const { busy, failure, send } = useSending();
  return (
    <Dialog onClose={onClose} title={title}>
      <Stack gap="md">
        <FailureNotice failure={failure} />
        <Text size="sm">{text}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {general.cancel}
          </Button>
          <Button color="vermilion.6" loading={busy} onClick={() => void send(onConfirm, onClose)}>
            {confirmLabel}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
