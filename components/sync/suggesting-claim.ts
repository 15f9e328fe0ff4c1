/**
 * What this page tells the server of its updates while somebody suggests: that they are meant as nothing
 * else, and what of the others' text they were made on. Two people change the same words before either
 * sees it; knowing that, the server puts right what comes of it instead of refusing it or letting it
 * change the text. See MESSAGE_SUGGESTING.
 */
import { encodeSuggesting, encodeTakingBack } from "@/core/protocol";
import type { PayloadKind } from "./save-tracker";
import type { undoneBy } from "./suggested-steps";

type Undone = ReturnType<typeof undoneBy>;

export class SuggestingClaim {
  /** Updates shown on the open socket that are in the document. */
  #taken = 0;
  #suggests = false;
  /** What the last edit took back or did again. */
  #undone: Undone = null;
  /** The server may lack an edit that was no suggestion; also while nobody knows. */
  #mixed = true;

  /** What `run` writes into the document is meant as suggestions. */
  during(run: () => void): void {
    this.#suggests = true;
    try {
      run();
    } finally {
      this.#suggests = false;
    }
  }

  socketOpened(): void {
    this.#taken = 0;
  }

  /** So many updates from the open socket came into the document. */
  took(updates: number): void {
    this.#taken += updates;
  }

  /** Something was edited here; call it before the update goes out. */
  edited(undone: Undone = null): void {
    this.#undone = undone;
    this.#mixed ||= !this.#isSuggested();
  }

  /** The server lacks nothing. */
  allSaved(): void {
    this.#mixed = false;
  }

  /**
   * The message to send before a payload; null when nothing is claimed.
   * @param isBound whether this person can do nothing but suggest
   */
  messageFor(kind: PayloadKind, isBound: boolean): Uint8Array | null {
    const claims = isBound || (kind === "update" ? this.#isSuggested() : !this.#mixed);
    if (!claims) return null;
    return kind === "update" && this.#undone !== null ? encodeTakingBack() : encodeSuggesting(this.#taken);
  }

  #isSuggested(): boolean {
    return this.#undone === null ? this.#suggests : this.#undone === "suggestions";
  }
}
