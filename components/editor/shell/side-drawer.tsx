"use client";

import { Drawer } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import type { ReactNode } from "react";
import { useMessages } from "@/components/messages/messages-provider";
import { useReturnedFocus } from "@/components/shell/use-returned-focus";
import classes from "./speech-editor.module.css";
import type { Side } from "./use-sides";

interface SideDrawerProps {
  readonly side: Side;
  readonly label: string;
  /** The text beside it is read while it is used, as when finding: it isn't dimmed. */
  readonly readsText?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * Over the page; on a phone the panel comes from below, so that the text it is about stays in sight above.
 * The preview's pages take all there is.
 */
export default function SideDrawer({ side, label, readsText = false, onClose, children }: SideDrawerProps) {
  const { general } = useMessages();
  useReturnedFocus();
  const isPhone = useMediaQuery("(max-width: 40em)", false, { getInitialValueInEffect: false });
  const isSheet = isPhone === true && side === "panel";
  return (
    <Drawer
      opened
      data-side={side}
      onClose={onClose}
      position={isSheet ? "bottom" : side === "outline" ? "left" : "right"}
      size={
        side === "preview" ? "100%" : isSheet ? "var(--lectern-sheet-height)" : "var(--lectern-drawer-width)"
      }
      title={label}
      padding="xs"
      overlayProps={readsText ? { backgroundOpacity: 0 } : undefined}
      returnFocus={false}
      closeButtonProps={{ "aria-label": general.close }}
      classNames={
        side === "preview"
          ? { content: classes.wholeSheet, header: classes.wholeHeader, body: classes.wholeBody }
          : isSheet
            ? { content: `${classes.over} ${classes.sheet}` }
            : { content: classes.over }
      }
    >
      {children}
    </Drawer>
  );
}
