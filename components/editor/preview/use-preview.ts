"use client";

import { useEffect, useMemo, useSyncExternalStore } from "react";
import { readPreview, readPreviewPage } from "@/components/api/previews";
import type { SaveState } from "@/components/sync/save-state";
import { behindTyping } from "@/components/sync/typing-pace";
import { useWorkspace } from "../shell/workspace-context";
import { keptLayout } from "./kept-layout";
import { NearPages } from "./near-pages";
import { PagePictures } from "./page-pictures";
import { type PreviewSource, type PreviewState, PreviewStore } from "./preview-store";

/** While the page stands so, there is no server to ask. */
const GONE: ReadonlySet<SaveState["kind"]> = new Set(["offline", "restarting"]);

export interface UsedPreview {
  readonly store: PreviewStore;
  readonly state: PreviewState;
  readonly pictures: PagePictures;
  readonly near: NearPages;
}

/** The preview, following the text as long as it is used. */
export function usePreview(): UsedPreview {
  const { editor, connection, settings } = useWorkspace();
  const { id: speechId, numberingStyle } = settings.speech;
  const { store, pictures, near } = useMemo(() => {
    const near = new NearPages();
    const source: PreviewSource = {
      read: ({ layout, all }, signal) =>
        readPreview(speechId, { layout, near: all ? null : near.range() }, signal),
      mayAsk: () => !document.hidden && !GONE.has(connection.state.save.kind),
    };
    return {
      near,
      store: new PreviewStore(source, keptLayout(speechId)),
      pictures: new PagePictures((page) => readPreviewPage(speechId, page), behindTyping(connection.painted)),
    };
  }, [speechId, connection]);

  useEffect(() => {
    store.ask();
    let unsaved = false;
    const typed = ({ transaction }: { readonly transaction: { readonly docChanged: boolean } }) => {
      if (!transaction.docChanged) return;
      unsaved = true;
      store.changed();
    };
    // An answer may have been made before the server had all of it.
    const followSaving = () => {
      if (connection.state.save.kind !== "saved") return;
      if (unsaved) store.changed();
      else store.resume();
      unsaved = false;
    };
    editor.on("transaction", typed);
    const stopFollowing = connection.subscribe(followSaving);
    document.addEventListener("visibilitychange", store.resume);
    return () => {
      editor.off("transaction", typed);
      stopFollowing();
      document.removeEventListener("visibilitychange", store.resume);
      store.stop();
      pictures.stop();
    };
  }, [editor, connection, store, pictures]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: headings are numbered anew in another style.
  useEffect(() => store.changed(), [store, numberingStyle]);

  return { store, pictures, near, state: useSyncExternalStore(store.subscribe, store.get, store.get) };
}
