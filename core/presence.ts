/**
 * What one client tells the others about itself. The client sends `cursor` and `idle`; `user` is
 * written by the server from the session, whatever the client claims. With zod's small form, for the browser's sake.
 */
import * as z from "zod/mini";
import { FRAGMENT } from "./document/fragment";
import { personIdSchema } from "./ids";

const yjsIdSchema = z.object({
  client: z.int().check(z.nonnegative()),
  clock: z.int().check(z.nonnegative()),
});

/**
 * A Yjs relative position in JSON. Checked to the last field: one that names no place makes Yjs throw
 * in the caret plugin of everybody who has the speech open, with every transaction.
 */
const relativePositionSchema = z
  .object({
    type: z.nullish(yjsIdSchema),
    tname: z.nullish(z.literal(FRAGMENT)),
    item: z.nullish(yjsIdSchema),
    assoc: z.nullish(z.int()),
  })
  .check(z.refine(({ type, tname, item }) => (type ?? tname ?? item ?? null) !== null));

/** A caret: where the selection starts and where it ends. */
export const cursorSchema = z.object({ anchor: relativePositionSchema, head: relativePositionSchema });

export const clientPresenceSchema = z.object({
  cursor: z.nullish(cursorSchema),
  idle: z.optional(z.boolean()),
});
export type ClientPresence = z.infer<typeof clientPresenceSchema>;

export const presenceSchema = z.extend(clientPresenceSchema, {
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
