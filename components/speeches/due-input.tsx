import { TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { useMessages } from "../messages/messages-provider";

export interface DueInputProps {
  readonly value?: string | null;
  readonly onChange: (dueOn: string | null) => void;
  readonly error?: ReactNode;
}

/** The browser's own date field: it knows the person's calendar, keyboard and screen reader. */
export function DueInput({ value, onChange, error }: DueInputProps) {
  const { speech } = useMessages();
  return (
    <TextInput
      type="date"
      label={speech.dueOn}
      value={value ?? ""}
      onChange={(event) => onChange(event.currentTarget.value || null)}
      error={error}
    />
  );
}
