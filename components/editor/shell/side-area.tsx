"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { laterPart } from "@/components/shell/later-part";
import { loadSideDrawer } from "./part-loaders";
import classes from "./speech-editor.module.css";
import type { Side } from "./use-sides";

const Drawer = dynamic(laterPart(loadSideDrawer));

export interface SideAreaProps {
  readonly side: Side;
  readonly label: string;
  /** Beside the page on wide screens, a drawer over it on others. */
  readonly isWide: boolean;
  readonly open: boolean;
  /** As in SideDrawer. */
  readonly readsText?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function SideArea({ side, label, isWide, open, readsText, onClose, children }: SideAreaProps) {
  if (!open) return null;
  if (!isWide) {
    return (
      <Drawer side={side} label={label} readsText={readsText} onClose={onClose}>
        {children}
      </Drawer>
    );
  }
  return (
    <aside className={classes.side} data-side={side} aria-label={label}>
      {children}
    </aside>
  );
}
