/** Which threads the panel shows. */
import type { PersonId, ThreadId } from "@/core/ids";
import type { Thread } from "@/core/review/thread";
import type { OutlinePart } from "../outline/read-outline";
import type { ThreadSpan } from "./thread-places";

export type ThreadFilter =
  | { readonly kind: "open" | "resolved" | "mine" | "mentions-me" }
  | { readonly kind: "person"; readonly personId: PersonId }
  | { readonly kind: "part"; readonly key: string };

export interface FilterFacts {
  readonly me: PersonId;
  readonly places: ReadonlyMap<ThreadId, ThreadSpan>;
  readonly parts: readonly OutlinePart[];
  /** Size of the document: where the last part ends. */
  readonly end: number;
}

/** All but `resolved` leave out what is done with. */
export function filterThreads(
  threads: readonly Thread[],
  filter: ThreadFilter,
  facts: FilterFacts,
): readonly Thread[] {
  return threads.filter(
    (thread) => (thread.resolved !== null) === (filter.kind === "resolved") && passes(thread, filter, facts),
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

/** Open threads in each part, those of its sub-parts included. */
export function threadsPerPart(
  threads: readonly Thread[],
  facts: Omit<FilterFacts, "me">,
): ReadonlyMap<string, number> {
  const open = threads.filter(({ resolved }) => resolved === null);
  const counts = facts.parts.map(({ key }): [string, number] => {
    const inPart = open.filter(({ id }) =>
      isInPart({ ...facts, me: "" as PersonId }, key, facts.places.get(id)),
    );
    return [key, inPart.length];
  });
  return new Map(counts.filter(([, count]) => count > 0));
}
