"use client";

import { Button, Checkbox, Group, Modal, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { type Person, personChangeSchema } from "@/core/person";
import { changePerson } from "../api";
import { FailureNotice } from "../form/failure-notice";
import { useSchemaForm } from "../form/use-schema-form";
import { useMessages } from "../messages/messages-provider";

export interface EditPersonDialogProps {
  readonly person: Person;
  readonly onClose: () => void;
  readonly onChanged: (person: Person) => void;
}

/** Name, department, title and post of an account. Mounted anew each time it is opened. */
export function EditPersonDialog({ person, onClose, onChanged }: EditPersonDialogProps) {
  const { people, general } = useMessages();
  const { name, department, title, administrator } = person;
  const { form, busy, failure, onSubmit } = useSchemaForm({
    schema: personChangeSchema,
    initialValues: { name, department, title, administrator },
    submit: async (change) => {
      onChanged(await changePerson(person.id, change));
      onClose();
    },
  });

  return (
    <Modal
      opened
      onClose={onClose}
      title={people.editTitle(name)}
      size="lg"
      closeButtonProps={{ "aria-label": general.close }}
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="md">
          <FailureNotice failure={failure} />
          <TextInput label={people.name} data-autofocus {...form.getInputProps("name")} />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput label={people.department} {...form.getInputProps("department")} />
            <TextInput label={people.post} {...form.getInputProps("title")} />
          </SimpleGrid>
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
              {general.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
