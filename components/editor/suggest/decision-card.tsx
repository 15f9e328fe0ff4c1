"use client";

import { Button, Group, Textarea } from "@mantine/core";
import { useState } from "react";
import { explainDecisions } from "@/components/api/decisions";
import { useLocale, useMessages } from "@/components/messages/messages-provider";
import { serverNow } from "@/components/server-clock";
import { useNotice } from "@/components/shell/use-notice";
import { LIMITS } from "@/core/limits";
import type { Decision } from "@/core/review/decision";
import { commentTime } from "../comments/comment-time";
import { useWorkspace } from "../shell/workspace-context";
import { ChangeText } from "./change-text";
import classes from "./suggestions.module.css";

interface DecisionCardProps {
  readonly decision: Decision;
  /** The own one: its reason may be written. */
  readonly mayExplain: boolean;
}

/** One decision: on what, by whom, when and why. */
export function DecisionCard({ decision, mayExplain }: DecisionCardProps) {
  const { editor, general } = useMessages();
  const { decided: words, gone } = editor.suggestions;
  const locale = useLocale();
  const [draft, setDraft] = useState<string | null>(null);
  const { outcome, by, at, change, proposer, reason } = decision;
  const save = useExplain(decision, () => setDraft(null));
  return (
    <li className={classes.card} data-outcome={outcome}>
      <span className={classes.who}>
        <strong>{by.name}</strong>
        <span className={classes.outcome}>{words.outcomes[outcome]}</span>
        <span className={classes.when}>{commentTime(at, serverNow(), locale)}</span>
      </span>
      <ChangeText change={change} />
      <span className={classes.when}>{words.proposedBy(proposer.name || gone)}</span>
      {draft === null && reason !== "" && <p className={classes.reason}>{reason}</p>}
      {draft === null && mayExplain && (
        <span className={classes.actions}>
          <button type="button" className={classes.action} onClick={() => setDraft(reason)}>
            {reason === "" ? words.addReason : words.changeReason}
          </button>
        </span>
      )}
      {draft !== null && (
        <>
          <Textarea
            mt={6}
            autosize
            minRows={1}
            maxRows={6}
            data-autofocus
            aria-label={words.reason}
            maxLength={LIMITS.reasonCharacters}
            value={draft}
            onChange={(event) => setDraft(event.currentTarget.value)}
          />
          <Group gap={8} mt={6}>
            <Button size="compact-sm" onClick={() => save(draft.trim())}>
              {words.save}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => setDraft(null)}>
              {general.cancel}
            </Button>
          </Group>
        </>
      )}
    </li>
  );
}

/** The list is told of the new reason by the server. */
function useExplain({ suggestion }: Decision, onSaved: () => void) {
  const { settings } = useWorkspace();
  const notice = useNotice();
  return async (reason: string) => {
    try {
      await explainDecisions(settings.speech.id, { suggestions: [suggestion], reason });
      onSaved();
    } catch (error) {
      notice.fail(error);
    }
  };
}
