/**
 * New threads while they are written: a value, and its transitions. Whoever sends one and goes on to the
 * next words has two at once, and the answer to the first mustn't close the second.
 */
import type { ThreadId } from "@/core/ids";
import { newId } from "@/core/new-id";
import type { Thread } from "@/core/review/thread";
import type { ThreadPlace } from "@/core/review/thread-requests";
import type { UnsentTexts } from "./unsent-texts";

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
  /** It was on its way once: its thread may stand there already, whatever this page was told. */
  readonly sent: boolean;
  /** It was begun before the page was loaded, and is there again. */
  readonly again: boolean;
}

export type DraftPlace = Pick<ThreadDraft, "place" | "pos" | "suggestion">;

/**
 * One that isn't on its way moves to the new place with what is written in it; else another is begun. Sent before, it goes
 * on under a new id: under its own it may stand at the old place by now. Call `carryTexts` with the result.
 */
export function beginDraft(drafts: readonly ThreadDraft[], at: DraftPlace): readonly ThreadDraft[] {
  const open = drafts.findLast(({ sending }) => !sending);
  const isKept = open !== undefined && (!open.sent || placeKey(open) === placeKey(at));
  // Of an open one nothing but its name: the suggestion that it was about stays behind with the place.
  const begun = {
    id: isKept ? open.id : (newId() as ThreadId),
    ...at,
    sending: false,
    sent: isKept && open.sent,
    again: false,
  };
  return open === undefined ? [...drafts, begun] : drafts.map((draft) => (draft === open ? begun : draft));
}

const placeKey = ({ place, suggestion }: DraftPlace) =>
  [place?.range.from, place?.range.to, suggestion].join();

/** `sending` is false again when the server refused it: then it is there to be changed or sent again. */
export function markSending(
  drafts: readonly ThreadDraft[],
  id: ThreadId,
  sending: boolean,
): readonly ThreadDraft[] {
  const marked = (draft: ThreadDraft) => ({ ...draft, sending, sent: draft.sent || sending });
  return drafts.map((draft) => (draft.id === id ? marked(draft) : draft));
}

/** After it became a thread, or was given up. */
export function endDraft(drafts: readonly ThreadDraft[], id: ThreadId): readonly ThreadDraft[] {
  return drafts.filter((draft) => draft.id !== id);
}

/** Where a draft stands, beside its text, which has the name of its id. Each has its own: other tabs keep theirs here too. */
const KEPT = "new-thread-";
/** Where the one that isn't sent yet stood in releases that kept no more. */
const KEPT_FORMERLY = "new-thread";

/** Call with every change from `before` to `now`: a page that is loaded anew finds these again, by `keptDrafts`. */
export function keepDrafts(
  unsent: UnsentTexts,
  before: readonly ThreadDraft[],
  now: readonly ThreadDraft[],
): void {
  for (const { id } of before) if (!now.some((draft) => draft.id === id)) unsent.set(KEPT + id, "");
  for (const draft of now) if (!before.includes(draft)) unsent.set(KEPT + draft.id, JSON.stringify(draft));
}

/** What is written in a draft goes along to the one in its stead, which has another id. */
export function carryTexts(
  unsent: UnsentTexts,
  before: readonly ThreadDraft[],
  now: readonly ThreadDraft[],
): void {
  for (const [index, { id }] of before.entries()) unsent.move(id, now[index]?.id ?? id);
}

/** The drafts that were kept, as they follow each other in the text, but for those in which nothing was written. */
export function keptDrafts(unsent: UnsentTexts): readonly ThreadDraft[] {
  for (const { id } of keptDraft(unsent, KEPT_FORMERLY)) unsent.move(KEPT_FORMERLY, KEPT + id);
  const names = unsent.names().filter((name) => name.startsWith(KEPT));
  return names.flatMap((name) => keptDraft(unsent, name)).sort((one, other) => one.pos - other.pos);
}

function keptDraft(unsent: UnsentTexts, name: string): readonly ThreadDraft[] {
  try {
    const draft = JSON.parse(unsent.get(name) ?? "") as ThreadDraft; // nothing else writes under that name
    if (unsent.get(draft.id) === undefined) return [];
    // Of an earlier release it says only whether it was on its way when the page went.
    return [{ ...draft, sending: false, sent: draft.sent ?? draft.sending, again: true }];
  } catch {
    return []; // of another release
  }
}

/**
 * Those that are threads by now, as they were written, or that another window sent since: the server tells everybody of
 * a new thread, and its author may hear that before the answer. Two cards would stand in one place for one thing.
 */
export function arrivedDrafts(
  drafts: readonly ThreadDraft[],
  threads: readonly Thread[],
  unsent: UnsentTexts,
): readonly ThreadDraft[] {
  return drafts.filter(({ id }) => {
    const arrived = threads.find((thread) => thread.id === id);
    if (arrived === undefined) return false;
    const text = unsent.get(id);
    return text === undefined || text.trim() === arrived.comments[0]?.body;
  });
}
