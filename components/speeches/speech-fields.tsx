import { SimpleGrid, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import type { ReactNode } from "react";
import { LIMITS } from "@/core/limits";
import { DateField } from "../form/date-field";
import { useMessages } from "../messages/messages-provider";

interface NamedSpeech extends Record<string, unknown> {
  title: string;
  speaker: string;
  occasion: string;
  dueOn: string | null;
}

export interface SpeechFieldsProps<Values extends NamedSpeech> {
  readonly form: UseFormReturnType<Values>;
  /** Further fields of the grid at the end. */
  readonly children?: ReactNode;
}

/** What a speech is called and when it is due. */
export function SpeechFields<Values extends NamedSpeech>({ form, children }: SpeechFieldsProps<Values>) {
  const { speech } = useMessages();
  return (
    <>
      <TextInput
        label={speech.title}
        maxLength={LIMITS.titleCharacters}
        data-autofocus
        {...form.getInputProps("title")}
      />
      <TextInput label={speech.speaker} {...form.getInputProps("speaker")} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput label={speech.occasion} {...form.getInputProps("occasion")} />
        <DateField label={speech.dueOn} {...form.getInputProps("dueOn")} />
        {children}
      </SimpleGrid>
    </>
  );
}
