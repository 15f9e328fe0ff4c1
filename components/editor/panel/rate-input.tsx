"use client";

import { NumberInput } from "@mantine/core";
import { useEffect, useState } from "react";
import { useMessages } from "@/components/messages/messages-provider";
import { speechChangeSchema } from "@/core/speech";

interface RateInputProps {
  readonly value: number;
  readonly disabled: boolean;
  /** Resolves to whether the server took it. */
  readonly onChange: (charactersPerMinute: number) => Promise<boolean>;
}

/** The speech's speaking rate; sent when the field is left or Enter is pressed. */
export function RateInput({ value, disabled, onChange }: RateInputProps) {
  const { editor, speech } = useMessages();
  const [draft, setDraft] = useState<number | string>(value);
  useEffect(() => setDraft(value), [value]);
  const save = async () => {
    const wanted = speechChangeSchema.safeParse({ charactersPerMinute: draft }).data?.charactersPerMinute;
    if (wanted === value) return;
    if (wanted === undefined || !(await onChange(wanted))) setDraft(value);
  };
  return (
    <NumberInput
      size="sm"
      label={speech.charactersPerMinute}
      description={editor.details.rateHint}
      min={60}
      max={600}
      step={10}
      allowDecimal={false}
      disabled={disabled}
      value={draft}
      onChange={setDraft}
      onBlur={save}
      onKeyDown={(event) => event.key === "Enter" && save()}
    />
  );
}
