"use client";

import { IconTable } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { useMessages } from "@/components/messages/messages-provider";
import { laterPart } from "@/components/shell/later-part";
import { insertTable } from "../blocks/table";
import { useWorkspace } from "../shell/workspace-context";
import { ToolButton } from "./tool-button";

const TableActions = dynamic(
  laterPart(() => import("./table-actions").then((module) => module.TableActions)),
);

/** Inserts a table; inside one it holds what can be done to it. */
export function TableMenu({ inTable, disabled }: { inTable: boolean; disabled: boolean }) {
  const { toolbar } = useMessages().editor;
  const { editor } = useWorkspace();
  if (inTable && !disabled) return <TableActions />;
  return (
    <ToolButton
      icon={IconTable}
      label={toolbar.insertTable}
      disabled={disabled}
      onClick={() => insertTable(editor)}
    />
  );
}
