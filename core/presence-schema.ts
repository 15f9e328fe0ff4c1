/**
 * What the server lets through of a client's awareness state. The name and the colour aren't in it:
 * the server writes those. The browser takes the server's word and needs none of this.
 */
import * as z from "zod";
import { FRAGMENT } from "./document/fragment";

const yjsIdSchema = z.object({
  client: z.int().nonnegative(),
  clock: z.int().nonnegative(),
});

/**
 * A Yjs relative position in JSON. Checked to the last field: one that names no place makes Yjs throw
 * in the caret plugin of everybody who has the speech open, with every transaction.
 */
const relativePositionSchema = z
  .object({
    type: yjsIdSchema.nullish(),
    tname: z.literal(FRAGMENT).nullish(),
    item: yjsIdSchema.nullish(),
    assoc: z.int().nullish(),
  })
  .refine(({ type, tname, item }) => (type ?? tname ?? item ?? null) !== null);

export const clientPresenceSchema = z.object({
  /** A caret: where the selection starts and where it ends. */
  cursor: z.object({ anchor: relativePositionSchema, head: relativePositionSchema }).nullish(),
  idle: z.boolean().optional(),
});
export type ClientPresence = z.infer<typeof clientPresenceSchema>;
