"use client";

import { SegmentedControl, Textarea } from "@mantine/core";
import { useRouter } from "next/navigation";
import { type ClipboardEvent, useState, useTransition } from "react";
import { LIMITS } from "@/core/limits";
import { newId } from "@/core/new-id";
import { type NewSpeech, newSpeechSchema } from "@/core/speech-requests";
import { createSpeech } from "../api";
import { keepRenumberedStart, renumberedInText } from "../editor/clipboard/renumbered-start";
import { FormDialog } from "../form/form-dialog";
import { useSchemaForm } from "../form/use-schema-form";
import { useMessages } from "../messages/messages-provider";
import { SpeechFields } from "./speech-fields";

const BLANK: NewSpeech = { title: "", speaker: "", occasion: "", dueOn: null, text: "" };

export interface CreateSpeechDialogProps {
  readonly onClose: () => void;
  /** It was made all the same, though the dialog was closed before the answer: it isn't opened then. */
  readonly onMadeUnopened: () => void;
}

/** A new speech, blank or from text; opens it. Mounted anew each time it is opened. */
export function CreateSpeechDialog({ onClose, onMadeUnopened }: CreateSpeechDialogProps) {
  const { home } = useMessages();
  const router = useRouter();
  // Pressed again after the answer was lost, the speech that was made is opened.
  const [key] = useState(newId);
  const [start, setStart] = useState<"blank" | "text">("blank");
  // Until its page is there, which takes a while on a slow network, another press would make a second speech.
  const [opening, startOpening] = useTransition();
  const { form, busy, failure, onSubmit } = useSchemaForm({
    schema: newSpeechSchema,
    initialValues: BLANK,
    submit: async (input, { isHere }) => {
      const text = start === "text" ? input.text : "";
      const renumbered = await renumberedInText(text);
      const created = await createSpeech({ ...input, text, key });
      keepRenumberedStart(created.id, renumbered);
      if (!isHere()) return onMadeUnopened();
      startOpening(() => router.push(`/speeches/${created.id}`));
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
    <FormDialog
      onClose={onClose}
      title={home.createTitle}
      size="lg"
      onSubmit={onSubmit}
      submitLabel={home.createButton}
      busy={busy || opening}
      failure={failure}
    >
      <SpeechFields form={form} />
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
          maxRows={10}
          onPaste={takeTitle}
          {...form.getInputProps("text")}
        />
      )}
    </FormDialog>
  );
}
