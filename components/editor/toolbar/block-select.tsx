"use client";

import { useMessages } from "@/components/messages/messages-provider";
import { BLOCK_KINDS, type BlockKind, CELL_KINDS } from "../blocks/block-kind";
import classes from "./toolbar.module.css";

interface BlockSelectProps {
  readonly kind: BlockKind;
  readonly disabled: boolean;
  readonly inTable: boolean;
  readonly onChange: (kind: BlockKind) => void;
}

/** What the block at the caret is, and what else it could be. Native: at home on every screen and keyboard. */
export function BlockSelect({ kind, disabled, inTable, onChange }: BlockSelectProps) {
  const { toolbar, blocks } = useMessages().editor;
  return (
    <select
      className={classes.select}
      aria-label={toolbar.blockKind}
      title={toolbar.blockKind}
      value={kind}
      disabled={disabled}
      onChange={(event) => {
        const chosen = BLOCK_KINDS.find((choice) => choice === event.currentTarget.value);
        if (chosen !== undefined) onChange(chosen);
      }}
    >
      {BLOCK_KINDS.map((choice) => (
        <option key={choice} value={choice} disabled={inTable && !CELL_KINDS.includes(choice)}>
          {blocks[choice]}
        </option>
      ))}
    </select>
  );
}
