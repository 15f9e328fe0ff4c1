"use client";

import { ActionIcon } from "@mantine/core";
import type { Icon } from "@tabler/icons-react";

interface SideToggleProps {
  readonly icon: Icon;
  readonly isOpen: boolean;
  readonly showLabel: string;
  readonly hideLabel: string;
  readonly onToggle: () => void;
  readonly className?: string;
}

/** Opens and closes what stands at a side of the text. */
export function SideToggle({
  icon: Sign,
  isOpen,
  showLabel,
  hideLabel,
  onToggle,
  className,
}: SideToggleProps) {
  const label = isOpen ? hideLabel : showLabel;
  return (
    <ActionIcon
      className={className}
      variant="subtle"
      color="gray"
      size={36}
      aria-label={label}
      title={label}
      aria-expanded={isOpen}
      onClick={onToggle}
    >
      <Sign size={20} stroke={1.6} aria-hidden />
    </ActionIcon>
  );
}
