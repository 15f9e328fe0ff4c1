/** What the bar says about the text's safety. Every state is derived from facts. */
import type { CloseErrorCode } from "@/core/errors";

/** Local edits that the server hasn't acknowledged. */
export interface Unsynced {
  /** True for deletions too, which add no characters. */
  readonly any: boolean;
  /** Characters typed or pasted here that no acknowledgement covers yet. */
  readonly characters: number;
}

/** Whether what the server lacks is on this browser's disk: all of it, not all of it yet, or it takes no writes. */
export type KeptLocally = "yes" | "writing" | "no";

export type SaveState =
  /** First connection of this page; nothing to say yet. */
  | { readonly kind: "connecting" }
  /** On the server's disk, all of it. `savedAt` is the server's clock; null when nothing was ever sent. */
  | { readonly kind: "saved"; readonly savedAt: number | null }
  /** Sent or about to be; includes text held back while somebody composes. */
  | { readonly kind: "saving" }
  /** The server said that it ends, and is about to be back: for who writes no more than a slow saving. */
  | { readonly kind: "restarting" }
  /** No connection. */
  | { readonly kind: "offline"; readonly unsynced: Unsynced; readonly keptLocally: KeptLocally }
  /** Connected, but the server can't store at the moment. */
  | { readonly kind: "storage-trouble"; readonly unsynced: Unsynced; readonly keptLocally: KeptLocally }
  /** The server won't take this copy and a reconnect can't mend it: read-only, "copy everything". */
  | { readonly kind: "refused"; readonly code: CloseErrorCode; readonly unsynced: Unsynced };

/** The facts that decide the state. */
export interface SaveFacts {
  readonly refusal: CloseErrorCode | null;
  readonly connected: boolean;
  /** A connection attempt has failed or a connection was lost since the page opened. */
  readonly everFailed: boolean;
  /** The server ended in order a moment ago; see server-absence.ts. */
  readonly restarting: boolean;
  readonly storageAvailable: boolean;
  /** The server has acknowledged this socket's first payload, or has nothing to acknowledge. */
  readonly settled: boolean;
  /** Text held back by a composition, not in the shared document yet. */
  readonly holding: boolean;
  readonly unsynced: Unsynced;
  readonly savedAt: number | null;
  readonly keptLocally: KeptLocally;
}

/** While the page stands so, the server wouldn't hear what it asks. */
export function isAway({ kind }: SaveState): boolean {
  return kind === "connecting" || kind === "restarting" || kind === "offline" || kind === "refused";
}

/** Derives the one state to show; a refusal outranks a lost connection, which outranks the rest. */
export function saveStateOf(facts: SaveFacts): SaveState {
  const { refusal, unsynced, keptLocally, savedAt } = facts;
  if (refusal !== null) return { kind: "refused", code: refusal, unsynced };
  if (!facts.connected) {
    if (facts.restarting && facts.storageAvailable) return { kind: "restarting" };
    return facts.everFailed || unsynced.any
      ? { kind: "offline", unsynced, keptLocally }
      : { kind: "connecting" };
  }
  if (!facts.storageAvailable) return { kind: "storage-trouble", unsynced, keptLocally };
  if (unsynced.any || facts.holding) return { kind: "saving" };
  if (!facts.settled) {
    return savedAt === null && !facts.everFailed ? { kind: "connecting" } : { kind: "saving" };
  }
  return { kind: "saved", savedAt };
}
