"use client";

import { IconPencilCheck } from "@tabler/icons-react";
import { useMessages } from "@/components/messages/messages-provider";
import { useWorkspace } from "../shell/workspace-context";
import classes from "./suggestions.module.css";
import { useSuggesting } from "./use-suggestions";

/** Turns 修订 on and off; for who may only suggest it says that it is on. */
export function SuggestToggle({ disabled }: { disabled: boolean }) {
  const words = useMessages().editor.suggestions;
  const { editor, suggest } = useWorkspace();
  const { on, mustSuggest, locked } = useSuggesting();
  const label = locked ? words.locked : mustSuggest ? words.always : on ? words.turnOff : words.turnOn;
  return (
    <button
      type="button"
      className={classes.toggle}
      aria-pressed={on}
      aria-disabled={disabled || mustSuggest || undefined}
      aria-label={label}
      title={label}
      // The selection stays in the text.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        if (disabled || mustSuggest) return;
        suggest.turn(!on);
        editor.commands.focus();
      }}
    >
      <IconPencilCheck size={18} stroke={1.7} aria-hidden />
      {words.mode}
    </button>
  );
}
