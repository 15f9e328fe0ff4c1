import type { ChosenMention } from "./mention";

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
  }
}
