/**
 * What a reader is writing about a speech, kept in this browser: like the texts in the cards of threads it
 * comes back with its form, and on a tablet the page itself may be gone and loaded anew meanwhile.
 */
import type { PersonId, SpeechId } from "@/core/ids";
import { UnsentTexts } from "../editor/comments/unsent-texts";

const prefixOf = (personId: PersonId) => `lectern-unsent-${personId}-`;

export class KeptTexts extends UnsentTexts {
  readonly #prefix: string;

  /** Each person's own: several may use one tablet. */
  constructor(personId: PersonId, speechId: SpeechId) {
    super();
    this.#prefix = `${prefixOf(personId)}${speechId}-`;
  }

  override get(name: string): string | undefined {
    try {
      return localStorage.getItem(this.#prefix + name) ?? super.get(name);
    } catch {
      return super.get(name); // storage is forbidden
    }
  }

  override set(name: string, text: string): void {
    super.set(name, text);
    try {
      if (text === "") localStorage.removeItem(this.#prefix + name);
      else localStorage.setItem(this.#prefix + name, text);
    } catch {
      // Storage is full or forbidden: then it holds until the page is left.
    }
  }
}

/** Call when this person signs out: nothing of theirs stays for who comes next. */
export function forgetKeptTexts(personId: PersonId): void {
  try {
    const own = Object.keys(localStorage).filter((key) => key.startsWith(prefixOf(personId)));
    for (const key of own) localStorage.removeItem(key);
  } catch {
    // Storage is forbidden: nothing was kept.
  }
}
