"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { listDecisions } from "@/components/api/decisions";
import type { SpeechId } from "@/core/ids";
import type { DecisionPage } from "@/core/review/decision";
import { whenSaved } from "../comments/when-saved";
import { useWorkspace } from "../shell/workspace-context";
import { withEarlier } from "./decision-pages";
import { useSuggestions } from "./use-suggestions";

const NOTHING: DecisionPage = { decisions: [], next: null };

export interface Decisions extends DecisionPage {
  readonly state: "loading" | "loaded" | "failed";
  readonly reload: () => void;
  /** Reads the next page, of earlier ones. */
  readonly more: () => void;
}

/** Decisions on the speech's suggestions, read again when suggestions went or came and when a reason was given. */
export function useDecisions(): Decisions {
  const { connection, settings } = useWorkspace();
  const { id: speechId } = settings.speech;
  const [page, setPage] = useState(NOTHING);
  const latest = useRef(page);
  latest.current = page;
  const [state, setState] = useState<Decisions["state"]>("loading");
  const [round, setRound] = useState(0);
  const standing = useSuggestions()
    .map(({ id }) => id)
    .sort()
    .join(" ");
  const reload = useCallback(() => setRound((count) => count + 1), []);
  useEffect(() => connection.onThreadsChanged(reload), [connection, reload]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what stands, and the round, say that there may be others.
  useEffect(() => {
    let overtaken = false;
    // The own last decision is known to the server once it is saved; offline one sees those before it.
    whenSaved(connection)
      .catch(() => undefined)
      .then(() => readAsFar(speechId, latest.current.decisions.length))
      .then(
        (first) => {
          if (overtaken) return;
          setPage(first);
          setState("loaded");
        },
        () => !overtaken && setState("failed"),
      );
    return () => {
      overtaken = true;
    };
  }, [connection, speechId, standing, round]);

  const more = () => {
    const { next: asked } = page;
    if (asked === null) return;
    listDecisions(speechId, asked).then(
      (earlier) => setPage((shown) => withEarlier(shown, asked, earlier)),
      () => setState("failed"),
    );
  };
  return { ...page, state, reload, more };
}

/** As many as are shown already: whoever reads far down, or writes a reason there, stays there. */
async function readAsFar(speechId: SpeechId, count: number): Promise<DecisionPage> {
  let page = await listDecisions(speechId);
  while (page.next !== null && page.decisions.length < count) {
    page = withEarlier(page, page.next, await listDecisions(speechId, page.next));
  }
  return page;
}
