import type { ChosenMention } from "./mention";

/** Words that were sent, and the id under which. */
type Attempt = readonly [words: string, id: string];

/** Beside the text of that name: under which ids it was sent. */
const attemptsName = (name: string) => `${name}#`;
export const isAttempts = (name: string) => name.endsWith("#");

/**
 * What is being written in the cards of threads, by the name of its form. A card is taken away when the
 * panel shows another tab, another filter or another thread; what was written comes back with it.
 */
export class UnsentTexts {
  readonly #texts = new Map<string, string>();
  readonly #chosen = new Map<string, readonly ChosenMention[]>();

  get(name: string): string | undefined {
    return this.#texts.get(name);
  }

  /** Under which a text is kept. */
  names(): readonly string[] {
    return [...this.#texts.keys()].filter((name) => !isAttempts(name));
  }

  /** Who was chosen in it behind an @. */
  chosenIn(name: string): readonly ChosenMention[] {
    return this.#chosen.get(name) ?? [];
  }

  /** Empty once it was sent. */
  set(name: string, text: string, chosen: readonly ChosenMention[] = []): void {
    if (chosen.length === 0) this.#chosen.delete(name);
    else this.#chosen.set(name, chosen);
    if (text === "") this.#texts.delete(name);
    else this.#texts.set(name, text);
    // What is written there next is something else, though it be in the same words.
    if (text === "" && this.get(attemptsName(name)) !== undefined) this.set(attemptsName(name), "");
  }

  /** With who was chosen in it and what it was sent under; what was under `to` goes. */
  move(name: string, to: string): void {
    const text = this.get(name);
    if (text === undefined || name === to) return;
    const attempts = this.get(attemptsName(name));
    this.set(to, text, this.chosenIn(name));
    this.set(attemptsName(to), attempts ?? "");
    this.set(name, "");
  }

  /** Under which id what is written there was sent, in just these words; null where it wasn't. */
  sentUnder(name: string): string | null {
    const text = this.get(name)?.trim();
    return attemptsIn(this.get(attemptsName(name))).find(([sent]) => sent === text)?.[1] ?? null;
  }

  /**
   * The id under which `words` are sent from the form of that name: an attempt whose answer was lost is repeated under
   * the same one, after the form went and came back too, so that nothing is made twice. Other words get another, or
   * the server would take them for the first ones.
   */
  idFor<Id extends string>(name: string, words: string, newId: () => Id): Id {
    const attempts = attemptsIn(this.get(attemptsName(name)));
    const known = attempts.find(([sent]) => sent === words);
    if (known !== undefined) return known[1] as Id; // made by this very function
    const id = newId();
    this.set(attemptsName(name), JSON.stringify([...attempts, [words, id]]));
    return id;
  }
}

function attemptsIn(kept: string | undefined): readonly Attempt[] {
  try {
    return kept === undefined ? [] : JSON.parse(kept);
  } catch {
    return []; // of another release
  }
}
