/** Commented words in the page, in the text to write in and in the one to read. */
import { SHOWN_THREAD_ATTRIBUTE, THREAD_ATTRIBUTE } from "@/core/document/comment-mark";

/** The words of one thread. */
export const wordsSelector = (id: string) =>
  `[${THREAD_ATTRIBUTE}="${id}"],[${SHOWN_THREAD_ATTRIBUTE}="${id}"]`;

/** The words of any. */
export const COMMENTED = `[${THREAD_ATTRIBUTE}],[${SHOWN_THREAD_ATTRIBUTE}]`;

/** Of which thread these words are. */
export const threadOf = (words: Element) =>
  words.getAttribute(THREAD_ATTRIBUTE) ?? words.getAttribute(SHOWN_THREAD_ATTRIBUTE) ?? "";
