"use client";

import type { ModalProps } from "@mantine/core";
import { Dialog } from "../shell/dialog";
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
  return (
    <Dialog onClose={onClose} stays={form.busy} title={title} size={size}>
      <DialogForm onCancel={onCancel} {...form} />
    </Dialog>
  );
}
