"use client";

import { Modal, type ModalProps } from "@mantine/core";
import type { ReactNode } from "react";
import { useMessages } from "../messages/messages-provider";
import { useReturnedFocus } from "./use-returned-focus";

interface DialogProps {
  readonly title: string;
  readonly size?: ModalProps["size"];
  /** While something is under way a click beside it doesn't close it. */
  readonly busy?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Mounted anew each time it is opened. */
export function Dialog({ title, size, busy = false, onClose, children }: DialogProps) {
  const { general } = useMessages();
  useReturnedFocus();
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      closeOnClickOutside={!busy}
      returnFocus={false}
      closeButtonProps={{ "aria-label": general.close }}
    >
      {children}
    </Modal>
  );
}
