"use client";

import { Button, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useMessages } from "@/components/messages/messages-provider";
import { LIMITS } from "@/core/limits";
import type { UnsentTexts } from "../editor/comments/unsent-texts";
import classes from "./directive-card.module.css";

interface WordFormProps {
  readonly label: string;
  readonly submitLabel: string;
  readonly busy: boolean;
  /** What is written and not sent yet outlives the form under this name; whoever sends it takes it away. */
  readonly unsent: { readonly texts: UnsentTexts; readonly name: string };
  /** It was asked for just now, and isn't only there again. */
  readonly autoFocus: boolean;
  /** Of the field and its buttons; larger where the leader writes. */
  readonly size?: "xs" | "md";
  readonly onSubmit: (body: string) => void;
  readonly onCancel: () => void;
}

/** A few words about a directive: a question, an answer. */
export function WordForm(props: WordFormProps) {
  const { label, submitLabel, busy, unsent, autoFocus, size = "xs", onSubmit, onCancel } = props;
  const { reading: words } = useMessages();
  const [body, setBody] = useState(() => unsent.texts.get(unsent.name) ?? "");
  const write = (next: string) => {
    setBody(next);
    unsent.texts.set(unsent.name, next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (body.trim() !== "") onSubmit(body);
  };
  const giveUp = () => {
    write("");
    onCancel();
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <Textarea
        label={label}
        size={size === "md" ? "md" : "sm"}
        autosize
        minRows={2}
        maxRows={6}
        autoFocus={autoFocus}
        maxLength={LIMITS.commentCharacters}
        value={body}
        // What is typed while the answer is awaited would go with it.
        readOnly={busy}
        onChange={(event) => write(event.currentTarget.value)}
      />
      <div className={classes.actions}>
        <Button type="submit" size={size} loading={busy} disabled={body.trim() === ""}>
          {submitLabel}
        </Button>
        <Button size={size} variant="subtle" color="gray" onClick={giveUp}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
