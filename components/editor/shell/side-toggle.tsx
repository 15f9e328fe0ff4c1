"use client";

import { ActionIcon } from "@mantine/core";
import type { Icon } from "@tabler/icons-react";
import { BADGE_HOLDER, CountBadge } from "@/components/shell/count-badge";

interface SideToggleProps {
  readonly icon: Icon;
  readonly isOpen: boolean;
  readonly showLabel: string;
  readonly hideLabel: string;
  /** How much waits there; shown when it isn't nothing. */
  readonly count?: number;
  /** Says the count to whom the number alone says nothing. */
  readonly countLabel?: (count: number) => string;
  readonly onToggle: () => void;
  readonly className?: string;
}

/** Opens and closes what stands at a side of the text. */
export function SideToggle({
  icon: Sign,
  isOpen,
  showLabel,
  hideLabel,
  count = 0,
  countLabel,
  onToggle,
  className,
}: SideToggleProps) {
  const action = isOpen ? hideLabel : showLabel;
  const label = count > 0 && countLabel !== undefined ? `${action} ${countLabel(count)}` : action;
  return (
    <ActionIcon
      className={className === undefined ? BADGE_HOLDER : `${BADGE_HOLDER} ${className}`}
      variant="subtle"
      color="gray"
      size={36}
      aria-label={label}
      title={label}
      aria-expanded={isOpen}
      onClick={onToggle}
    >
      <Sign size={20} stroke={1.6} aria-hidden />
      <CountBadge count={count} />
    </ActionIcon>
  );
}
