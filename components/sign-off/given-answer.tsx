"use client";

import { Button } from "@mantine/core";
import { useLocale, useMessages } from "@/components/messages/messages-provider";
import type { SignOff, SignOffRequest } from "@/core/sign-off";
import { signedText } from "@/core/signed-text";
import classes from "./sign.module.css";

interface GivenAnswerProps {
  /** Of the reader, to the present text. */
  readonly signOff: SignOff;
  /** Of the draft that was sent. */
  readonly stage: SignOffRequest["stage"];
  /** Another answer is wanted in its place. */
  readonly onChange: () => void;
}

/** What the reader answered, when and to which text; nothing more is asked of them. */
export function GivenAnswer({ signOff, stage, onChange }: GivenAnswerProps) {
  const messages = useMessages();
  const { signOffs: words } = messages;
  const time = new Intl.DateTimeFormat(useLocale(), { dateStyle: "medium", timeStyle: "short" });
  const { answer, opinion, at } = signOff;
  return (
    <section className={classes.given} aria-label={words.page}>
      <div role="status">
        <p className={classes.signed}>
          {words.yours(words.answers[answer])}
          <time dateTime={new Date(at).toISOString()}>{time.format(at)}</time>
        </p>
        {opinion !== "" && <p className={classes.opinion}>{opinion}</p>}
        <p className={classes.draft}>{signedText({ ...signOff, stage }, messages)}</p>
      </div>
      <Button variant="default" size="md" onClick={onChange}>
        {words.signAnew}
      </Button>
    </section>
  );
}
