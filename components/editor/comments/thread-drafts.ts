/**
 * New threads while they are written: a value, and its transitions. Whoever sends one and goes on to the
 * next words has two at once, and the answer to the first mustn't close the second.
 */
import type { ThreadId } from "@/core/ids";
import { newId } from "@/core/new-id";
import type { ThreadPlace } from "@/core/review/thread-requests";

export interface ThreadDraft {
  /** The thread's own from the beginning: sent again after a lost answer, it makes no second one. */
  readonly id: ThreadId;
  /** Null for the whole speech. */
  readonly place: ThreadPlace | null;
  /** Where it stands while it is written; a position in the text as it was then. */
  readonly pos: number;
  /** The suggestion that it is about. */
  readonly suggestion?: string;
  /** Whether it is on its way to the server. */
  readonly sending: boolean;
}

export type DraftPlace = Pick<ThreadDraft, "place" | "pos" | "suggestion">;

/** One that isn't sent yet moves to the new place with what is written in it; else another is begun. */
export function beginDraft(drafts: readonly ThreadDraft[], at: DraftPlace): readonly ThreadDraft[] {
  const open = drafts.findLast(({ sending }) => !sending);
  if (open === undefined) return [...drafts, { id: newId() as ThreadId, ...at, sending: false }];
  return drafts.map((draft) => (draft === open ? { ...draft, ...at } : draft));
}

/** `sending` is false again when the server refused it: then it is there to be changed or sent again. */
export function markSending(
  drafts: readonly ThreadDraft[],
  id: ThreadId,
  sending: boolean,
): readonly ThreadDraft[] {
  return drafts.map((draft) => (draft.id === id ? { ...draft, sending } : draft));
}

/** After it became a thread, or was given up. */
export function endDraft(drafts: readonly ThreadDraft[], id: ThreadId): readonly ThreadDraft[] {
  return drafts.filter((draft) => draft.id !== id);
}
