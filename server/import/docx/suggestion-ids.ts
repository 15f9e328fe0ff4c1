/**
 * Revisions become suggestions: what one person changed at one time and in one place is accepted or
 * rejected together, and so is what was moved with where it went.
 */
import type { Suggestion } from "@/core/document/suggestion";
import { newId } from "@/core/new-id";
import type { Revision } from "./source";

export class SuggestionIds {
  readonly #near = new Map<string, string>();
  readonly #moves = new Map<string, string>();
  #isOnePlace = false;

  /** To be asked in the order of the text. */
  of({ person, at, move }: Revision): Suggestion {
    const ids = move === null ? this.#near : this.#moves;
    const key = move === null ? `${person} ${at}` : `${person} ${move}`;
    const id = ids.get(key) ?? newId();
    ids.set(key, id);
    return { id, person, at };
  }

  /** What stands here is proposed by nobody: what follows is another place. */
  pass(): void {
    if (!this.#isOnePlace) this.#near.clear();
  }

  /** What is read meanwhile comes or goes as a whole, whatever it says of its parts. */
  inOnePlace<T>(read: () => T): T {
    const before = this.#isOnePlace;
    this.#isOnePlace = true;
    try {
      return read();
    } finally {
      this.#isOnePlace = before;
    }
  }
}

export const sameRevision = (one: Revision | null, other: Revision | null): boolean =>
  one !== null &&
  other !== null &&
  one.person === other.person &&
  one.at === other.at &&
  one.move === other.move;
