"use client";

import { Button, Group, Modal, NumberInput, Select, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { LIMITS } from "@/core/limits";
import { NUMBERING_STYLES, type SpeechSummary, speechChangeSchema } from "@/core/speech";
import { changeSpeech } from "../api";
import { FailureNotice } from "../form/failure-notice";
import { useSchemaForm } from "../form/use-schema-form";
import { useMessages } from "../messages/messages-provider";
import { DueInput } from "./due-input";

export interface SpeechDetailsDialogProps {
  readonly speech: SpeechSummary;
  readonly onClose: () => void;
  readonly onChanged: (speech: SpeechSummary) => void;
}

/** Title, speaker, occasion, due date and settings. Mounted anew each time it is opened. */
export function SpeechDetailsDialog({ speech, onClose, onChanged }: SpeechDetailsDialogProps) {
  const { home, general, speech: words } = useMessages();
  const { title, speaker, occasion, dueOn, numberingStyle, charactersPerMinute } = speech;
  const { form, busy, failure, onSubmit } = useSchemaForm({
    schema: speechChangeSchema,
    initialValues: { title, speaker, occasion, dueOn, numberingStyle, charactersPerMinute },
    submit: async (change) => {
      onChanged(await changeSpeech(speech.id, change));
      onClose();
    },
  });

  return (
    <Modal
      opened
      onClose={onClose}
      title={home.detailsTitle}
      size="lg"
      closeButtonProps={{ "aria-label": general.close }}
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="md">
          <FailureNotice failure={failure} />
          <TextInput
            label={words.title}
            maxLength={LIMITS.titleCharacters}
            data-autofocus
            {...form.getInputProps("title")}
          />
          <TextInput label={words.speaker} {...form.getInputProps("speaker")} />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput label={words.occasion} {...form.getInputProps("occasion")} />
            <DueInput
              value={form.values.dueOn}
              onChange={(dueOn) => form.setFieldValue("dueOn", dueOn)}
              error={form.errors.dueOn}
            />
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
          </SimpleGrid>
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
