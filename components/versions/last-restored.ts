/**
 * What was brought back last in this window and can be taken back: whoever restores a version sees what became of
 * it on the writing page, another page of ours. It is forgotten with the window's pages, as undoing is.
 */
import type { Restored } from "@/components/api/versions";
import type { SpeechId } from "@/core/ids";

export interface LastRestored extends Restored {
  readonly speechId: SpeechId;
}

let last: LastRestored | null = null;

/** The one before can't be taken back any longer; returns it. */
export function keepRestored(restored: LastRestored): LastRestored | null {
  const before = last;
  last = restored;
  return before;
}

export function restoredIn(speechId: SpeechId): LastRestored | null {
  return last?.speechId === speechId ? last : null;
}

/** Asked for twice at once it is given once. */
export function takeRestored(speechId: SpeechId): LastRestored | null {
  const taken = restoredIn(speechId);
  if (taken !== null) last = null;
  return taken;
}

/** It couldn't be taken back now; unless another version was brought back meanwhile it can be later. */
export function returnRestored(restored: LastRestored): void {
  last ??= restored;
}
