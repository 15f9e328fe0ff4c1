"use client";

import { Stack, TextInput } from "@mantine/core";
import { LIMITS } from "@/core/limits";
import { setUpSchema } from "@/core/person";
import { setUp } from "../api";
import { signIn } from "../api/session";
import { FailureNotice } from "../form/failure-notice";
import { PasswordField } from "../form/password-field";
import { SignInNameField } from "../form/sign-in-name-field";
import { useEarlyInput } from "../form/use-early-input";
import { useSchemaForm } from "../form/use-schema-form";
import { useMessages } from "../messages/messages-provider";
import { DoorPage } from "./door-page";
import { SendButton } from "./send-button";

/** First visit: creates the administrator and signs them in. */
export function SetUpForm() {
  const { auth } = useMessages();
  const { form, busy, failure, onSubmit } = useSchemaForm({
    schema: setUpSchema,
    initialValues: { name: "", signInName: "", password: "", repeated: "" },
    check: ({ password, repeated }): Record<string, string> =>
      password === repeated ? {} : { repeated: auth.passwordsDiffer },
    submit: async (input) => {
      await setUp(input);
      await signIn(input);
      // A full load: everything that was rendered before had nobody signed in.
      window.location.assign("/");
    },
  });

  const earlyInput = useEarlyInput(form);
  return (
    <DoorPage title={auth.setUpTitle} text={auth.setUpText}>
      <form ref={earlyInput} onSubmit={onSubmit} noValidate>
        <Stack gap="md">
          <FailureNotice failure={failure} />
          <TextInput label={auth.name} autoComplete="name" {...form.getInputProps("name")} />
          <SignInNameField
            description={auth.signInNameHint}
            autoComplete="username"
            {...form.getInputProps("signInName")}
          />
          <PasswordField
            label={auth.password}
            description={auth.passwordHint(LIMITS.passwordMinCharacters)}
            autoComplete="new-password"
            {...form.getInputProps("password")}
          />
          <PasswordField
            label={auth.repeatPassword}
            autoComplete="new-password"
            {...form.getInputProps("repeated")}
          />
          <SendButton busy={busy}>{auth.setUpButton}</SendButton>
        </Stack>
      </form>
    </DoorPage>
  );
}
