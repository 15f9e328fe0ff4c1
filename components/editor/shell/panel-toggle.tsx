"use client";

import { IconLayoutSidebarRight } from "@tabler/icons-react";
import { useMessages } from "@/components/messages/messages-provider";
import { isPending } from "@/core/directive";
import { useDirectives } from "../directives/use-directives";
import { SideToggle } from "./side-toggle";

interface PanelToggleProps {
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** Opens and closes the panel. While that is closed, it says how many of the leader's points are pending. */
export function PanelToggle({ isOpen, onToggle }: PanelToggleProps) {
  const { editor, reading } = useMessages();
  // The open panel asks for them itself, and says so on its tab.
  const { value } = useDirectives(!isOpen);
  const pending = value?.filter(({ state }) => isPending(state)).length ?? 0;
  return (
    <SideToggle
      icon={IconLayoutSidebarRight}
      isOpen={isOpen}
      showLabel={editor.header.showPanel}
      hideLabel={editor.header.hidePanel}
      count={isOpen ? 0 : pending}
      countLabel={reading.openCount}
      onToggle={onToggle}
    />
  );
}
