"use client";

import { ActionIcon, Menu } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconDots } from "@tabler/icons-react";
import { useMessages } from "@/components/messages/messages-provider";
import type { MoveDirection } from "./move-part";

interface OutlineItemMenuProps {
  readonly label: string;
  readonly onMove: (direction: MoveDirection) => void;
  readonly onClose: () => void;
}

/** What the keyboard does with Alt and the arrows, for a pointer or a finger. Opens as it is mounted. */
export default function OutlineItemMenu({ label, onMove, onClose }: OutlineItemMenuProps) {
  const messages = useMessages().editor.outlinePane;
  return (
    <Menu position="bottom-end" width={180} opened onChange={(opened) => !opened && onClose()}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={22} aria-label={label}>
          <IconDots size={14} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconArrowUp size={16} />} onClick={() => onMove("up")}>
          {messages.moveUp}
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowDown size={16} />} onClick={() => onMove("down")}>
          {messages.moveDown}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
