/** What other nodes are told of a row that was stored here. */
import type { Committed } from "./commit-queue";
import type { RoomMessage, StoredSpeech } from "./ports";

/** Rows that other nodes stored: read from the log, or relayed, and then there is no more to know of them. */
export type OthersRows = Pick<StoredSpeech, "updates" | "bindings"> & Partial<StoredSpeech>;

/**
 * The row itself where it is text alone, as nearly all are. Of one that decides on suggestions, or takes
 * out words that may come back, the log knows more than its text: the others are told only that it is there, and read it.
 */
export function relayed(
  { bindings, decisions, removals, words }: Omit<Committed, "update" | "seq">,
  update: Uint8Array,
  seq: number,
): RoomMessage {
  const isMore =
    decisions.length > 0 || words.length > 0 || removals.some(({ carriedTo }) => carriedTo !== null);
  if (isMore) return { kind: "head", seq };
  return { kind: "update", seq, update, bindings };
}
