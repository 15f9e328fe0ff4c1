"use client";

import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { AppError } from "@/core/errors";
import type { Person } from "@/core/person";
import { changePerson } from "../api";
import { FailureNotice } from "../form/failure-notice";
import { useMessages } from "../messages/messages-provider";

export interface DisablePersonDialogProps {
  readonly person: Person;
  readonly onClose: () => void;
  readonly onChanged: (person: Person) => void;
}

/** Asks first: whoever is disabled is thrown out of what they are writing. */
export function DisablePersonDialog({ person, onClose, onChanged }: DisablePersonDialogProps) {
  const { people, general } = useMessages();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<AppError | null>(null);

  const disable = async () => {
    setBusy(true);
    try {
      onChanged(await changePerson(person.id, { disabled: true }));
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
      title={people.disableTitle(person.name)}
      closeButtonProps={{ "aria-label": general.close }}
    >
      <Stack gap="md">
        <FailureNotice failure={failure} />
        <Text size="sm">{people.disableText}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {general.cancel}
          </Button>
          <Button color="vermilion.6" loading={busy} onClick={disable}>
            {people.disable}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
