"use client";

import { Button, Skeleton, Switch, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { type AppError, asAppError } from "@/core/errors";
import type { MailSettings } from "@/core/notice";
import { type MailChoice, readMailSettings, saveMailSettings } from "../api/inbox";
import { FailureNotice } from "../form/failure-notice";
import { useMessages } from "../messages/messages-provider";
import { useNotice } from "../shell/use-notice";
import { useLoaded } from "../use-loaded";
import classes from "./inbox.module.css";

/** One's e-mail address, and whether notices come there too. */
export function MailSettingsForm() {
  const { inbox: words } = useMessages();
  const { value, failure } = useLoaded("mail", readMailSettings);
  return (
    <section className={classes.mail} aria-label={words.mailTitle}>
      <h2 className={classes.mailTitle}>{words.mailTitle}</h2>
      {value === null && failure === null && <Skeleton height={96} />}
      <FailureNotice failure={failure} />
      {value !== null && <Fields choice={value} />}
    </section>
  );
}

function Fields({ choice }: { choice: MailChoice }) {
  const { inbox: words, fieldProblems } = useMessages();
  const notice = useNotice();
  const [settings, setSettings] = useState<MailSettings>(choice.mail);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<AppError | null>(null);
  const isWrong = failure?.fields?.address !== undefined;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    try {
      setSettings((await saveMailSettings(settings)).mail);
      notice.tell(words.saved);
    } catch (error) {
      setFailure(asAppError(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className={classes.fields} onSubmit={save} noValidate>
      <TextInput
        type="email"
        autoComplete="email"
        label={words.mailAddress}
        value={settings.address}
        error={isWrong ? fieldProblems.invalid : undefined}
        onChange={(event) => setSettings({ ...settings, address: event.currentTarget.value.trim() })}
      />
      <Switch
        label={words.mailSwitch}
        description={choice.available ? words.mailHint : words.mailUnavailable}
        checked={settings.enabled}
        onChange={(event) => setSettings({ ...settings, enabled: event.currentTarget.checked })}
      />
      {!isWrong && <FailureNotice failure={failure} />}
      <Button type="submit" variant="default" loading={busy} w="max-content">
        {words.save}
      </Button>
    </form>
  );
}
