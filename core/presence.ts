/**
 * What everybody in a room sees of one client: who it is, by the server's word, and what the client
 * told of itself. Without zod, which would weigh more in the browser than all the rest of presence.
 */
import type { PersonId } from "./ids";
import type { ClientPresence } from "./presence-schema";

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
const COLORS = [
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

/** A person's colour: the same everywhere and always, derived from the id. */
export function colorOf(personId: string): string {
  let hash = 0;
  for (const char of personId) hash = (hash * 31 + char.charCodeAt(0)) >>> 0;
  return COLORS[hash % COLORS.length] ?? COLORS[0];
}
