"use client";

import { useSyncExternalStore } from "react";
import { can, pageSuggests } from "@/core/access";
import type { ListedSuggestion } from "@/core/review/list-suggestions";
import { useConnectionFact } from "../shell/use-connection-fact";
import { useWorkspace } from "../shell/workspace-context";
import type { SuggestStore } from "./suggest-store";

/** The text's suggestions in order, read again when typing pauses. */
export function useSuggestions(): readonly ListedSuggestion[] {
  const { suggestions } = useWorkspace();
  return useSyncExternalStore(suggestions.subscribe, suggestions.get, suggestions.get);
}

/** What was chosen on this page, rendered anew with every change. */
export function useSuggestState(store: SuggestStore) {
  return useSyncExternalStore(store.subscribe, store.get, store.get);
}

/** Whether edits are suggestions, and why. */
export interface Suggesting {
  /** Edits in this page become suggestions now. */
  readonly on: boolean;
  /** The person can't choose. */
  readonly mustSuggest: boolean;
  /** That is because the chief locked the speech. */
  readonly locked: boolean;
}

/** As it is for this person, in this speech, at the moment. */
export function useSuggesting(): Suggesting {
  const { connection, settings, suggest } = useWorkspace();
  const { speech } = settings;
  const mustSuggest = useConnectionFact(connection, ({ role }) => pageSuggests(role, speech));
  const locked = mustSuggest && speech.suggestOnly && can(speech.role, "edit");
  return { on: useSuggestState(suggest).on || mustSuggest, mustSuggest, locked };
}
