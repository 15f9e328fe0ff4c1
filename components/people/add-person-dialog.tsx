"use client";

import { Button, Checkbox, Group, Modal, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { newInitialPassword } from "@/core/initial-password";
import { newPersonSchema, type Person } from "@/core/person";
import { createPerson } from "../api";
import { FailureNotice } from "../form/failure-notice";
import { useSchemaForm } from "../form/use-schema-form";
import { useMessages } from "../messages/messages-provider";
import { InitialPasswordField } from "./initial-password-field";
import { PasswordHandover } from "./password-handover";

export interface AddPersonDialogProps {
  readonly onClose: () => void;
  readonly onAdded: (person: Person) => void;
}

/** A new account with a generated password. Mounted anew each time it is opened. */
export function AddPersonDialog({ onClose, onAdded }: AddPersonDialogProps) {
  const { people, auth, general } = useMessages();
  const [added, setAdded] = useState<Person | null>(null);
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
      setAdded(person);
    },
  });
  const title = added === null ? people.addTitle : people.addedTitle(added.name);

  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size="lg"
      closeButtonProps={{ "aria-label": general.close }}
    >
      {added !== null ? (
        <PasswordHandover person={added} password={form.values.initialPassword} onClose={onClose} />
      ) : (
        <form onSubmit={onSubmit} noValidate>
          <Stack gap="md">
            <FailureNotice failure={failure} />
            <SimpleGrid cols={{ base: 1, xs: 2 }}>
              <TextInput label={people.name} data-autofocus {...form.getInputProps("name")} />
              <TextInput
                label={people.signInName}
                autoCapitalize="none"
                spellCheck={false}
                {...form.getInputProps("signInName")}
                error={form.errors.signInName && auth.signInNameHint}
              />
              <TextInput label={people.department} {...form.getInputProps("department")} />
              <TextInput label={people.post} {...form.getInputProps("title")} />
            </SimpleGrid>
            <InitialPasswordField
              value={form.values.initialPassword}
              onChange={(password) => form.setFieldValue("initialPassword", password)}
            />
            <Checkbox
              label={people.administrator}
              description={people.administratorHint}
              {...form.getInputProps("administrator", { type: "checkbox" })}
            />
            <Group justify="flex-end" mt="xs">
              <Button variant="default" onClick={onClose}>
                {general.cancel}
              </Button>
              <Button type="submit" loading={busy}>
                {people.addButton}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
