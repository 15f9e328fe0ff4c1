"use client";

import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { AppError } from "@/core/errors";
import type { HouseStyle } from "@/core/house-style";
import { removeHouseStyle } from "../api/house-styles";
import { FailureNotice } from "../form/failure-notice";
import { useMessages } from "../messages/messages-provider";

interface RemoveHouseStyleDialogProps {
  readonly style: HouseStyle;
  readonly onClose: () => void;
  readonly onRemoved: (style: HouseStyle) => void;
}

/** Asks first: a layout is an hour's work, and can't be brought back. */
export function RemoveHouseStyleDialog({ style, onClose, onRemoved }: RemoveHouseStyleDialogProps) {
  const { houseStyles: words, general } = useMessages();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<AppError | null>(null);
  const remove = async () => {
    setBusy(true);
    try {
      await removeHouseStyle(style.id);
      onRemoved(style);
      onClose();
    } catch (error) {
      setFailure(error instanceof AppError ? error : new AppError("internal"));
      setBusy(false);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.removeTitle(style.name)}
      closeButtonProps={{ "aria-label": general.close }}
    >
      <Stack gap="md">
        <FailureNotice failure={failure} />
        <Text size="sm">{words.removeText}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {general.cancel}
          </Button>
          <Button color="vermilion.6" loading={busy} onClick={remove}>
            {words.remove}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
