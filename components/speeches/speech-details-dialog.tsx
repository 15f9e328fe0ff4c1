"use client";

import { NumberInput, Select } from "@mantine/core";
import { NUMBERING_STYLES, type SpeechSummary } from "@/core/speech";
import { type SpeechChange, speechChangeSchema } from "@/core/speech-requests";
import { changeSpeech } from "../api";
import { changedFields } from "../form/changed-fields";
import { FormDialog } from "../form/form-dialog";
import { useSchemaForm } from "../form/use-schema-form";
import { useMessages } from "../messages/messages-provider";
import { SpeechFields } from "./speech-fields";

export interface SpeechDetailsDialogProps {
  readonly speech: SpeechSummary;
  readonly onClose: () => void;
  readonly onChanged: (speech: SpeechSummary) => void;
}

/** Title, speaker, occasion, due date and settings. Mounted anew each time it is opened. */
export function SpeechDetailsDialog({ speech, onClose, onChanged }: SpeechDetailsDialogProps) {
  const { home, general, speech: words } = useMessages();
  const { title, speaker, occasion, dueOn, numberingStyle, charactersPerMinute } = speech;
  const begun = { title, speaker, occasion, dueOn, numberingStyle, charactersPerMinute };
  const { form, busy, failure, onSubmit } = useSchemaForm({
    schema: speechChangeSchema,
    initialValues: begun,
    submit: async (now, { isHere }) => {
      const change = changedFields<SpeechChange>(now, begun);
      if (Object.keys(change).length > 0) onChanged(await changeSpeech(speech.id, change));
      if (isHere()) onClose();
    },
  });

  return (
    <FormDialog
      onClose={onClose}
      title={home.detailsTitle}
      size="lg"
      onSubmit={onSubmit}
      submitLabel={general.save}
      busy={busy}
      failure={failure}
    >
      <SpeechFields form={form}>
        <Select
          label={words.numberingStyle}
          allowDeselect={false}
          data={NUMBERING_STYLES.map((value) => ({ value, label: words.numberingStyles[value] }))}
          {...form.getInputProps("numberingStyle")}
        />
        <NumberInput
          label={words.charactersPerMinute}
          min={60}
          max={600}
          step={10}
          allowDecimal={false}
          {...form.getInputProps("charactersPerMinute")}
        />
      </SpeechFields>
    </FormDialog>
  );
}
