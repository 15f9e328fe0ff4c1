/** The requests about what leaders want of a speech. */
import * as z from "zod";
import { commentIdSchema, directiveIdSchema, speechIdSchema } from "./ids";
import { LIMITS } from "./limits";
import { quoteOf, readingPlaceSchema } from "./review/reading-place";
import { tidyWording } from "./review/wording";

const body = z.string().trim().min(1).max(LIMITS.commentCharacters);

/** New ones bring their id, so that a request that is sent again makes nothing twice. */
export const newDirectiveSchema = z
  .discriminatedUnion("kind", [
    z.object({
      id: directiveIdSchema,
      kind: z.literal("rewording"),
      place: readingPlaceSchema,
      wording: z.string().max(LIMITS.quoteCharacters),
    }),
    z.object({ id: directiveIdSchema, kind: z.literal("instruction"), place: readingPlaceSchema, body }),
  ])
  .transform((input) =>
    input.kind === "instruction"
      ? input
      : { ...input, wording: tidyWording(quoteOf(input.place), input.wording) },
  )
  .refine((input) => input.kind === "instruction" || input.wording !== quoteOf(input.place), {
    path: ["wording"],
  });
export type NewDirective = z.infer<typeof newDirectiveSchema>;

/**
 * 已落实, 请示 with the question, or 撤回 by who made it. An instruction is done with an answer, also after
 * 请示; what was asked back stays to be done.
 */
export const directiveAnswerSchema = z.discriminatedUnion("state", [
  z.object({ state: z.literal("done"), id: commentIdSchema, body: body.optional() }),
  z.object({ state: z.literal("asked"), id: commentIdSchema, body }),
  z.object({ state: z.literal("withdrawn") }),
]);
export type DirectiveAnswer = z.infer<typeof directiveAnswerSchema>;

export const directiveRefSchema = z.object({ speechId: speechIdSchema, directiveId: directiveIdSchema });
