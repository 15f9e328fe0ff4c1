"use client";

import { Modal, type ModalProps } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useMessages } from "../messages/messages-provider";
import { useReturnedFocus } from "./use-returned-focus";

interface DialogProps {
  readonly title: string;
  readonly size?: ModalProps["size"];
  /** A click beside it doesn't close it: something is under way, or shown here for the last time. */
  readonly stays?: boolean;
  /** What is changed in it is stored at once, so that a click beside it loses nothing. */
  readonly savesAtOnce?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * Mounted anew each time it is opened. Once something is filled in, a click beside it doesn't close it: what was
 * written, a whole pasted speech even, would be gone.
 */
export function Dialog({ title, size, stays = false, savesAtOnce = false, onClose, children }: DialogProps) {
  const { general } = useMessages();
  const [written, setWritten] = useState(false);
  useReturnedFocus();
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      closeOnClickOutside={!stays && (!written || savesAtOnce)}
      returnFocus={false}
      closeButtonProps={{ "aria-label": general.close }}
    >
      <div onInput={() => setWritten(true)}>{children}</div>
    </Modal>
  );
}
