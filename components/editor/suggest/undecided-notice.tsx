"use client";

import { Alert, Button } from "@mantine/core";
import { useMessages } from "@/components/messages/messages-provider";
import { focusChosenTab } from "../panel/focus-chosen-tab";
import { useWorkspace } from "../shell/workspace-context";
import classes from "./undecided-notice.module.css";
import { useSuggestions } from "./use-suggestions";

interface UndecidedNoticeProps {
  /** What becomes of so many. */
  readonly text: (count: number) => string;
  /** The way to them leads out of a dialog, which can't be left while it works. */
  readonly busy: boolean;
}

/** That suggestions nobody decided on yet go out as if they were accepted, and the way to them. */
export function UndecidedNotice({ text, busy }: UndecidedNoticeProps) {
  const { suggestions: words } = useMessages().editor;
  const { showSuggestions } = useWorkspace();
  const count = useSuggestions().length;
  if (count === 0) return null;
  const lead = () => {
    showSuggestions();
    focusChosenTab();
  };
  return (
    <Alert color="vermilion" variant="light" p="xs">
      <div className={classes.notice}>
        <span>{text(count)}</span>
        <Button size="xs" variant="default" disabled={busy} onClick={lead}>
          {words.seePending}
        </Button>
      </div>
    </Alert>
  );
}
