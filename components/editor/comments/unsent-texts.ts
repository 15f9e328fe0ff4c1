/**
 * What is being written in the cards of threads, by the name of its form. A card is taken away when the
 * panel shows another tab, another filter or another thread; what was written comes back with it.
 */
export class UnsentTexts {
  readonly #texts = new Map<string, string>();

  get(name: string): string | undefined {
    return this.#texts.get(name);
  }

  /** Empty once it was sent. */
  set(name: string, text: string): void {
    if (text === "") this.#texts.delete(name);
    else this.#texts.set(name, text);
  }
}
