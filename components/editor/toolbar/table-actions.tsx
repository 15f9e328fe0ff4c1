"use client";

import { ActionIcon, Menu } from "@mantine/core";
import { IconTable } from "@tabler/icons-react";
import { useMessages } from "@/components/messages/messages-provider";
import { changeTable, TABLE_ACTIONS } from "../blocks/table";
import { useWorkspace } from "../shell/workspace-context";

/** Rows, columns and the table at the caret. */
export default function TableActions() {
  const { toolbar, tableActions } = useMessages().editor;
  const { editor } = useWorkspace();
  return (
    <Menu position="bottom-start" returnFocus={false}>
      <Menu.Target>
        <ActionIcon
          variant="light"
          color="gray"
          c="var(--lectern-ink)"
          size={34}
          aria-label={toolbar.table}
          title={toolbar.table}
          onMouseDown={(event) => event.preventDefault()}
        >
          <IconTable size={19} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {TABLE_ACTIONS.map((action) => (
          <Menu.Item
            key={action}
            color={action === "deleteTable" ? "vermilion" : undefined}
            onClick={() => changeTable(editor, action)}
          >
            {tableActions[action]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
