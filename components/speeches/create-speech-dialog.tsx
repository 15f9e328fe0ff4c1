"use client";

import {
  Button,
  Group,
  Modal,
  SegmentedControl,
  SimpleGrid,
  Stack,
  Textarea,
  TextInput,
} from "@mantine/core";
import { useRouter } from "next/navigation";
import { type ClipboardEvent, useState } from "react";
import { LIMITS } from "@/core/limits";
import { newSpeechSchema } from "@/core/speech";
import { createSpeech } from "../api";
import { keepRenumberedStart, renumberedInText } from "../editor/clipboard/renumbered-start";
import { FailureNotice } from "../form/failure-notice";
import { useSchemaForm } from "../form/use-schema-form";
import { useMessages } from "../messages/messages-provider";
import { DueInput } from "./due-input";

/** A new speech, blank or from text; opens it. Mounted anew each time it is opened. */
export function CreateSpeechDialog({ onClose }: { onClose: () => void }) {
  const messages = useMessages();
  const { home, speech, general } = messages;
  const router = useRouter();
  const [start, setStart] = useState<"blank" | "text">("blank");
  const dueOn: string | null = null;
  const { form, busy, failure, onSubmit } = useSchemaForm({
    schema: newSpeechSchema,
    initialValues: { title: "", speaker: "", occasion: "", dueOn: dueOn as string | null, text: "" },
    submit: async (input) => {
      const text = start === "text" ? input.text : "";
      const renumbered = await renumberedInText(text);
      const created = await createSpeech({ ...input, text });
      keepRenumberedStart(created.id, renumbered);
      router.push(`/speeches/${created.id}`);
    },
  });

  /** Most texts begin with their title. */
  const takeTitle = (event: ClipboardEvent) => {
    const firstLine = event.clipboardData.getData("text/plain").trim().split("\n")[0]?.trim() ?? "";
    if (form.values.title.trim() === "" && firstLine.length <= LIMITS.titleCharacters) {
      form.setFieldValue("title", firstLine);
    }
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={home.createTitle}
      size="lg"
      closeButtonProps={{ "aria-label": general.close }}
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="md">
          <FailureNotice failure={failure} />
          <TextInput
            label={speech.title}
            maxLength={LIMITS.titleCharacters}
            data-autofocus
            {...form.getInputProps("title")}
          />
          <TextInput label={speech.speaker} {...form.getInputProps("speaker")} />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput label={speech.occasion} {...form.getInputProps("occasion")} />
            <DueInput
              value={form.values.dueOn}
              onChange={(dueOn) => form.setFieldValue("dueOn", dueOn)}
              error={form.errors.dueOn}
            />
          </SimpleGrid>
          <SegmentedControl
            aria-label={home.startWith}
            value={start}
            onChange={setStart}
            data={[
              { value: "blank", label: home.startBlank },
              { value: "text", label: home.startFromText },
            ]}
          />
          {start === "text" && (
            <Textarea
              label={home.pastedText}
              description={home.pastedTextHint}
              autosize
              minRows={6}
              maxRows={14}
              onPaste={takeTitle}
              {...form.getInputProps("text")}
            />
          )}
          <Group justify="flex-end" mt="xs">
            <Button variant="default" onClick={onClose}>
              {general.cancel}
            </Button>
            <Button type="submit" loading={busy}>
              {home.createButton}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
