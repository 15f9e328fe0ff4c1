import type { CommentId } from "@/core/ids";
import { newId } from "@/core/new-id";

/**
 * The id under which a reply is sent. An attempt whose answer was lost is sent again with the same one, so that
 * the words don't stand twice; other words, and the same once they arrived, are another reply.
 */
export class ReplyAttempt {
  #open: { readonly words: string; readonly id: CommentId } | null = null;

  idFor(words: string): CommentId {
    if (this.#open?.words !== words) this.#open = { words, id: newId() as CommentId };
    return this.#open.id;
  }

  arrived(): void {
    this.#open = null;
  }
}
