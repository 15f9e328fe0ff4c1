import { Tabs } from "@mantine/core";
import type { Icon } from "@tabler/icons-react";
import classes from "./panel-tab.module.css";

interface PanelTabProps {
  readonly value: string;
  readonly icon: Icon;
  readonly label: string;
  /** How much waits there; shown when it isn't nothing. */
  readonly count?: number;
  /** Says the count to whom the number alone says nothing. */
  readonly countLabel?: (count: number) => string;
}

/** The count stands over the word: beside it, five don't fit the width of the panel in English. */
export function PanelTab({ value, icon: TabIcon, label, count = 0, countLabel }: PanelTabProps) {
  const name = count > 0 && countLabel !== undefined ? `${label} ${countLabel(count)}` : undefined;
  return (
    <Tabs.Tab value={value} aria-label={name} className={classes.tab}>
      <span className={classes.face}>
        <TabIcon size={18} stroke={1.6} aria-hidden />
        {count > 0 && <span className={classes.badge}>{count}</span>}
      </span>
      <span className={classes.word}>{label}</span>
    </Tabs.Tab>
  );
}
