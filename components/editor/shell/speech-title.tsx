"use client";

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useMessages } from "@/components/messages/messages-provider";
import { LIMITS } from "@/core/limits";
import classes from "./speech-editor.module.css";

interface SpeechTitleProps {
  readonly title: string;
  readonly editable: boolean;
  /** Resolves to whether the server took it. */
  readonly onRename: (title: string) => Promise<boolean>;
}

/** The speech's title, changed in place: Enter or leaving saves, Escape gives up. */
export function SpeechTitle({ title, editable, onRename }: SpeechTitleProps) {
  const { header } = useMessages().editor;
  const [draft, setDraft] = useState(title);
  const givesUp = useRef(false);
  useEffect(() => setDraft(title), [title]);
  if (!editable) return <h1 className={classes.title}>{title}</h1>;

  const save = async () => {
    const wanted = draft.trim();
    const isChange = !givesUp.current && wanted !== "" && wanted !== title;
    givesUp.current = false;
    if (!isChange || !(await onRename(wanted))) setDraft(title);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // Enter also ends a composition; that one isn't meant for the title.
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") givesUp.current = true;
    if (event.key === "Enter" || event.key === "Escape") event.currentTarget.blur();
  };
  return (
    <h1 className={classes.titleHeading}>
      <input
        className={classes.title}
        aria-label={header.rename}
        value={draft}
        maxLength={LIMITS.titleCharacters}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={save}
      />
    </h1>
  );
}
