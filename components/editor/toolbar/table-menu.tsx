"use client";

import { IconTable } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useMessages } from "@/components/messages/messages-provider";
import { laterPart } from "@/components/shell/later-part";
import { insertTable } from "../blocks/table";
import { loadTableActions } from "../shell/part-loaders";
import { useWorkspace } from "../shell/workspace-context";
import { ToolButton } from "./tool-button";

const TableActions = dynamic(laterPart(loadTableActions));

/** Inserts a table; inside one it holds what can be done to it. */
export function TableMenu({ inTable, disabled }: { inTable: boolean; disabled: boolean }) {
  const { toolbar } = useMessages().editor;
  const { editor } = useWorkspace();
  const [isHere, setIsHere] = useState(false);
  const acts = inTable && !disabled;
  return (
    <>
      {!(acts && isHere) && (
        <ToolButton
          icon={IconTable}
          label={acts ? toolbar.table : toolbar.insertTable}
          disabled={disabled || acts}
          onClick={() => insertTable(editor)}
        />
      )}
      {acts && <TableActions onHere={() => setIsHere(true)} />}
    </>
  );
}
