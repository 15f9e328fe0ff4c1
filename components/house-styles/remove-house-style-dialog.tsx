"use client";

import type { HouseStyle } from "@/core/house-style";
import { removeHouseStyle } from "../api/house-styles";
import { ConfirmDialog } from "../form/confirm-dialog";
import { useMessages } from "../messages/messages-provider";

interface RemoveHouseStyleDialogProps {
  readonly style: HouseStyle;
  readonly onClose: () => void;
  readonly onRemoved: (style: HouseStyle) => void;
}

/** Asks first: a layout is an hour's work, and can't be brought back. */
export function RemoveHouseStyleDialog({ style, onClose, onRemoved }: RemoveHouseStyleDialogProps) {
  const { houseStyles: words } = useMessages();
  const remove = async () => {
    await removeHouseStyle(style.id);
    onRemoved(style);
  };
  return (
    <ConfirmDialog
      title={words.removeTitle(style.name)}
      text={words.removeText}
      confirmLabel={words.remove}
      onConfirm={remove}
      onClose={onClose}
    />
  );
}
