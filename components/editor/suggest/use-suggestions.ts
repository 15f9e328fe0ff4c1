"use client";

import { useSyncExternalStore } from "react";
import { onlySuggests } from "@/core/access";
import type { ListedSuggestion } from "@/core/review/list-suggestions";
import { useConnectionFact } from "../shell/use-connection-fact";
import { useWorkspace } from "../shell/workspace-context";
import type { SuggestStore } from "./suggest-store";

/** The text's suggestions in order, read again when typing pauses. */
export function useSuggestions(): readonly ListedSuggestion[] {
  const { suggestions } = useWorkspace();
  return useSyncExternalStore(suggestions.subscribe, suggestions.get, suggestions.get);
}

export function useSuggestState(store: SuggestStore) {
  return useSyncExternalStore(store.subscribe, store.get, store.get);
}

/** Whether edits in this page become suggestions now, and whether the person may choose. */
export function useSuggesting(): { readonly on: boolean; readonly mustSuggest: boolean } {
  const { connection, suggest } = useWorkspace();
  const mustSuggest = useConnectionFact(connection, ({ role }) => onlySuggests(role));
  return { on: useSuggestState(suggest).on || mustSuggest, mustSuggest };
}
