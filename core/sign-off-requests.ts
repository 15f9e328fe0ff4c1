/** The requests of 送审 and 签批. */
import * as z from "zod";
import { dueOnSchema } from "./due-schema";
import { personIdSchema, signOffRequestIdSchema, speechIdSchema } from "./ids";
import { LIMITS } from "./limits";
import { FINAL_BLOCKERS, SIGN_OFF_ANSWERS } from "./sign-off";

export const newSignOffRequestSchema = z.object({
  /** In order of asking. */
  people: z
    .array(personIdSchema)
    .min(1)
    .max(LIMITS.signersPerRequest)
    .refine((people) => new Set(people).size === people.length),
  inOrder: z.boolean(),
  dueOn: dueOnSchema.nullable().default(null),
  note: z.string().trim().max(500).default(""),
  /** The latest request that whoever asks knows of, null or left out for none: another one's place isn't taken unseen. */
  latest: signOffRequestIdSchema.nullish(),
});
export type NewSignOffRequest = z.infer<typeof newSignOffRequestSchema>;

/** Who returns a text says why. */
export const newSignOffSchema = z.object({
  answer: z.enum(SIGN_OFF_ANSWERS),
  opinion: z.string().trim().max(LIMITS.opinionCharacters).default(""),
  /** Of the text that was read; another text isn't signed. */
  textHash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type NewSignOff = z.infer<typeof newSignOffSchema>;

export const signOffRequestRefSchema = z.object({
  speechId: speechIdSchema,
  requestId: signOffRequestIdSchema,
});

/** For each blocker that the chief goes past a written reason, with what of it was seen: it is the reason for no more. */
export const overridesSchema = z.partialRecord(
  z.enum(FINAL_BLOCKERS),
  z.strictObject({
    reason: z.string().trim().min(1).max(LIMITS.reasonCharacters),
    /** Its keys (FinalBlockerKeys). */
    seen: z.array(z.string().min(1).max(LIMITS.blockerKeyCharacters)).max(LIMITS.blockersSeen),
  }),
);
export type Overrides = z.infer<typeof overridesSchema>;
