"use client";

import { Drawer } from "@mantine/core";
import type { ReactNode } from "react";

interface SideDrawerProps {
  readonly side: "outline" | "panel";
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function SideDrawer({ side, label, onClose, children }: SideDrawerProps) {
  return (
    <Drawer
      opened
      onClose={onClose}
      position={side === "outline" ? "left" : "right"}
      size={320}
      title={label}
      padding="xs"
    >
      {children}
    </Drawer>
  );
}
