/** The requests about versions of a speech. */
import * as z from "zod";
import { speechIdSchema, versionIdSchema } from "./ids";
import { LIMITS } from "./limits";
import { oneLineSchema } from "./one-line";
import { NOW } from "./version";

export const passageQuerySchema = z.object({
  q: z.string().trim().min(1).max(LIMITS.passageCharacters),
});

const name = oneLineSchema().min(1).max(80);
const note = z.string().trim().max(500);

export const newVersionSchema = z.object({ name, note: note.default("") });
export type NewVersion = z.infer<typeof newVersionSchema>;

/** What isn't given stays as it is: a colleague may have said it meanwhile. */
export const versionChangeSchema = newVersionSchema.extend({ note }).partial();
export type VersionChange = z.infer<typeof versionChangeSchema>;

export const versionParamsSchema = z.object({ speechId: speechIdSchema, versionId: versionIdSchema });

export const versionRefSchema = z.union([versionIdSchema, z.literal(NOW)]);
export const comparisonQuerySchema = z.object({
  from: versionRefSchema,
  to: versionRefSchema,
  /** Both sides with all their suggestions accepted, which is what is signed and exported; else as they're written. */
  accepted: z.stringbool().default(true),
});

/** Blocks of the version from `start` up to before `end`; without it the whole text is brought back. */
export const restoreSchema = z
  .object({
    blocks: z
      .object({ start: z.number().int().min(0), end: z.number().int().min(1) })
      .refine(({ start, end }) => start < end)
      .optional(),
    /** For taking back the restoring that this text came of, whole: what others wrote since stays. */
    ifContentHash: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
  })
  .refine(({ blocks, ifContentHash }) => blocks === undefined || ifContentHash === undefined, {
    path: ["blocks"],
  });
export type Restore = z.infer<typeof restoreSchema>;
