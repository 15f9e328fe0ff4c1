/** Who wants to hear of something. */
export class Listeners {
  readonly #listeners = new Set<() => void>();

  /** Returns the way to stop. */
  add(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  readonly tell = (): void => {
    for (const listener of this.#listeners) listener();
  };
}
