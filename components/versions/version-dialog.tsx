"use client";

import { Textarea, TextInput } from "@mantine/core";
import { FormDialog } from "@/components/form/form-dialog";
import { useSchemaForm } from "@/components/form/use-schema-form";
import { useMessages } from "@/components/messages/messages-provider";
import { type NewVersion, newVersionSchema } from "@/core/version-requests";

interface VersionDialogProps {
  readonly title: string;
  readonly initial?: NewVersion;
  /** False where the note is somebody else's word, which stays. */
  readonly hasNote?: boolean;
  readonly onClose: () => void;
  /** Keeps or names the version; what it throws is shown in the dialog. */
  readonly onSubmit: (version: NewVersion) => Promise<void>;
}

/** Name and note of a version. Mounted anew each time it is opened. */
export function VersionDialog({ title, initial, hasNote = true, onClose, onSubmit }: VersionDialogProps) {
  const { versions: words, general } = useMessages();
  const {
    form,
    busy,
    failure,
    onSubmit: submit,
  } = useSchemaForm({
    schema: newVersionSchema,
    initialValues: initial ?? { name: "", note: "" },
    submit: async (version, { isHere }) => {
      await onSubmit(version);
      if (isHere()) onClose();
    },
  });
  return (
    <FormDialog
      onClose={onClose}
      title={title}
      onSubmit={submit}
      submitLabel={general.save}
      busy={busy}
      failure={failure}
    >
      <TextInput
        label={words.name}
        placeholder={words.namePlaceholder}
        maxLength={80}
        data-autofocus
        {...form.getInputProps("name")}
      />
      {hasNote && (
        <Textarea
          label={words.note}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={500}
          {...form.getInputProps("note")}
        />
      )}
    </FormDialog>
  );
}
