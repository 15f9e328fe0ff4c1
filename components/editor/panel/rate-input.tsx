"use client";

import { TextInput } from "@mantine/core";
import { useEffect, useState } from "react";
import { useMessages } from "@/components/messages/messages-provider";
import { CHARACTERS_PER_MINUTE } from "@/core/limits";

interface RateInputProps {
  readonly value: number;
  readonly disabled: boolean;
  /** Resolves to whether the server took it. */
  readonly onChange: (charactersPerMinute: number) => Promise<boolean>;
}

/** The speech's speaking rate; sent when the field is left or Enter is pressed. */
export function RateInput({ value, disabled, onChange }: RateInputProps) {
  const { editor, speech } = useMessages();
  const [draft, setDraft] = useState(String(value));
  useEffect(() => setDraft(String(value)), [value]);
  const save = async () => {
    const wanted = Number(draft);
    const isAllowed =
      Number.isInteger(wanted) && wanted >= CHARACTERS_PER_MINUTE.min && wanted <= CHARACTERS_PER_MINUTE.max;
    if (wanted === value) return;
    if (!isAllowed || !(await onChange(wanted))) setDraft(String(value));
  };
  return (
    <TextInput
      type="number"
      size="sm"
      label={speech.charactersPerMinute}
      description={editor.details.rateHint}
      min={CHARACTERS_PER_MINUTE.min}
      max={CHARACTERS_PER_MINUTE.max}
      step={10}
      disabled={disabled}
      value={draft}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => event.key === "Enter" && save()}
    />
  );
}
