/** Branded ids: a PersonId can't be passed where a SpeechId is wanted. Made once, at the edge. */
import * as z from "zod";
import { ID_PATTERN } from "./id-form";

export const personIdSchema = z.string().regex(ID_PATTERN).brand<"PersonId">();
export const speechIdSchema = z.string().regex(ID_PATTERN).brand<"SpeechId">();
export const threadIdSchema = z.string().regex(ID_PATTERN).brand<"ThreadId">();
export const commentIdSchema = z.string().regex(ID_PATTERN).brand<"CommentId">();

export type PersonId = z.infer<typeof personIdSchema>;
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
