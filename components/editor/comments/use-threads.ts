"use client";

import type { Editor } from "@tiptap/core";
import { useEffect, useMemo, useSyncExternalStore } from "react";
import { KeptTexts } from "@/components/reading/kept-texts";
import type { SpeechConnection } from "@/components/sync/connection";
import { THREAD_ATTRIBUTE } from "@/core/document/comment-mark";
import type { PersonId, SpeechId, ThreadId } from "@/core/ids";
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
  readonly editor: Editor;
  /** Somebody pointed at the text of an open thread. */
  readonly onPoint: () => void;
}

/** The page's threads: read, kept up to date, seen in the text, and found by a click on it. */
export function useThreadStore(page: ThreadsOfPage): ThreadStore {
  const { speechId, personId, connection, editor, onPoint } = page;
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
    const { dom } = editor.view;
    const point = (event: MouseEvent) => {
      const thread = threadAt(event.target, store.get());
      if (thread !== null) {
        store.activate(thread);
        onPoint();
      } else store.activate(null);
    };
    dom.addEventListener("click", point);
    return () => dom.removeEventListener("click", point);
  }, [editor, store, onPoint]);
  return store;
}

/** The innermost open thread of what was clicked on. */
function threadAt(target: EventTarget | null, { threads }: ThreadState): ThreadId | null {
  let element = target instanceof Element ? target.closest(`[${THREAD_ATTRIBUTE}]`) : null;
  while (element !== null) {
    const id = element.getAttribute(THREAD_ATTRIBUTE);
    const thread = threads.find((each) => each.id === id && each.resolved === null);
    if (thread !== undefined) return thread.id;
    element = element.parentElement?.closest(`[${THREAD_ATTRIBUTE}]`) ?? null;
  }
  return null;
}
