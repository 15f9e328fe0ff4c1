"use client";

import { type KeyboardEvent, useRef, useState } from "react";
import { isInputMethodKey } from "@/components/form/is-input-method-key";
import { useMessages } from "@/components/messages/messages-provider";
import { LIMITS } from "@/core/limits";
import classes from "./speech-editor.module.css";

interface SpeechTitleProps {
  readonly title: string;
  readonly editable: boolean;
  /** Until the text is there: another header takes this one's place then, and what was typed in it would be gone. */
  readonly isOpening: boolean;
  /** Resolves to whether the server took it. */
  readonly onRename: (title: string) => Promise<boolean>;
}

/** What is being typed, and the title that it began from. */
interface Draft {
  readonly from: string;
  readonly text: string;
  /** The server wasn't reached, or refused it: what is seen here isn't the speech's title. */
  readonly isUnsent?: boolean;
}

/** The speech's title, changed in place: Enter or leaving saves, Escape gives up. One that didn't arrive stays, and says so. */
export function SpeechTitle({ title, editable, isOpening, onRename }: SpeechTitleProps) {
  const { header } = useMessages().editor;
  // Apart from the title: a colleague who renames the speech meanwhile doesn't write over what is typed here.
  const [draft, setDraft] = useState<Draft | null>(null);
  const givesUp = useRef(false);
  if (!editable) return <h1 className={classes.title}>{title}</h1>;

  const save = async () => {
    const wanted = draft?.text.trim() ?? "";
    const isChange = !givesUp.current && wanted !== "" && wanted !== draft?.from;
    givesUp.current = false;
    const isUnsent = isChange && !(await onRename(wanted));
    // What was typed on since isn't sent yet.
    setDraft((now) => (now !== draft ? now : now !== null && isUnsent ? { ...now, isUnsent } : null));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // Enter also ends a composition; that one isn't meant for the title.
    if (isInputMethodKey(event.nativeEvent)) return;
    if (event.key === "Escape") givesUp.current = true;
    if (event.key === "Enter" || event.key === "Escape") event.currentTarget.blur();
  };
  return (
    <h1 className={classes.titleHeading}>
      <input
        className={classes.title}
        aria-label={header.rename}
        aria-invalid={draft?.isUnsent}
        title={draft?.isUnsent ? header.renameUnsent : undefined}
        readOnly={isOpening}
        value={draft?.text ?? title}
        maxLength={LIMITS.titleCharacters}
        onChange={({ currentTarget: { value } }) =>
          setDraft((now) => ({ from: now?.from ?? title, text: value }))
        }
        onKeyDown={onKeyDown}
        onBlur={save}
      />
    </h1>
  );
}
