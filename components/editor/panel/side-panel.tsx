"use client";

import { Tabs } from "@mantine/core";
import { useMessages } from "@/components/messages/messages-provider";
import { FindPanel } from "../find/find-panel";
import { DetailsPanel } from "./details-panel";
import classes from "./side-panel.module.css";

interface SidePanelProps {
  readonly tab: string;
  readonly onTab: (tab: string) => void;
}

/** The right side: one tab per concern. */
export function SidePanel({ tab, onTab }: SidePanelProps) {
  const { details, find } = useMessages().editor;
  return (
    <Tabs
      value={tab}
      onChange={(value) => value !== null && onTab(value)}
      keepMounted={false}
      color="vermilion"
    >
      <Tabs.List grow>
        <Tabs.Tab value="speech">{details.tab}</Tabs.Tab>
        <Tabs.Tab value="find">{find.tab}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="speech" className={classes.panel}>
        <DetailsPanel />
      </Tabs.Panel>
      <Tabs.Panel value="find" className={classes.panel}>
        <FindPanel />
      </Tabs.Panel>
    </Tabs>
  );
}
