"use client";

import { Skeleton, Tabs } from "@mantine/core";
import { IconFileText, IconMessage, IconPencilCheck, IconSearch, IconUserCheck } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import type { RefObject } from "react";
import { useMessages } from "@/components/messages/messages-provider";
import { keepFocus } from "@/components/shell/keep-focus";
import { laterPart } from "@/components/shell/later-part";
import { isPending } from "@/core/directive";
import { useThreads } from "../comments/use-threads";
import { useDirectives } from "../directives/use-directives";
import { FindPanel } from "../find/find-panel";
import type { FindQuery } from "../find/literal-query";
import { loadCommentsPanel, loadDirectivesPanel, loadSuggestionsPanel } from "../shell/part-loaders";
import { useWorkspace } from "../shell/workspace-context";
import { useSuggestions } from "../suggest/use-suggestions";
import { DetailsPanel } from "./details-panel";
import { PanelTab } from "./panel-tab";
import classes from "./side-panel.module.css";

const CommentsPanel = dynamic(laterPart(loadCommentsPanel), {
  loading: () => <Skeleton height={96} m="sm" w="auto" />,
});

const SuggestionsPanel = dynamic(laterPart(loadSuggestionsPanel), {
  loading: () => <Skeleton height={96} m="sm" w="auto" />,
});

const DirectivesPanel = dynamic(laterPart(loadDirectivesPanel), {
  loading: () => <Skeleton height={96} m="sm" w="auto" />,
});

interface SidePanelProps {
  readonly tab: string;
  readonly onTab: (tab: string) => void;
  /** How often finding was asked for. */
  readonly findsAsked: number;
  /** As in FindPanel; it outlives this panel. */
  readonly lastFind: RefObject<FindQuery>;
}

/** The right side: one tab per concern. */
export function SidePanel({ tab, onTab, findsAsked, lastFind }: SidePanelProps) {
  const { details, find, comments, suggestions } = useMessages().editor;
  const pending = useSuggestions().length;
  const { reading } = useMessages();
  const directives = useDirectives();
  const wanted = directives.value?.filter(({ state }) => isPending(state)).length ?? 0;
  const { threads } = useThreads(useWorkspace().threads);
  const open = threads.filter(({ resolved }) => resolved === null).length;
  return (
    <Tabs
      value={tab}
      onChange={(value) => value !== null && onTab(value)}
      keepMounted={false}
      color="vermilion"
      className={classes.tabs}
      ref={keepFocus}
    >
      <Tabs.List grow className={classes.list}>
        <PanelTab value="speech" icon={IconFileText} label={details.tab} />
        <PanelTab
          value="comments"
          icon={IconMessage}
          label={comments.tab}
          count={open}
          countLabel={comments.openCount}
        />
        <PanelTab
          value="suggestions"
          icon={IconPencilCheck}
          label={suggestions.tab}
          count={pending}
          countLabel={suggestions.pending}
        />
        {(directives.value?.length ?? 0) > 0 && (
          <PanelTab
            value="directives"
            icon={IconUserCheck}
            label={reading.tab}
            count={wanted}
            countLabel={reading.openCount}
          />
        )}
        <PanelTab value="find" icon={IconSearch} label={find.tab} />
      </Tabs.List>
      <Tabs.Panel value="speech" className={classes.panel}>
        <DetailsPanel />
      </Tabs.Panel>
      <Tabs.Panel value="comments" className={classes.whole}>
        <CommentsPanel />
      </Tabs.Panel>
      <Tabs.Panel value="suggestions" className={classes.scrolled}>
        <SuggestionsPanel />
      </Tabs.Panel>
      <Tabs.Panel value="directives" className={classes.scrolled}>
        <DirectivesPanel directives={directives} />
      </Tabs.Panel>
      <Tabs.Panel value="find" className={classes.panel}>
        <FindPanel asked={findsAsked} last={lastFind} />
      </Tabs.Panel>
    </Tabs>
  );
}
