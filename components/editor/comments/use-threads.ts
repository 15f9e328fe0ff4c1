"use client";

import { useEffect, useMemo, useSyncExternalStore } from "react";
import { KeptTexts } from "@/components/reading/kept-texts";
import type { SpeechConnection } from "@/components/sync/connection";
import type { PersonId, SpeechId, ThreadId } from "@/core/ids";
import type { ShownText } from "../shell/shown-text";
import { COMMENTED, threadOf } from "./thread-elements";
import { type ThreadState, ThreadStore } from "./thread-store";
import { createThreadStyle } from "./thread-style";

/** The threads as they are now, rendered anew with every change. */
export function useThreads(store: ThreadStore): ThreadState {
  return useSyncExternalStore(store.subscribe, store.get, store.get);
}

interface ThreadsOfPage {
  readonly speechId: SpeechId;
  /** Who writes here. */
  readonly personId: PersonId;
  readonly connection: SpeechConnection;
  /** The text that is clicked on. */
  readonly shown: ShownText;
  /** Somebody pointed at the text of an open thread. */
  readonly onPoint: () => void;
}

/** The page's threads: read, kept up to date, seen in the text, and found by a click on it. */
export function useThreadStore(page: ThreadsOfPage): ThreadStore {
  const { speechId, personId, connection, shown, onPoint } = page;
  const store = useMemo(
    () => new ThreadStore(speechId, connection, new KeptTexts(personId, speechId)),
    [speechId, personId, connection],
  );
  useEffect(() => store.start(), [store]);

  useEffect(() => {
    const style = createThreadStyle();
    const show = () => {
      const { threads, active } = store.get();
      const open = threads.filter(({ resolved }) => resolved === null).map(({ id }) => id);
      style.show(open, active !== null && open.includes(active) ? active : null);
    };
    show();
    const stop = store.subscribe(show);
    return () => {
      stop();
      style.remove();
    };
  }, [store]);

  useEffect(() => {
    const point = (event: MouseEvent) => {
      const thread = threadAt(event.target, store.get());
      if (thread !== null) {
        store.activate(thread);
        onPoint();
      } else store.activate(null);
    };
    let { element } = shown;
    element.addEventListener("click", point);
    const stop = shown.onChange(() => {
      element.removeEventListener("click", point);
      ({ element } = shown);
      element.addEventListener("click", point);
    });
    return () => {
      stop();
      element.removeEventListener("click", point);
    };
  }, [shown, store, onPoint]);
  return store;
}

/** The innermost open thread of what was clicked on. */
function threadAt(target: EventTarget | null, { threads }: ThreadState): ThreadId | null {
  let element = target instanceof Element ? target.closest(COMMENTED) : null;
  while (element !== null) {
    const id = threadOf(element);
    const thread = threads.find((each) => each.id === id && each.resolved === null);
    if (thread !== undefined) return thread.id;
    element = element.parentElement?.closest(COMMENTED) ?? null;
  }
  return null;
}
