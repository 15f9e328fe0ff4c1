/**
 * What one client tells the others about itself. The client sends `cursor` and `idle`; `user` is
 * written by the server from the session, whatever the client claims.
 */
import { z } from "zod";
import { personIdSchema } from "./ids";

/** A caret as two Yjs relative positions in JSON; opaque to the server but for its size. */
export const cursorSchema = z.object({ anchor: z.unknown(), head: z.unknown() });

export const clientPresenceSchema = z.object({
  cursor: cursorSchema.nullish(),
  idle: z.boolean().optional(),
});
export type ClientPresence = z.infer<typeof clientPresenceSchema>;

export const presenceSchema = clientPresenceSchema.extend({
  user: z.object({ id: personIdSchema, name: z.string(), color: z.string() }),
});
export type Presence = z.infer<typeof presenceSchema>;

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
