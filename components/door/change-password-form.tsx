"use client";

import { Anchor, Stack } from "@mantine/core";
import Link from "next/link";
import { LIMITS } from "@/core/limits";
import { passwordChangeSchema } from "@/core/person";
import { changeOwnPassword } from "../api";
import { FailureNotice } from "../form/failure-notice";
import { PasswordField } from "../form/password-field";
import { useEarlyInput } from "../form/use-early-input";
import { useSchemaForm } from "../form/use-schema-form";
import { useMessages } from "../messages/messages-provider";
import { DoorPage } from "./door-page";
import { goOnTo } from "./go-on-to";
import { SendButton } from "./send-button";

export interface ChangePasswordFormProps {
  readonly signInName: string;
  /** The first sign-in, or the first after a reset: nothing else is open before it's done. */
  readonly forced: boolean;
  /** A path of this site (core/return-path.ts). */
  readonly next: string;
}

/** One's own password, by the current one, then on to `next`; other browsers are signed out by it. */
export function ChangePasswordForm({ signInName, forced, next }: ChangePasswordFormProps) {
  const { auth, general } = useMessages();
  const { form, busy, failure, onSubmit } = useSchemaForm({
    schema: passwordChangeSchema,
    initialValues: { currentPassword: "", newPassword: "", repeated: "" },
    check: ({ newPassword, repeated }): Record<string, string> =>
      newPassword === repeated ? {} : { repeated: auth.passwordsDiffer },
    submit: async ({ currentPassword, newPassword }) => {
      await changeOwnPassword(currentPassword, newPassword);
      goOnTo(next);
    },
  });

  const earlyInput = useEarlyInput(form);
  return (
    <DoorPage title={auth.changePasswordTitle} text={forced ? auth.firstSignInText : undefined}>
      <form ref={earlyInput} onSubmit={onSubmit} noValidate>
        <Stack gap="md">
          <FailureNotice failure={failure} />
          {/* Lets a password manager know whose password this is. */}
          <input type="hidden" name="username" autoComplete="username" value={signInName} readOnly />
          <PasswordField
            label={forced ? auth.initialPassword : auth.currentPassword}
            autoComplete="current-password"
            {...form.getInputProps("currentPassword")}
          />
          <PasswordField
            label={auth.newPassword}
            description={auth.passwordHint(LIMITS.passwordMinCharacters)}
            autoComplete="new-password"
            {...form.getInputProps("newPassword")}
          />
          <PasswordField
            label={auth.repeatPassword}
            autoComplete="new-password"
            {...form.getInputProps("repeated")}
          />
          <SendButton busy={busy}>{auth.changePasswordButton}</SendButton>
          {!forced && (
            <Anchor component={Link} href="/" size="sm" ta="center">
              {general.backHome}
            </Anchor>
          )}
        </Stack>
      </form>
    </DoorPage>
  );
}
