import { ActionIcon } from "@mantine/core";
import type { IconBold } from "@tabler/icons-react";
import { keyNames } from "./key-names";

interface ToolButtonProps {
  readonly icon: typeof IconBold;
  readonly label: string;
  /** Shortcut as `mod+B`; shown in the tooltip. */
  readonly keys?: string;
  /** Set for what is on or off. */
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

/** A button of the toolbar, with its shortcut in the tooltip; pressing it leaves the selection in the text. */
export function ToolButton({ icon: Icon, label, keys, pressed, disabled = false, onClick }: ToolButtonProps) {
  return (
    <ActionIcon
      variant={pressed ? "light" : "subtle"}
      color="gray"
      c={disabled ? undefined : "var(--lectern-ink)"}
      size={34}
      aria-label={label}
      // The browser's own tooltip: a floating one costs every visit its library.
      title={keys === undefined ? label : `${label} ${keyNames(keys)}`}
      aria-pressed={pressed}
      // Unlike `disabled` it stays reachable, so that focus isn't lost when it turns off.
      aria-disabled={disabled || undefined}
      // The selection stays in the text.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => !disabled && onClick()}
    >
      <Icon size={19} stroke={1.7} aria-hidden />
    </ActionIcon>
  );
}
