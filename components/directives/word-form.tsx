"use client";

import { Button, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useMessages } from "@/components/messages/messages-provider";
import { LIMITS } from "@/core/limits";
import classes from "./directive-card.module.css";

interface WordFormProps {
  readonly label: string;
  readonly submitLabel: string;
  readonly busy: boolean;
  /** Of the field and its buttons; larger where the leader writes. */
  readonly size?: "xs" | "md";
  readonly onSubmit: (body: string) => void;
  readonly onCancel: () => void;
}

/** A few words about a directive: a question, an answer. */
export function WordForm({ label, submitLabel, busy, size = "xs", onSubmit, onCancel }: WordFormProps) {
  const { reading: words } = useMessages();
  const [body, setBody] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (body.trim() !== "") onSubmit(body);
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <Textarea
        label={label}
        size={size === "md" ? "md" : "sm"}
        autosize
        minRows={2}
        maxRows={6}
        autoFocus
        maxLength={LIMITS.commentCharacters}
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
      />
      <div className={classes.actions}>
        <Button type="submit" size={size} loading={busy} disabled={body.trim() === ""}>
          {submitLabel}
        </Button>
        <Button size={size} variant="subtle" color="gray" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
