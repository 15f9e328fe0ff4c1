"use client";

import { Switch } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { useMessages } from "@/components/messages/messages-provider";
import { can, roleOnText } from "@/core/access";
import { useConnectionFact } from "../shell/use-connection-fact";
import { useWorkspace } from "../shell/workspace-context";
import classes from "./suggestions.module.css";
import { useSuggesting } from "./use-suggestions";

/** Locks the speech in 修订 for everybody; says to those who may not that it is locked. */
export function SuggestLock() {
  const words = useMessages().editor.suggestions;
  const { connection, settings } = useWorkspace();
  const { speech, change } = settings;
  const { locked } = useSuggesting();
  const role = useConnectionFact(connection, (state) => roleOnText(state.role, speech));
  if (can(role, "lock-suggesting")) {
    return (
      <Switch
        size="sm"
        label={words.lock}
        description={words.lockHint}
        checked={speech.suggestOnly}
        onChange={(event) => void change({ suggestOnly: event.currentTarget.checked })}
      />
    );
  }
  if (!locked) return null;
  return (
    <p className={classes.locked}>
      <IconLock size={15} aria-hidden />
      {words.locked}
    </p>
  );
}
