/**
 * The requests that change threads. New ones bring their ids with them, so that a request which is
 * sent again after its answer was lost makes nothing twice; author and time are the server's.
 */
import * as z from "zod";
import { ID_PATTERN } from "../id-form";
import { commentIdSchema, personIdSchema, speechIdSchema, threadIdSchema } from "../ids";
import { LIMITS } from "../limits";
import { REACTIONS } from "./thread";

/** Two Yjs relative positions in the shared document, encoded, in base64. */
const position = z.string().regex(/^[A-Za-z0-9+/=]{4,400}$/);
export const textRangeSchema = z.object({ from: position, to: position });
export type TextRange = z.infer<typeof textRangeSchema>;

/** `quote` is what the page shows there: it stays when the text goes before the server can read it. */
export const threadPlaceSchema = z.object({
  range: textRangeSchema,
  quote: z.string().max(LIMITS.quoteCharacters),
});
export type ThreadPlace = z.infer<typeof threadPlaceSchema>;

const body = z.string().trim().min(1).max(LIMITS.commentCharacters);
const mentions = z.array(personIdSchema).max(LIMITS.mentionsPerComment).default([]);

export const newCommentSchema = z.object({ id: commentIdSchema, body, mentions });
export type NewComment = z.infer<typeof newCommentSchema>;

/** `place` null comments on the whole speech; `suggestion` is the id of the one that it is about. */
export const newThreadSchema = z.object({
  id: threadIdSchema,
  place: threadPlaceSchema.nullable(),
  suggestion: z.string().regex(ID_PATTERN).optional(),
  comment: newCommentSchema,
});
export type NewThread = z.infer<typeof newThreadSchema>;

export const threadChangeSchema = z.object({ resolved: z.boolean() });

export const commentChangeSchema = z.object({ body, mentions });
export type CommentChange = z.infer<typeof commentChangeSchema>;

export const reactionChangeSchema = z.object({ reaction: z.enum(REACTIONS), on: z.boolean() });
export type ReactionChange = z.infer<typeof reactionChangeSchema>;

export const threadRefSchema = z.object({ speechId: speechIdSchema, threadId: threadIdSchema });
export const commentRefSchema = z.object({ speechId: speechIdSchema, commentId: commentIdSchema });
