/** Threads of comments on a speech, as every layer sees them, and the requests that change them. */
import * as z from "zod/mini";
import {
  type CommentId,
  commentIdSchema,
  type PersonId,
  personIdSchema,
  speechIdSchema,
  type ThreadId,
  threadIdSchema,
} from "../ids";
import { LIMITS } from "../limits";

/** What one can answer with one touch. Closed, so that no text hides in it. */
export const REACTIONS = ["👍", "✅", "❓", "👀", "🙏"] as const;
export type Reaction = (typeof REACTIONS)[number];

/** Somebody as they are shown in a thread, also after they left the speech. */
export interface ThreadPerson {
  readonly id: PersonId;
  readonly name: string;
}

export interface Comment {
  readonly id: CommentId;
  readonly author: ThreadPerson;
  /** Empty once it was deleted; its place in the thread stays. */
  readonly body: string;
  readonly deleted: boolean;
  /** Epoch milliseconds, the server's clock. */
  readonly createdAt: number;
  readonly editedAt: number | null;
  /** Who is mentioned, in order of their names in the body. */
  readonly mentions: readonly PersonId[];
  readonly reactions: readonly { readonly reaction: Reaction; readonly people: readonly ThreadPerson[] }[];
}

/** One remark and what was answered. The first comment is the remark. */
export interface Thread {
  readonly id: ThreadId;
  /** The text it was made on, as it was then; null for the whole speech. */
  readonly quote: string | null;
  readonly createdAt: number;
  readonly resolved: { readonly by: ThreadPerson; readonly at: number } | null;
  readonly comments: readonly Comment[];
}

/** Two Yjs relative positions in the shared document, encoded, in base64. */
const position = z.string().check(z.regex(/^[A-Za-z0-9+/=]{4,400}$/));
export const textRangeSchema = z.object({ from: position, to: position });
export type TextRange = z.infer<typeof textRangeSchema>;

const quote = z.string().check(z.maxLength(LIMITS.quoteCharacters));
const body = z.string().check(z.trim(), z.minLength(1), z.maxLength(LIMITS.commentCharacters));
const mentions = z._default(z.array(personIdSchema).check(z.maxLength(LIMITS.mentionsPerComment)), []);

export const newCommentSchema = z.object({ body, mentions });
export type NewComment = z.infer<typeof newCommentSchema>;

/** `quote` is what the page shows there: it stays when the text goes before the server can read it. */
export const newThreadSchema = z.object({
  place: z.nullable(z.object({ range: textRangeSchema, quote })),
  comment: newCommentSchema,
});
export type NewThread = z.infer<typeof newThreadSchema>;

export const threadChangeSchema = z.object({ resolved: z.boolean() });
export const threadPlaceSchema = z.object({ range: textRangeSchema, quote });
export const reactionChangeSchema = z.object({ reaction: z.enum(REACTIONS), on: z.boolean() });

export const threadRefSchema = z.object({ speechId: speechIdSchema, threadId: threadIdSchema });
export const commentRefSchema = z.object({
  speechId: speechIdSchema,
  threadId: threadIdSchema,
  commentId: commentIdSchema,
});
