/**
 * Takes back that a version was brought back, where others have written on: made on the text as it was right after
 * that, and merged with theirs, as the edits of two people are. So what they wrote and took out since stays as they
 * left it, and lost-words.ts finds what they wrote in a line that goes or moves.
 */
import * as Y from "yjs";
import type { Carried } from "@/core/authors/carried-letters";
import { restoredLetters } from "@/core/authors/restored-letters";
import type { LeftText, Restoration } from "@/core/version-snapshot";
import { carryLostMarks, markedThreads } from "./carry-marks";
import { restoreInto } from "./restore-into";
import { draftEdit } from "./server-edit";
import { documentIn, takeSnapshot } from "./snapshot";

interface Undone {
  /** Null when nothing is to be changed. */
  readonly update: Uint8Array | null;
  /** Letters that it writes anew. */
  readonly brought: readonly Carried[];
}

/** `now` is the text with what others wrote, and stays as it is. */
export function undoRestored(
  now: Y.Doc,
  { version, origins, threads }: Pick<Restoration, "version" | "origins" | "threads">,
  { state, undoClient }: LeftText,
): Undone {
  const placed = markedThreads(documentIn(now));
  // Those that were put elsewhere since stay there.
  const known = new Set([...threads].filter((thread) => !placed.has(thread)));
  const { update, result: brought } = draftEdit(state, (left) => {
    left.clientID = undoClient;
    restoreInto(left, version, { keepsProposals: false });
    carryLostMarks(left, { version, blocks: undefined, known });
    const isNew = (clientId: number) => clientId === undoClient;
    return restoredLetters({ document: version, origins: origins ?? [] }, takeSnapshot(left, null), isNew);
  });
  const marks = update === null ? null : marksAfter(now, update, threads);
  return { update: update === null || marks === null ? update : Y.mergeUpdates([update, marks]), brought };
}

/** For the comments that were put since on words that it writes anew elsewhere. */
function marksAfter(now: Y.Doc, undoing: Uint8Array, threads: Restoration["threads"]): Uint8Array | null {
  const merged = Y.mergeUpdates([Y.encodeStateAsUpdate(now), undoing]);
  return draftEdit(merged, (doc) =>
    carryLostMarks(doc, { version: documentIn(now), blocks: undefined, known: threads }),
  ).update;
}
