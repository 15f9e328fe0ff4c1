"use client";

import { Skeleton } from "@mantine/core";
import { useMessages } from "@/components/messages/messages-provider";
import { useWorkspace } from "../shell/workspace-context";
import { DecisionCard } from "./decision-card";
import classes from "./suggestions.module.css";
import { useDecisions } from "./use-decisions";

/** Who decided what, when and why; the latest first. */
export default function DecisionsList() {
  const words = useMessages().editor.suggestions.decided;
  const { person, settings } = useWorkspace();
  const { decisions, next, state, reload, more } = useDecisions();
  if (state === "loading") return <Skeleton height={120} />;
  if (state === "failed" && decisions.length === 0) {
    return (
      <p className={classes.empty} role="alert">
        {words.notLoaded}{" "}
        <button type="button" className={classes.action} onClick={reload}>
          {words.retry}
        </button>
      </p>
    );
  }
  if (decisions.length === 0) return <p className={classes.empty}>{words.none}</p>;
  // A reason belongs to the latest decision on a suggestion; of the earlier ones it is history.
  const latest = new Map([...decisions].reverse().map(({ suggestion, id }) => [suggestion, id]));
  return (
    <>
      <ul className={classes.list}>
        {decisions.map((decision) => (
          <DecisionCard
            key={decision.id}
            decision={decision}
            mayExplain={
              !settings.speech.archived &&
              decision.by.id === person.id &&
              latest.get(decision.suggestion) === decision.id
            }
          />
        ))}
      </ul>
      {next !== null && (
        <button type="button" className={classes.action} onClick={more}>
          {words.earlier}
        </button>
      )}
    </>
  );
}
