/** Whose Yjs client ids are, as far as this room knows; the log has the last word (shared-log.ts). */
import type { PersonId } from "@/core/ids";
import { LIMITS } from "@/core/limits";
import type { ClientBinding } from "./ports";

/** Ten times the pages that one person may have open. Of more the person's own oldest is forgotten, nobody else's. */
const MOST_ANNOUNCED = 10 * LIMITS.socketsPerPerson;

export class ClientOwners {
  private readonly bound = new Map<number, PersonId>();
  /** Shown with a caret before anything was written under them. */
  private readonly announced = new Map<number, PersonId>();

  /** First writer wins, as in the log. */
  bind(bindings: readonly ClientBinding[]): void {
    for (const { clientId, personId } of bindings) {
      if (!this.bound.has(clientId)) this.bound.set(clientId, personId);
      this.announced.delete(clientId);
    }
  }

  /**
   * Everybody sees the id that a caret goes by. Whoever wrote under it first, while its owner is offline,
   * would have it; so it is kept for the owner as long as the room is open.
   */
  announce(clientId: number, personId: PersonId): void {
    if (this.bound.has(clientId) || this.announced.has(clientId)) return;
    const own = [...this.announced].filter(([, owner]) => owner === personId);
    const [oldest] = own[0] ?? [];
    if (own.length >= MOST_ANNOUNCED && oldest !== undefined) this.announced.delete(oldest);
    this.announced.set(clientId, personId);
  }

  /** Null when nothing was written under it. */
  ownerOf(clientId: number): PersonId | null {
    return this.bound.get(clientId) ?? null;
  }

  isBound(clientId: number): boolean {
    return this.bound.has(clientId);
  }

  /** Whether a client id is free or this person's. */
  mayUse(clientId: number, personId: PersonId): boolean {
    return (this.bound.get(clientId) ?? this.announced.get(clientId) ?? personId) === personId;
  }
}
