/**
 * What everybody in a room sees of one client: who it is, by the server's word, and what the client
 * told of itself, which server/sync/client-presence.ts has checked.
 */
import type { PersonId } from "./ids";

/** What a client may tell of itself. */
export interface ClientPresence {
  /** A caret: where the selection starts and where it ends. */
  readonly cursor?: { readonly anchor: CaretPlace; readonly head: CaretPlace } | null;
  readonly idle?: boolean;
}

/** A Yjs relative position in JSON; one of the first three names the place. */
export interface CaretPlace {
  readonly type: YjsId | null;
  readonly tname: string | null;
  readonly item: YjsId | null;
  readonly assoc: number | null;
}

interface YjsId {
  readonly client: number;
  readonly clock: number;
}

export interface Presence extends ClientPresence {
  readonly user: PresentUser;
}

/** Written by the server from the session, whatever the client claims. */
export interface PresentUser {
  readonly id: PersonId;
  readonly name: string;
  readonly color: string;
}

/**
 * The presence in an awareness state that came from the server, which has checked it; null as long as
 * the server hasn't put its `user` in.
 */
export function presenceIn(state: unknown): Presence | null {
  const user = (state as { user?: { id?: unknown } } | null | undefined)?.user;
  return typeof user?.id === "string" ? (state as Presence) : null;
}

/**
 * Caret colours: dark enough for white text on them at 4.5 : 1 (WCAG 2.2 AA), told apart in the
 * common forms of colour blindness as far as ten colours can be.
 */
export const COLORS = [
  "#b3261e",
  "#1c5fa8",
  "#2e6b2f",
  "#8a3ea8",
  "#9a5700",
  "#00696b",
  "#a8326c",
  "#4a4fb0",
  "#5d6200",
  "#6b4a3a",
] as const;

/** A person's colour: the same everywhere and always, derived from the id, which is chosen for it; see new-person-id.ts. */
export function colorOf(personId: string): string {
  let hash = 0;
  for (const char of personId) hash = (hash * 31 + char.charCodeAt(0)) >>> 0;
  return COLORS[hash % COLORS.length] ?? COLORS[0];
}
