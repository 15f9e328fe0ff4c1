/** What other nodes are told of a row that was stored here. */
import type { Committed } from "./commit-queue";
import type { RoomMessage, StoredSpeech } from "./ports";

/** Rows that other nodes stored: read from the log, or relayed, and then there is no more to know of them. */
export type OthersRows = Pick<StoredSpeech, "updates" | "bindings"> & Partial<StoredSpeech>;

/**
 * The row itself where it is text alone, as nearly all are. Of one that decides on suggestions the log knows more
 * than its text: the others are told only that it is there, and read it.
 */
export function relayed(
  { bindings, decisions }: Pick<Committed, "bindings" | "decisions">,
  update: Uint8Array,
  seq: number,
): RoomMessage {
  if (decisions.length > 0) return { kind: "head", seq };
  return { kind: "update", seq, update, bindings };
}
