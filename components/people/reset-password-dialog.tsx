"use client";

import { Text } from "@mantine/core";
import { useState } from "react";
import { newInitialPassword } from "@/core/initial-password";
import { type Person, passwordResetSchema } from "@/core/person";
import { resetPassword } from "../api";
import { DialogForm } from "../form/dialog-form";
import { useSchemaForm } from "../form/use-schema-form";
import { useMessages } from "../messages/messages-provider";
import { Dialog } from "../shell/dialog";
import { InitialPasswordField } from "./initial-password-field";
import { PasswordHandover } from "./password-handover";

export interface ResetPasswordDialogProps {
  readonly person: Person;
  readonly onClose: () => void;
  readonly onReset: (person: Person) => void;
}

/** A new initial password for somebody. Mounted anew each time it is opened. */
export function ResetPasswordDialog({ person, onClose, onReset }: ResetPasswordDialogProps) {
  const { people } = useMessages();
  /** The password that was sent, once it is in force: the form may hold another one by then. */
  const [password, setPassword] = useState<string | null>(null);
  const done = password !== null;
  const { form, busy, failure, onSubmit } = useSchemaForm({
    schema: passwordResetSchema,
    initialValues: { initialPassword: newInitialPassword() },
    submit: async ({ initialPassword }) => {
      await resetPassword(person.id, initialPassword);
      onReset({ ...person, mustChangePassword: true });
      setPassword(initialPassword);
    },
  });
  // Closed before the answer, it would take the only sight of the password with it.
  const leave = busy ? undefined : onClose;
  const title = done ? people.resetDone(person.name) : people.resetTitle(person.name);

  return (
    <Dialog stays={busy || done} onClose={leave} title={title}>
      {done ? (
        <PasswordHandover person={person} password={password} onClose={onClose} />
      ) : (
        <DialogForm
          onSubmit={onSubmit}
          onCancel={leave}
          submitLabel={people.resetPassword}
          busy={busy}
          failure={failure}
        >
          <Text size="sm">{people.resetText}</Text>
          <InitialPasswordField
            value={form.values.initialPassword}
            onChange={(another) => form.setFieldValue("initialPassword", another)}
            busy={busy}
          />
        </DialogForm>
      )}
    </Dialog>
  );
}
