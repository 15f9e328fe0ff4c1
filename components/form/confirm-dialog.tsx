"use client";

import { Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { type AppError, asAppError } from "@/core/errors";
import { useMessages } from "../messages/messages-provider";
import { Dialog } from "../shell/dialog";
import { useNotice } from "../shell/use-notice";
import { useIsHere } from "../use-is-here";
import { FailureNotice } from "./failure-notice";

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
  const isHere = useIsHere();
  const notice = useNotice();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<AppError | null>(null);
  const confirm = async () => {
    setBusy(true);
    try {
      await onConfirm();
      if (isHere()) onClose();
    } catch (error) {
      if (!isHere()) return void notice.fail(error);
      setFailure(asAppError(error));
      setBusy(false);
    }
  };
  return (
    <Dialog onClose={onClose} title={title}>
      <Stack gap="md">
        <FailureNotice failure={failure} />
        <Text size="sm">{text}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {general.cancel}
          </Button>
          <Button color="vermilion.6" loading={busy} onClick={confirm}>
            {confirmLabel}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
