"use client";

import { Modal, type ModalProps } from "@mantine/core";
import { useMessages } from "../messages/messages-provider";
import { DialogForm, type DialogFormProps } from "./dialog-form";

interface FormDialogProps extends Omit<DialogFormProps, "onCancel"> {
  readonly title: string;
  readonly size?: ModalProps["size"];
  readonly onClose: () => void;
  /** What the button beside the submitting one does when that isn't closing. */
  readonly onCancel?: () => void;
}

/** A dialog that is one form. Mounted anew each time it is opened. */
export function FormDialog({ title, size, onClose, onCancel = onClose, ...form }: FormDialogProps) {
  const { general } = useMessages();
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      closeButtonProps={{ "aria-label": general.close }}
    >
      <DialogForm onCancel={onCancel} {...form} />
    </Modal>
  );
}
