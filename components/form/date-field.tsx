import { TextInput, type TextInputProps } from "@mantine/core";
import { type SyntheticEvent, useState } from "react";
import { EARLIEST_DUE_DAY, LATEST_DUE_DAY } from "@/core/due";
import { useMessages } from "../messages/messages-provider";

export interface DateFieldProps extends Omit<TextInputProps, "type" | "value" | "onChange"> {
  readonly value?: string | null;
  /** An ISO date, or null for none. */
  readonly onChange: (day: string | null) => void;
}

/**
 * The browser's own date field: it knows the person's calendar, keyboard and screen reader. Of a date that is half
 * typed or doesn't exist it gives no value, as if nothing stood there; the field says so when it is left, and
 * `DialogForm` sends nothing as long as one is like that.
 */
export function DateField({ value, onChange, error, ...props }: DateFieldProps) {
  const { general } = useMessages();
  const [isWrong, setWrong] = useState(false);
  const look = ({ currentTarget }: SyntheticEvent<HTMLInputElement>) =>
    setWrong(!currentTarget.validity.valid);
  return (
    <TextInput
      {...props}
      type="date"
      min={EARLIEST_DUE_DAY}
      max={LATEST_DUE_DAY}
      value={value ?? ""}
      error={isWrong ? general.wrongDate : error}
      onChange={({ currentTarget }) => {
        // On the way from one date to another there may well be none.
        if (currentTarget.validity.valid) setWrong(false);
        onChange(currentTarget.value || null);
      }}
      onBlur={look}
      onInvalid={look}
    />
  );
}
