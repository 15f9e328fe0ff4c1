/** The pages of the preview that are in sight or about to be: the server needs to draw no others. */
import type { PageRange } from "@/core/preview";

export class NearPages {
  /** By number, from 0. */
  readonly #near = new Set<number>();

  set(page: number, isNear: boolean): void {
    if (isNear) this.#near.add(page);
    else this.#near.delete(page);
  }

  /** Null before any page is there. */
  range(): PageRange | null {
    if (this.#near.size === 0) return null;
    return { from: Math.min(...this.#near), to: Math.max(...this.#near) };
  }
}
