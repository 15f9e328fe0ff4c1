"use client";

import { createContext, useContext } from "react";
import { useMessages } from "@/components/messages/messages-provider";
import type { AuthorName } from "@/core/authors/author";
import type { Changers } from "@/core/compare/changers";
import type { Row, Span } from "@/core/compare/comparison";

/** Whose changes a comparison points out: everybody's, a person's by number, or those of nobody known. */
export type ChosenChanger = "all" | "unknown" | number;

export interface ShownChangers {
  readonly people: readonly AuthorName[];
  readonly changers: Changers;
  readonly chosen: ChosenChanger;
}

/** Null where it isn't known who changed what. */
export const ShownChangersContext = createContext<ShownChangers | null>(null);

/** The attributes of a change's element: who made it, and whether it stands back behind those chosen. */
export function useChangeMarks(): (change: Span | Row) => { title?: string; "data-other"?: "" } {
  const shown = useContext(ShownChangersContext);
  const { general } = useMessages();
  if (shown === null) return () => ({});
  const { people, changers, chosen } = shown;
  return (change) => {
    const by = changers.get(change) ?? [];
    const title = by.map((person) => people[person]?.name ?? "").join(general.between);
    const isChosen = chosen === "all" || (chosen === "unknown" ? by.length === 0 : by.includes(chosen));
    return { ...(title !== "" && { title }), ...(!isChosen && { "data-other": "" as const }) };
  };
}
