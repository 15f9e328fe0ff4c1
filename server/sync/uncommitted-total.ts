/** What all rooms of this process hold that isn't durable yet. */
export class UncommittedTotal {
  #bytes = 0;

  get bytes(): number {
    return this.#bytes;
  }

  /** More by so many; fewer where that is negative. */
  change(bytes: number): void {
    this.#bytes += bytes;
  }
}
