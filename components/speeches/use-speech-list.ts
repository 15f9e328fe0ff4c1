"use client";

import { useDocumentVisibility } from "@mantine/hooks";
import { useCallback, useEffect, useRef, useState } from "react";
import { type AppError, asAppError } from "@/core/errors";
import type { SpeechId } from "@/core/ids";
import type { SpeechPage, SpeechSummary } from "@/core/speech";
import { listSpeeches, type SpeechListQuery } from "../api";
import { serverNow } from "../server-clock";
import { useAskedAgain } from "../use-asked-again";
import { isReturn } from "../use-fresh-return";
import { withFresh, withMore } from "./speech-pages";

/** How often presence and figures are asked for while the page can be seen. */
const REFRESH_MS = 15_000;

/** What the list is doing: `searching` keeps the old rows, `switching` has none to keep. */
export type ListActivity = "idle" | "searching" | "switching" | "loading-more";

/** The first page as the server rendered it. */
export interface InitialList {
  readonly page: SpeechPage;
  /** What it answers; another query than this one is asked for at once. */
  readonly query: Pick<SpeechListQuery, "q" | "archived">;
  /** The server's time, epoch milliseconds. Going back shows a page that may be hours old. */
  readonly at: number;
}

/** The home page's rows: the server's first page, then searches, more pages and a quiet refresh. */
export function useSpeechList(query: SpeechListQuery, initial: InitialList) {
  const { q, archived } = query;
  const [page, setPage] = useState(initial.page);
  const [activity, setActivity] = useState<ListActivity>("idle");
  const [failure, setFailure] = useState<AppError | null>(null);
  const shown = useRef(initial.query);
  /** Epoch milliseconds by the server's clock. */
  const refreshedAt = useRef(initial.at);
  /** The rows are those that it was left with, and what was done since isn't among them. */
  const isReturned = useRef(false);
  const visible = useDocumentVisibility() === "visible";
  /** Whether the rows are still those of the query that is asked for here. */
  const isShown = useCallback(
    () => shown.current.q === q && shown.current.archived === archived,
    [q, archived],
  );

  /** The first page of what is asked for here. */
  const take = useCallback(
    (fresh: SpeechPage) => {
      shown.current = { q, archived };
      isReturned.current = false;
      setPage(fresh);
      setActivity("idle");
      setFailure(null);
    },
    [q, archived],
  );

  const load = useCallback(
    async (signal?: AbortSignal) => {
      setActivity(shown.current.archived === archived ? "searching" : "switching");
      setFailure(null);
      try {
        take(await listSpeeches({ q, archived }, signal));
      } catch (error) {
        if (signal?.aborted) return;
        setFailure(asAppError(error));
        setActivity("idle");
      }
    },
    [q, archived, take],
  );

  // Of what is asked for by then: whoever is to call it may be older than that, as the way back in a notice.
  const latest = useRef(load);
  latest.current = load;

  useEffect(() => {
    if (isShown()) {
      // Back to it before another one came, or could be had: nobody waits for that any more.
      setActivity("idle");
      setFailure(null);
      return;
    }
    const abort = new AbortController();
    void load(abort.signal);
    return () => abort.abort();
  }, [isShown, load]);

  // Rows of another list than the one that was asked for, which couldn't be had.
  const isMissing = failure !== null && !isShown();
  useAskedAgain(isMissing, () => void load());

  useEffect(() => {
    isReturned.current = isReturn(initial);
  }, [initial]);

  useEffect(() => {
    if (!visible) return;
    const abort = new AbortController();
    const refresh = async () => {
      // Presence is a courtesy: when the server can't be reached, the rows simply stay.
      const fresh = await listSpeeches({ q, archived }, abort.signal).catch(() => null);
      refreshedAt.current = serverNow();
      if (fresh === null || abort.signal.aborted) return;
      if (isShown() && !isReturned.current) setPage((old) => withFresh(old, fresh));
      else take(fresh);
    };
    if (isReturned.current || serverNow() - refreshedAt.current > REFRESH_MS) void refresh();
    const timer = window.setInterval(refresh, REFRESH_MS);
    return () => {
      abort.abort();
      window.clearInterval(timer);
    };
  }, [q, archived, visible, isShown, take]);

  const loadMore = async () => {
    if (page.nextCursor === null) return;
    setActivity("loading-more");
    setFailure(null);
    try {
      const next = await listSpeeches({ q, archived, cursor: page.nextCursor });
      if (isShown()) {
        isReturned.current = false; // what is on its way in their place has the first page only
        setPage((old) => withMore(old, next));
      }
    } catch (error) {
      if (isShown()) setFailure(asAppError(error));
    }
    // Another list may be on its way by now.
    setActivity((now) => (now === "loading-more" ? "idle" : now));
  };

  const replace = (speech: SpeechSummary) =>
    setPage((old) => ({
      ...old,
      speeches: old.speeches.map((row) => (row.id === speech.id ? speech : row)),
    }));
  const remove = (speechId: SpeechId) =>
    setPage((old) => ({ ...old, speeches: old.speeches.filter((row) => row.id !== speechId) }));

  return { page, activity, failure, isMissing, loadMore, replace, remove, reload: () => latest.current() };
}
