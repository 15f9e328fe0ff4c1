"use client";

import { Modal, type ModalProps } from "@mantine/core";
import { useWindowEvent } from "@mantine/hooks";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { isInputMethodKey } from "../form/is-input-method-key";
import { useMessages } from "../messages/messages-provider";
import { useLeavingQuestion } from "./use-leaving-question";
import { useNotice } from "./use-notice";
import { useReturnedFocus } from "./use-returned-focus";

const NOTICE_ID = "escape-again";

interface DialogProps {
  readonly title: string;
  readonly size?: ModalProps["size"];
  /** A click beside it doesn't close it: something is under way, or shown here for the last time. */
  readonly stays?: boolean;
  /** What is changed in it is stored at once, or all of it is stored by now: leaving it loses nothing. */
  readonly savesAtOnce?: boolean;
  /** Absent while nothing closes it: what comes of what is under way is shown here and nowhere else. */
  readonly onClose: (() => void) | undefined;
  readonly children: ReactNode;
}

/**
 * Mounted anew each time it is opened. Once something is filled in, a click beside it doesn't close it: what was
 * written, a whole pasted speech even, would be gone. Nor does Escape alone, which also ends a composition and is
 * easily pressed once too often: it says that it takes another one. Leaving the page asks first.
 */
export function Dialog({ title, size, stays = false, savesAtOnce = false, onClose, children }: DialogProps) {
  const { general } = useMessages();
  const [written, setWritten] = useState(false);
  const [typed, setTyped] = useState(false);
  const [asked, setAsked] = useState(false);
  const dialog = useRef<HTMLDivElement>(null);
  const { tellOnce, hide } = useNotice();
  useReturnedFocus();
  const mayLose = (what: boolean) => stays || (what && !savesAtOnce);
  useLeavingQuestion(mayLose(typed), general.leaveWritten);
  const escapesAtOnce = !mayLose(typed) || asked;
  useWindowEvent(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || isInputMethodKey(event)) return;
      const { target } = event;
      // An open list of choices takes it for itself, and another dialog may stand over this one.
      if (!(target instanceof Element) || target.matches("[data-mantine-stop-propagation=true]")) return;
      // What opened this one still has the focus for a moment: it stands in the page, what lies over this one doesn't.
      if (target.closest("[data-portal]") !== null && !dialog.current?.contains(target)) return;
      if (onClose === undefined) return;
      if (escapesAtOnce) return onClose();
      setAsked(true);
      tellOnce(NOTICE_ID, general.escapeAgain);
    },
    { capture: true },
  );
  useEffect(
    () => () => {
      hide(NOTICE_ID);
    },
    [hide],
  );
  const onInput = ({ target }: FormEvent) => {
    setWritten(true);
    // What was only chosen is chosen again in no time.
    if (!(target instanceof Element && target.matches("[type=radio], [type=checkbox]"))) setTyped(true);
    setAsked(false);
    hide(NOTICE_ID);
  };
  return (
    <Modal
      ref={dialog}
      opened
      onClose={() => onClose?.()}
      title={title}
      size={size}
      closeOnClickOutside={!mayLose(written)}
      // Mantine doesn't know the input method's keys of Safari.
      closeOnEscape={false}
      returnFocus={false}
      closeButtonProps={{ "aria-label": general.close, disabled: onClose === undefined }}
    >
      <div onInput={onInput}>{children}</div>
    </Modal>
  );
}
