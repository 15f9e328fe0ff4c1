/** What an id looks like, for where zod would be too heavy: every page of the browser. */
import type { PersonId, SpeechId } from "./ids";

export const ID_PATTERN = /^[a-z0-9]{16,32}$/;

export const isPersonId = (text: string): text is PersonId => ID_PATTERN.test(text);
export const isSpeechId = (text: string): text is SpeechId => ID_PATTERN.test(text);
