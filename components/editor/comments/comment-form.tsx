"use client";

import { Button } from "@mantine/core";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { isInputMethodKey } from "@/components/form/is-input-method-key";
import { useMessages } from "@/components/messages/messages-provider";
import { useIsHere } from "@/components/use-is-here";
import { type AppError, asAppError } from "@/core/errors";
import type { PersonId } from "@/core/ids";
import { LIMITS } from "@/core/limits";
import type { CommentChange } from "@/core/review/thread-requests";
import type { Member } from "@/core/speech";
import classes from "./comments.module.css";
import {
  goneFrom,
  type MentioningText,
  matchingMembers,
  mentionedIn,
  mentionQuery,
  withMention,
  withText,
} from "./mention";
import type { UnsentTexts } from "./unsent-texts";

const NOBODY: readonly PersonId[] = [];

interface CommentFormProps {
  readonly label: string;
  readonly send: string;
  readonly text?: string;
  /** Whom that text mentions. */
  readonly meant?: readonly PersonId[];
  /** What is written and not sent yet outlives the form under this name: its card may go for a while. */
  readonly unsent?: { readonly texts: UnsentTexts; readonly name: string };
  /** It is on its way already, from a form that was here before. */
  readonly sending?: boolean;
  readonly autoFocus?: boolean;
  /** What it is about: when that becomes something else, the focus is asked for again. */
  readonly about?: unknown;
  readonly members: readonly Member[];
  /** Rejects with AppError; then what was written stays. */
  readonly onSend: (comment: CommentChange) => Promise<void>;
  /** That it did, once the form is gone and can't say so: its card may have been left meanwhile. */
  readonly onMissed: (error: unknown) => void;
  readonly onCancel?: () => void;
  /** Escape where something is written: the form stays with it. */
  readonly onLeave?: () => void;
}

/** Writing a comment, with @ for who is on the speech. */
export function CommentForm({
  label,
  send,
  text = "",
  meant = NOBODY,
  unsent,
  sending = false,
  autoFocus,
  about,
  members,
  onSend,
  onMissed,
  onCancel,
  onLeave,
}: CommentFormProps) {
  const { editor, errors, general } = useMessages();
  const words = editor.comments;
  const input = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const kept = (): MentioningText => ({
    text: unsent?.texts.get(unsent.name) ?? text,
    chosen: unsent?.texts.chosenIn(unsent.name) ?? [],
  });
  const [draft, setDraft] = useState(kept);
  const written = draft.text;
  const [caret, setCaret] = useState(written.length);
  const [chosen, setChosen] = useState(0);
  const [isSending, setSending] = useState(false);
  const busy = isSending || sending;
  const [failure, setFailure] = useState<AppError | null>(null);
  const [wasSending, setWasSending] = useState(sending);
  if (wasSending !== sending) {
    setWasSending(sending);
    // The form that sent it has emptied it, or left it as it is.
    if (!sending) setDraft(kept());
  }
  const isHere = useIsHere();
  const write = (next: MentioningText) => {
    setDraft(next);
    unsent?.texts.set(unsent.name, next.text, next.chosen);
  };
  const query = mentionQuery(written, caret);
  // Turned down with Escape, the names stay away until something else is typed.
  const [turnedDown, setTurnedDown] = useState<string | null>(null);
  const gone = goneFrom(draft, members);
  const found = query === null || written === turnedDown ? [] : matchingMembers(members, query);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `about` says when it is asked for again.
  useEffect(() => {
    // Without scrolling: the card may still be on its way to its place.
    if (autoFocus) input.current?.focus({ preventScroll: true });
  }, [autoFocus, about]);

  const mention = (member: Member) => {
    const next = withMention(draft, caret, member);
    write(next);
    setCaret(next.caret);
    requestAnimationFrame(() => {
      input.current?.focus();
      input.current?.setSelectionRange(next.caret, next.caret);
    });
  };
  const submit = async () => {
    if (written.trim() === "" || busy) return;
    setSending(true);
    setFailure(null);
    try {
      await onSend({ body: written.trim(), mentions: [...mentionedIn(draft, members, meant)] });
      write({ text: "", chosen: [] });
    } catch (error) {
      if (isHere()) setFailure(asAppError(error));
      else onMissed(error);
    } finally {
      setSending(false);
    }
  };
  /** A slip of the finger mustn't take away what was written: for that there is a button. */
  const leave = (cancel: () => void) => {
    if (written.trim() === "" || written === text) return cancel();
    input.current?.blur();
    onLeave?.();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter and the arrows belong to the input method while it composes.
    if (isInputMethodKey(event.nativeEvent)) return;
    const member = found[chosen];
    if (member !== undefined && (event.key === "Enter" || event.key === "Tab")) mention(member);
    else if (found.length > 0 && event.key === "ArrowDown") setChosen((chosen + 1) % found.length);
    else if (found.length > 0 && event.key === "ArrowUp")
      setChosen((chosen + found.length - 1) % found.length);
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void submit();
    else if (event.key === "Escape" && found.length > 0) setTurnedDown(written);
    else if (event.key === "Escape" && onCancel) leave(onCancel);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={classes.form}>
      <textarea
        ref={input}
        className={classes.input}
        aria-label={label}
        placeholder={label}
        maxLength={LIMITS.commentCharacters}
        value={written}
        // What is typed while the answer is awaited would go with it.
        readOnly={busy}
        // A textarea may not be a combobox; the names are read out all the same, as they become the active one.
        aria-autocomplete="list"
        aria-controls={found.length > 0 ? listId : undefined}
        aria-activedescendant={found.length > 0 ? `${listId}-${chosen}` : undefined}
        onChange={({ target }) => {
          write(withText(draft, target.value, target.selectionStart));
          setCaret(target.selectionStart);
          setChosen(0);
        }}
        onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
      />
      {found.length > 0 && (
        <div className={classes.mentions} id={listId} role="listbox" aria-label={words.mention}>
          {found.map((member, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the text area's.
            <div
              key={member.personId}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === chosen}
              tabIndex={-1}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => mention(member)}
            >
              {member.name}
              <span className={classes.time}>{member.department}</span>
            </div>
          ))}
        </div>
      )}
      {gone.length > 0 && (
        <p className={classes.hint} role="status">
          {words.notOnSpeech(gone.join(general.between))}
        </p>
      )}
      {failure !== null && (
        <p className={classes.failure} role="alert">
          {errors[failure.code]}
        </p>
      )}
      {(written.trim() !== "" || onCancel) && (
        <div className={classes.formFoot}>
          {onCancel && (
            <Button size="compact-sm" variant="subtle" color="gray" onClick={onCancel}>
              {general.cancel}
            </Button>
          )}
          <Button
            size="compact-sm"
            disabled={written.trim() === ""}
            loading={busy}
            onClick={() => void submit()}
          >
            {send}
          </Button>
        </div>
      )}
    </div>
  );
}
