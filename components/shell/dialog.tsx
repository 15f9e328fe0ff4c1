"use client";

import { Modal, type ModalProps } from "@mantine/core";
import type { ReactNode } from "react";
import { useMessages } from "../messages/messages-provider";
import { useReturnedFocus } from "./use-returned-focus";

interface DialogProps {
  readonly title: string;
  readonly size?: ModalProps["size"];
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Mounted anew each time it is opened. */
export function Dialog({ title, size, onClose, children }: DialogProps) {
  const { general } = useMessages();
  useReturnedFocus();
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      returnFocus={false}
      closeButtonProps={{ "aria-label": general.close }}
    >
      {children}
    </Modal>
  );
}
