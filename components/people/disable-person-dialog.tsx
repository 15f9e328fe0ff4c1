"use client";

import type { Person } from "@/core/person";
import { changePerson } from "../api";
import { ConfirmDialog } from "../form/confirm-dialog";
import { useMessages } from "../messages/messages-provider";

export interface DisablePersonDialogProps {
  readonly person: Person;
  readonly onClose: () => void;
  readonly onChanged: (person: Person) => void;
}

/** Asks first: whoever is disabled is thrown out of what they are writing. */
export function DisablePersonDialog({ person, onClose, onChanged }: DisablePersonDialogProps) {
  const { people } = useMessages();
  const disable = async () => onChanged(await changePerson(person.id, { disabled: true }));
  return (
    <ConfirmDialog
      title={people.disableTitle(person.name)}
      text={people.disableText}
      confirmLabel={people.disable}
      onConfirm={disable}
      onClose={onClose}
    />
  );
}
