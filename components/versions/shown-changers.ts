"use client";

import { createContext, useContext } from "react";
import { useMessages } from "@/components/messages/messages-provider";
import type { AuthorName } from "@/core/authors/author";
import { changesIn } from "@/core/compare/changes-in";
import type { Comparison, Row, Span } from "@/core/compare/comparison";
import type { ListedChangers } from "@/core/version";

/** Whose changes a comparison points out: everybody's, a person's by number, or those of nobody known. */
export type ChosenChanger = "all" | "unknown" | number;

export interface ShownChangers {
  readonly people: readonly AuthorName[];
  /** By the change that they made; none for one nobody is known for. */
  readonly changers: ReadonlyMap<Span | Row, readonly number[]>;
  readonly chosen: ChosenChanger;
}

/** Null where it isn't known who changed what. */
export const ShownChangersContext = createContext<ShownChangers | null>(null);

export function changersByChange(
  { rows }: Comparison,
  { byChange }: ListedChangers,
): ShownChangers["changers"] {
  return new Map(changesIn(rows).map((change, index) => [change, byChange[index] ?? []]));
}

export interface ChangeMarks {
  readonly title?: string;
  readonly "data-other"?: "";
}

/**
 * The attributes of a change's element: who made it, and whether it stands back behind those chosen. One
 * that holds others doesn't as long as one of them is chosen.
 */
export function useChangeMarks(): (change: Span | Row, inside?: readonly (Span | Row)[]) => ChangeMarks {
  const shown = useContext(ShownChangersContext);
  const { general } = useMessages();
  if (shown === null) return () => ({});
  const { people, changers, chosen } = shown;
  const isChosen = (change: Span | Row) => {
    const by = changers.get(change);
    return chosen === "all" || (chosen === "unknown" ? by?.length === 0 : by?.includes(chosen) === true);
  };
  return (change, inside = []) => {
    const by = changers.get(change) ?? [];
    const title = by.map((person) => people[person]?.name ?? "").join(general.between);
    return {
      ...(title !== "" && { title }),
      ...(![change, ...inside].some(isChosen) && { "data-other": "" as const }),
    };
  };
}
