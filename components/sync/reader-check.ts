/**
 * Finds out whether a reader's local copy holds edits that the server lacks: someone who lost the
 * right to edit while offline. The server asks readers for nothing, so the reader asks the server for
 * its whole document and compares.
 */
import { canWrite, type Role } from "@/core/access";
import type { SaveTruth } from "./save-truth";

export class ReaderCheck {
  /** Sync replies still to come on this socket; the last one is the whole document, if asked for. */
  #awaitedReplies = 0;
  #asked = false;
  #stranded = false;
  #reads = false;
  #cameBack = false;

  constructor(
    private readonly truth: SaveTruth,
    private readonly askForEverything: () => void,
    /** The comparison was made. */
    private readonly onVerdict: () => void,
  ) {}

  /**
   * Edits are left that only a writer may send. The socket stays open: when the right comes back the
   * server asks for what it lacks, and gets them.
   */
  get stranded(): boolean {
    return this.#stranded;
  }

  /**
   * The socket was closed because a reader wrote. Keys pressed before the new role was known do that
   * too: once for each loss of the right, the page comes back to read. Whether now is that time.
   */
  comesBack(): boolean {
    const first = this.#reads && !this.#cameBack;
    this.#cameBack = true;
    return first;
  }

  socketOpened(): void {
    this.#awaitedReplies = 1; // y-websocket asks once by itself, for what is missing here
    this.#asked = false;
  }

  /** The server says first what this person may do. */
  roleGiven(role: Role): void {
    this.#reads = !canWrite(role);
    if (!this.#reads) {
      this.#stranded = false;
      this.#cameBack = false;
    }
    if (!this.#reads || !this.truth.unsaved) return;
    this.#asked = true;
    this.#awaitedReplies += 1;
    this.askForEverything();
  }

  /** A sync step 2, before it is applied. */
  replied(update: Uint8Array): void {
    this.#awaitedReplies -= 1;
    if (!this.#asked || this.#awaitedReplies > 0) return;
    this.#asked = false;
    this.#stranded = !this.truth.compareWith(update);
    this.onVerdict();
  }
}
