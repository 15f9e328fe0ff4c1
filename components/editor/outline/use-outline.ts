"use client";

import { useDeferredValue, useSyncExternalStore } from "react";
import type { OutlineStore, OutlineView } from "./outline-store";

/** The outline, rendered with low priority so that input always comes first. */
export function useOutline(store: OutlineStore): OutlineView {
  return useDeferredValue(useSyncExternalStore(store.subscribe, store.get, store.get));
}
