"use client";

import { ActionIcon, Menu, Tooltip } from "@mantine/core";
import { IconTable } from "@tabler/icons-react";
import { useMessages } from "@/components/messages/messages-provider";
import { changeTable, insertTable, TABLE_ACTIONS } from "../blocks/table";
import { useWorkspace } from "../shell/workspace-context";
import { ToolButton } from "./tool-button";

/** Inserts a table; inside one it holds what can be done to it. */
export function TableMenu({ inTable, disabled }: { inTable: boolean; disabled: boolean }) {
  const { toolbar, tableActions } = useMessages().editor;
  const { editor } = useWorkspace();
  if (!inTable || disabled) {
    return (
      <ToolButton
        icon={IconTable}
        label={toolbar.insertTable}
        disabled={disabled}
        onClick={() => insertTable(editor)}
      />
    );
  }
  return (
    <Menu position="bottom-start" returnFocus={false}>
      <Menu.Target>
        <Tooltip label={toolbar.table}>
          <ActionIcon
            variant="light"
            color="gray"
            c="var(--lectern-ink)"
            size={34}
            aria-label={toolbar.table}
            onMouseDown={(event) => event.preventDefault()}
          >
            <IconTable size={19} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Tooltip>
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
