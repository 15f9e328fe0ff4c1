"use client";

import { createContext } from "react";

export interface ShownThreads {
  readonly ids: ReadonlySet<string>;
  readonly active: string | null;
}

/** The threads whose places a text shows; null shows none. */
export const ShownThreadsContext = createContext<ShownThreads | null>(null);
