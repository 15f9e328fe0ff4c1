/** Which threads the panel shows. */
import type { PersonId, ThreadId } from "@/core/ids";
import type { Thread } from "@/core/review/thread";
import { type OutlinePart, partAt } from "../outline/read-outline";
import type { ThreadSpan } from "./thread-places";

export type ThreadFilter =
  | { readonly kind: "open" | "resolved" | "mine" | "mentions-me" }
  | { readonly kind: "person"; readonly personId: PersonId }
  | { readonly kind: "part"; readonly key: string };

/** What is chosen; all that is open once the part is gone, or nothing of the person's is there any more. */
export function standingFilter(
  chosen: ThreadFilter,
  { threads, parts }: { readonly threads: readonly Thread[]; readonly parts: readonly OutlinePart[] },
): ThreadFilter {
  const stands =
    (chosen.kind !== "part" || parts.some(({ key }) => key === chosen.key)) &&
    (chosen.kind !== "person" ||
      threads.some(({ comments }) => comments.some(({ author }) => author.id === chosen.personId)));
  return stands ? chosen : { kind: "open" };
}

export interface FilterFacts {
  readonly me: PersonId;
  readonly places: ReadonlyMap<ThreadId, ThreadSpan>;
  readonly parts: readonly OutlinePart[];
  /** Size of the document: where the last part ends. */
  readonly end: number;
  /** The thread in use, which stays until another is. */
  readonly active: ThreadId | null;
}

/**
 * All but `resolved` leave out what is done with. The active thread is never left out: whoever is answering it
 * would lose the card under their hands when a colleague resolves it.
 */
export function filterThreads(
  threads: readonly Thread[],
  filter: ThreadFilter,
  facts: FilterFacts,
): readonly Thread[] {
  return threads.filter(
    (thread) =>
      thread.id === facts.active ||
      ((thread.resolved !== null) === (filter.kind === "resolved") && passes(thread, filter, facts)),
  );
}

function passes(thread: Thread, filter: ThreadFilter, facts: FilterFacts): boolean {
  switch (filter.kind) {
    case "open":
    case "resolved":
      return true;
    case "mine":
      return isIn(thread, facts.me);
    case "person":
      return isIn(thread, filter.personId);
    case "mentions-me":
      return thread.comments.some(({ mentions }) => mentions.includes(facts.me));
    case "part":
      return isInPart(facts, filter.key, facts.places.get(thread.id));
  }
}

const isIn = ({ comments }: Thread, personId: PersonId) =>
  comments.some(({ author, deleted }) => !deleted && author.id === personId);

function isInPart({ parts, end }: FilterFacts, key: string, span: ThreadSpan | undefined): boolean {
  const index = parts.findIndex((part) => part.key === key);
  const part = parts[index];
  if (part === undefined || span === undefined) return false;
  const next = parts.slice(index + 1).find(({ level }) => level <= part.level);
  return span.from >= part.pos && span.from < (next?.pos ?? end);
}

/** Open threads in each part, those of its sub-parts included; a part without any isn't in the map. */
export function threadsPerPart(
  threads: readonly Thread[],
  { places, parts }: Pick<FilterFacts, "places" | "parts">,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const parents = parentsOf(parts);
  for (const { id, resolved } of threads) {
    const span = places.get(id);
    if (resolved !== null || span === undefined) continue;
    for (let index = partAt(parts, span.from); index >= 0; index = parents[index] ?? -1) {
      const key = parts[index]?.key ?? "";
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

/** For each part the index of the one that it is in, −1 for none. */
function parentsOf(parts: readonly OutlinePart[]): number[] {
  const open: number[] = [];
  return parts.map(({ level }, index) => {
    while (open.length > 0 && (parts[open.at(-1) ?? 0]?.level ?? 0) >= level) open.pop();
    const parent = open.at(-1) ?? -1;
    open.push(index);
    return parent;
  });
}
