import { Button, Group, Stack } from "@mantine/core";
import type { FormEventHandler, ReactNode } from "react";
import type { AppError } from "@/core/errors";
import { useMessages } from "../messages/messages-provider";
import classes from "./dialog-form.module.css";
import { FailureNotice } from "./failure-notice";

export interface DialogFormProps {
  readonly onSubmit: FormEventHandler<HTMLFormElement>;
  /** Absent while it can't be left. */
  readonly onCancel: (() => void) | undefined;
  readonly submitLabel: string;
  readonly busy: boolean;
  readonly failure: AppError | null;
  readonly children: ReactNode;
}

/** They have no value, and would be sent as if the date had been taken away. */
const WRONG_DATES = "input[type=date]:invalid";

/** A form in a dialog: what failed above its fields, the two buttons below them. */
export function DialogForm({ onSubmit, onCancel, submitLabel, busy, failure, children }: DialogFormProps) {
  const { general } = useMessages();
  const submit: FormEventHandler<HTMLFormElement> = (event) => {
    const wrong = event.currentTarget.querySelectorAll<HTMLInputElement>(WRONG_DATES);
    if (wrong.length === 0) return onSubmit(event);
    event.preventDefault();
    for (const field of wrong) field.checkValidity(); // which the field hears
    wrong[0]?.focus();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <FailureNotice failure={failure} />
        {children}
        <Group justify="flex-end" className={classes.actions}>
          <Button variant="default" onClick={onCancel} disabled={onCancel === undefined}>
            {general.cancel}
          </Button>
          <Button type="submit" loading={busy}>
            {submitLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
