/**
 * Branded ids: a PersonId can't be passed where a SpeechId is wanted. Made once, at the edge. With
 * zod's small form, since every page of the browser carries this file.
 */
import * as z from "zod/mini";

/** What every id looks like. */
export const ID_PATTERN = /^[a-z0-9]{16,32}$/;

export const personIdSchema = z.string().check(z.regex(ID_PATTERN)).brand<"PersonId">();
export const speechIdSchema = z.string().check(z.regex(ID_PATTERN)).brand<"SpeechId">();

export type PersonId = z.infer<typeof personIdSchema>;
export const threadIdSchema = z.string().check(z.regex(ID_PATTERN)).brand<"ThreadId">();
export const commentIdSchema = z.string().check(z.regex(ID_PATTERN)).brand<"CommentId">();

export type SpeechId = z.infer<typeof speechIdSchema>;
export type ThreadId = z.infer<typeof threadIdSchema>;
export type CommentId = z.infer<typeof commentIdSchema>;

const ALPHABET = "0123456789abcdefghijkmnpqrstuvwxyz";

/** A new random id: 20 characters of 34 symbols, about 101 bits. */
export function newId(): string {
  // 238 = 7 × 34: bytes from there up are thrown away so that every symbol is equally likely.
  let id = "";
  while (id.length < 20) {
    for (const byte of crypto.getRandomValues(new Uint8Array(24))) {
      if (byte < 238 && id.length < 20) id += ALPHABET[byte % 34];
    }
  }
  return id;
}

export const newPersonId = (): PersonId => personIdSchema.parse(newId());
export const newSpeechId = (): SpeechId => speechIdSchema.parse(newId());
export const newThreadId = (): ThreadId => threadIdSchema.parse(newId());
export const newCommentId = (): CommentId => commentIdSchema.parse(newId());
