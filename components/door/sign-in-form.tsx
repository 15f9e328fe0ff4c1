"use client";

import { Stack, Text } from "@mantine/core";
import { useEffect, useState } from "react";
import * as z from "zod";
import { asAppError } from "@/core/errors";
import { signIn } from "../api/session";
import { FailureNotice } from "../form/failure-notice";
import { PasswordField } from "../form/password-field";
import { SignInNameField } from "../form/sign-in-name-field";
import { useEarlyInput } from "../form/use-early-input";
import { useSchemaForm } from "../form/use-schema-form";
import { useMessages } from "../messages/messages-provider";
import { DoorPage } from "./door-page";
import { goOnTo } from "./go-on-to";
import { SendButton } from "./send-button";

/** Only that something was typed: whether it is right is the server's to say, in one way for all. */
const typedSchema = z.object({ signInName: z.string().trim().min(1), password: z.string().min(1) });
/** A check that takes longer than this is told; after a failure it is being slowed down on purpose. */
const SLOW_AFTER_MS = 1500;

/** Signs in and goes on to `next`, a path of this site (core/return-path.ts). */
export function SignInForm({ next }: { next: string }) {
  const { auth } = useMessages();
  /** Without a failure here it is the network, or a server that is busy. */
  const [hasFailed, setHasFailed] = useState(false);
  const { form, busy, failure, onSubmit } = useSchemaForm({
    schema: typedSchema,
    initialValues: { signInName: "", password: "" },
    submit: async (input) => {
      await signIn(input).catch((error: unknown) => {
        if (asAppError(error).code === "sign-in-failed") setHasFailed(true);
        throw error;
      });
      // A full load: everything that was rendered before had nobody signed in.
      goOnTo(next);
    },
  });
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    setSlow(false);
    if (!busy) return;
    const timer = window.setTimeout(() => setSlow(true), SLOW_AFTER_MS);
    return () => window.clearTimeout(timer);
  }, [busy]);

  const earlyInput = useEarlyInput(form);
  return (
    <DoorPage title={auth.signInTitle}>
      <form ref={earlyInput} onSubmit={onSubmit} noValidate>
        <Stack gap="md">
          {!busy && <FailureNotice failure={failure} />}
          <SignInNameField autoComplete="username" {...form.getInputProps("signInName")} />
          <PasswordField
            label={auth.password}
            autoComplete="current-password"
            {...form.getInputProps("password")}
          />
          <SendButton busy={busy}>{auth.signInButton}</SendButton>
          <Text size="xs" c="dimmed" ta="center" aria-live="polite">
            {!isSlow ? auth.forgotPassword : hasFailed ? auth.signInSlowed : auth.signInSlow}
          </Text>
        </Stack>
      </form>
    </DoorPage>
  );
}
