"use client";

import { createContext, useContext } from "react";
import { useMessages } from "@/components/messages/messages-provider";
import type { AuthorName } from "@/core/authors/author";
import { changesIn } from "@/core/compare/changes-in";
import type { Comparison, Row, Span } from "@/core/compare/comparison";
import type { RelocatedLines } from "@/core/compare/relocated-lines";
import type { PersonId } from "@/core/ids";
import type { ListedChangers } from "@/core/version";

/** Whose changes a comparison points out: everybody's, a person's, or those of nobody known. */
export type ChosenChanger = "all" | "unknown" | PersonId;

export interface ShownChangers {
  readonly people: readonly AuthorName[];
  /** By the change that they made; none for one nobody is known for. */
  readonly changers: ReadonlyMap<Span | Row, readonly number[]>;
  readonly chosen: ChosenChanger;
}

/** Null where it isn't known who changed what. */
export const ShownChangersContext = createContext<ShownChangers | null>(null);

/**
 * What was changed in a relocated line is whose the row is that it came with. `wanted`: everybody's are shown when there
 * is no change of theirs, or none any more.
 */
export function shownChangers(
  { rows }: Comparison,
  relocated: RelocatedLines,
  { people, byChange }: ListedChangers,
  wanted: ChosenChanger,
): ShownChangers {
  const changers = new Map(changesIn(rows).map((change, index) => [change, byChange[index] ?? []]));
  for (const { row, spans } of relocated.values())
    for (const span of spans ?? []) changers.set(span, changers.get(row) ?? []);
  const can = choosable({ people, changers });
  const isThere = wanted === "unknown" ? can.unknown : can.people.some(({ id }) => id === wanted);
  return { people, changers, chosen: isThere ? wanted : "all" };
}

/** Who can be chosen, everybody aside: people of whom there is a change, and nobody where one is nobody's. */
export function choosable({ people, changers }: Pick<ShownChangers, "people" | "changers">) {
  const all = [...changers.values()];
  const known = new Set(all.flat());
  return {
    people: people.filter((_, person) => known.has(person)),
    unknown: all.some((by) => by.length === 0),
  };
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
    if (chosen === "all") return true;
    return chosen === "unknown"
      ? by?.length === 0
      : by?.some((person) => people[person]?.id === chosen) === true;
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
