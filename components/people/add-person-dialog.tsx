"use client";

import { SimpleGrid, TextInput } from "@mantine/core";
import { useState } from "react";
import { newInitialPassword } from "@/core/initial-password";
import { newPersonSchema, type Person } from "@/core/person";
import { createPerson } from "../api";
import { DialogForm } from "../form/dialog-form";
import { SignInNameField } from "../form/sign-in-name-field";
import { useSchemaForm } from "../form/use-schema-form";
import { useMessages } from "../messages/messages-provider";
import { Dialog } from "../shell/dialog";
import { AdministratorField } from "./administrator-field";
import { InitialPasswordField } from "./initial-password-field";
import { PasswordHandover } from "./password-handover";

export interface AddPersonDialogProps {
  readonly onClose: () => void;
  readonly onAdded: (person: Person) => void;
}

/** A new account with a generated password. Mounted anew each time it is opened. */
export function AddPersonDialog({ onClose, onAdded }: AddPersonDialogProps) {
  const { people, auth } = useMessages();
  /** With the password that was sent: the form may hold another one by the time of the answer. */
  const [added, setAdded] = useState<{ person: Person; password: string } | null>(null);
  const { form, busy, failure, onSubmit } = useSchemaForm({
    schema: newPersonSchema,
    initialValues: {
      name: "",
      signInName: "",
      department: "",
      title: "",
      administrator: false,
      initialPassword: newInitialPassword(),
    },
    submit: async (input) => {
      const person = await createPerson(input);
      onAdded(person);
      setAdded({ person, password: input.initialPassword });
    },
  });
  // Closed before the answer, it would take the only sight of the password with it.
  const leave = busy ? undefined : onClose;
  const title = added === null ? people.addTitle : people.addedTitle(added.person.name);

  return (
    <Dialog stays={busy || added !== null} onClose={leave} title={title} size="lg">
      {added !== null ? (
        <PasswordHandover {...added} onClose={onClose} />
      ) : (
        <DialogForm
          onSubmit={onSubmit}
          onCancel={leave}
          submitLabel={people.addButton}
          busy={busy}
          failure={failure}
        >
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput label={people.name} data-autofocus {...form.getInputProps("name")} />
            <SignInNameField
              {...form.getInputProps("signInName")}
              error={form.errors.signInName && auth.signInNameHint}
            />
            <TextInput label={people.department} {...form.getInputProps("department")} />
            <TextInput label={people.post} {...form.getInputProps("title")} />
          </SimpleGrid>
          <InitialPasswordField
            value={form.values.initialPassword}
            onChange={(password) => form.setFieldValue("initialPassword", password)}
            busy={busy}
          />
          <AdministratorField {...form.getInputProps("administrator", { type: "checkbox" })} />
        </DialogForm>
      )}
    </Dialog>
  );
}
