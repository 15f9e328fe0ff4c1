"use client";

import { Menu, UnstyledButton } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useMessages } from "@/components/messages/messages-provider";
import { BlockIcon } from "../blocks/block-icon";
import { BLOCK_KINDS, type BlockKind } from "../blocks/block-kind";
import { keyNames } from "./key-names";
import classes from "./toolbar.module.css";

const KEYS: Partial<Record<BlockKind, string>> = {
  paragraph: "mod+Alt+0",
  heading1: "mod+Alt+1",
  heading2: "mod+Alt+2",
  heading3: "mod+Alt+3",
  heading4: "mod+Alt+4",
};

interface BlockSelectProps {
  readonly kind: BlockKind;
  readonly disabled: boolean;
  readonly onChange: (kind: BlockKind) => void;
}

/** What the block at the caret is, and what else it could be. */
export function BlockSelect({ kind, disabled, onChange }: BlockSelectProps) {
  const { toolbar, blocks } = useMessages().editor;
  return (
    <Menu position="bottom-start" width={232} disabled={disabled} returnFocus={false}>
      <Menu.Target>
        <UnstyledButton
          className={classes.select}
          aria-label={`${toolbar.blockKind}: ${blocks[kind]}`}
          aria-disabled={disabled || undefined}
          onMouseDown={(event) => event.preventDefault()}
        >
          <span className={classes.selectText}>{blocks[kind]}</span>
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {BLOCK_KINDS.map((choice) => (
          <Menu.Item
            key={choice}
            aria-current={choice === kind || undefined}
            className={classes.choice}
            leftSection={<BlockIcon kind={choice} />}
            rightSection={<span className={classes.keys}>{keyNames(KEYS[choice] ?? "")}</span>}
            onClick={() => onChange(choice)}
          >
            {blocks[choice]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
