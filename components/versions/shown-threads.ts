"use client";

import { createContext } from "react";

export interface ShownThreads {
  readonly ids: Pick<ReadonlySet<string>, "has">;
  readonly active: string | null;
}

/** The threads whose places a text shows; null shows none. */
export const ShownThreadsContext = createContext<ShownThreads | null>(null);

/** All there are: what the page makes of them isn't the text's business. */
export const EVERY_THREAD: ShownThreads = { ids: { has: () => true }, active: null };
