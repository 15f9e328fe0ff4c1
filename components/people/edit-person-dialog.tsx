"use client";

import { SimpleGrid, TextInput } from "@mantine/core";
import { type Person, type PersonChange, personChangeSchema } from "@/core/person";
import { changePerson } from "../api";
import { changedFields } from "../form/changed-fields";
import { FormDialog } from "../form/form-dialog";
import { useSchemaForm } from "../form/use-schema-form";
import { useMessages } from "../messages/messages-provider";
import { AdministratorField } from "./administrator-field";

export interface EditPersonDialogProps {
  readonly person: Person;
  readonly onClose: () => void;
  readonly onChanged: (person: Person) => void;
}

/** Name, department and title of an account, and whether it is an administrator's. Mounted anew each time it is opened. */
export function EditPersonDialog({ person, onClose, onChanged }: EditPersonDialogProps) {
  const { people, general } = useMessages();
  const { name, department, title, administrator } = person;
  const begun = { name, department, title, administrator };
  const { form, busy, failure, onSubmit } = useSchemaForm({
    schema: personChangeSchema,
    initialValues: begun,
    submit: async (now, { isHere }) => {
      const change = changedFields<PersonChange>(now, begun);
      if (Object.keys(change).length > 0) onChanged(await changePerson(person.id, change));
      if (isHere()) onClose();
    },
  });

  return (
    <FormDialog
      onClose={onClose}
      title={people.editTitle(name)}
      size="lg"
      onSubmit={onSubmit}
      submitLabel={general.save}
      busy={busy}
      failure={failure}
    >
      <TextInput label={people.name} data-autofocus {...form.getInputProps("name")} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput label={people.department} {...form.getInputProps("department")} />
        <TextInput label={people.post} {...form.getInputProps("title")} />
      </SimpleGrid>
      <AdministratorField {...form.getInputProps("administrator", { type: "checkbox" })} />
    </FormDialog>
  );
}
