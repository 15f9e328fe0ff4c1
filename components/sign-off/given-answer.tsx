"use client";

import { Button } from "@mantine/core";
import { useLocale, useMessages } from "@/components/messages/messages-provider";
import type { SignOff } from "@/core/sign-off";
import classes from "./sign.module.css";

interface GivenAnswerProps {
  /** Of the reader, to the present text. */
  readonly signOff: SignOff;
  /** Another answer is wanted in its place. */
  readonly onChange: () => void;
}

/** What the reader answered, and when; nothing more is asked of them. */
export function GivenAnswer({ signOff, onChange }: GivenAnswerProps) {
  const { signOffs: words } = useMessages();
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
      </div>
      <Button variant="default" size="md" onClick={onChange}>
        {words.signAnew}
      </Button>
    </section>
  );
}
