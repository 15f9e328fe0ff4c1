/**
 * What somebody is writing about a speech, kept in this browser: it comes back with its form when the page itself
 * is gone and loaded anew meanwhile, by a slip, or by a tablet that needs the memory.
 */
import type { PersonId, SpeechId } from "@/core/ids";
import type { ChosenMention } from "../editor/comments/mention";
import { isAttempts, UnsentTexts } from "../editor/comments/unsent-texts";

const chosenName = (name: string) => `${name}@`;

const prefixOf = (personId: PersonId) => `lectern-unsent-${personId}-`;

export class KeptTexts extends UnsentTexts {
  readonly #prefix: string;
  /** What the storage didn't take: it may hold an older text of that name. */
  readonly #unkept = new Set<string>();
  /** What was written on this page, be there a storage or not. */
  readonly #written = new Set<string>();

  /** Each person's own: several may use one tablet. */
  constructor(personId: PersonId, speechId: SpeechId) {
    super();
    this.#prefix = `${prefixOf(personId)}${speechId}-`;
  }

  override get(name: string): string | undefined {
    if (this.#unkept.has(name)) return super.get(name);
    try {
      return localStorage.getItem(this.#prefix + name) ?? super.get(name);
    } catch {
      return super.get(name); // storage is forbidden
    }
  }

  /** By an earlier page too. */
  override names(): readonly string[] {
    const isKept = (name: string) => this.get(name) !== undefined;
    // Who was chosen in a text stands beside it; ids that something was sent under do without one.
    const isBeside = (name: string) => isAttempts(name) || (name.endsWith("@") && isKept(name.slice(0, -1)));
    const all = new Set([...this.#written, ...this.#stored()]);
    return [...all].filter((name) => isKept(name) && !isBeside(name));
  }

  #stored(): readonly string[] {
    try {
      const own = Object.keys(localStorage).filter((key) => key.startsWith(this.#prefix));
      return own.map((key) => key.slice(this.#prefix.length));
    } catch {
      return []; // storage is forbidden
    }
  }

  override chosenIn(name: string): readonly ChosenMention[] {
    if (this.#unkept.has(chosenName(name))) return super.chosenIn(name);
    try {
      const kept = localStorage.getItem(this.#prefix + chosenName(name));
      return kept === null ? super.chosenIn(name) : JSON.parse(kept);
    } catch {
      return super.chosenIn(name);
    }
  }

  override set(name: string, text: string, chosen: readonly ChosenMention[] = []): void {
    super.set(name, text, chosen);
    this.#written.add(name);
    this.#keep(name, text);
    this.#keep(chosenName(name), chosen.length === 0 ? "" : JSON.stringify(chosen));
  }

  #keep(name: string, text: string): void {
    try {
      if (text === "") localStorage.removeItem(this.#prefix + name);
      else localStorage.setItem(this.#prefix + name, text);
      this.#unkept.delete(name);
    } catch {
      // Storage is full or forbidden: then it holds until the page is left.
      this.#unkept.add(name);
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
