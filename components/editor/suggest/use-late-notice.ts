"use client";

import { useCallback } from "react";
import { listDecisions } from "@/components/api/decisions";
import { useMessages } from "@/components/messages/messages-provider";
import { useNotice } from "@/components/shell/use-notice";
import type { SpeechId } from "@/core/ids";
import type { LateDecision } from "@/core/review/late-decision";

/** Says that decisions taken in this page came after others', and whose count. */
export function useLateNotice(speechId: SpeechId): (late: readonly LateDecision[]) => void {
  const { late: words } = useMessages().editor.suggestions;
  const { tell } = useNotice();
  return useCallback(
    (late) => {
      void decidersOf(speechId, late).then((names) => {
        const [first] = late;
        if (first === undefined) return;
        const [name, ...others] = new Set(late.map(({ suggestion }) => names.get(suggestion) ?? ""));
        const by = name && others.length === 0 ? name : null;
        tell(late.length === 1 ? words[first.outcome](by, first.words) : words.several(by, late.length));
      });
    },
    [speechId, words, tell],
  );
}

/** By suggestion, of the latest decisions; nobody for what its proposer took back, or where they can't be read. */
async function decidersOf(
  speechId: SpeechId,
  late: readonly LateDecision[],
): Promise<ReadonlyMap<string, string>> {
  const counts = new Map(late.map(({ suggestion, outcome }) => [suggestion, outcome]));
  const { decisions } = await listDecisions(speechId).catch(() => ({ decisions: [] }));
  // The latest comes last, and so counts.
  return new Map(
    [...decisions]
      .reverse()
      .filter(({ suggestion, outcome }) => counts.get(suggestion) === outcome)
      .map(({ suggestion, by }) => [suggestion, by.name]),
  );
}
