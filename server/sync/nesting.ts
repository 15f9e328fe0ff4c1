/**
 * How deep a new block would stand. Everything that shows or writes a text goes through it level by level, on a
 * stack that ends: a speech with a list in a list in a list without end couldn't be opened, exported or kept any more.
 */
import type * as Y from "yjs";
import { LIMITS } from "@/core/limits";

/** The block that this one hangs in; null when that is the speech itself, or something already collected. */
export type HolderOf = (block: Y.Item) => Y.Item | null;

/**
 * Counts along the parents, whether they came before or come in the same message. For one message: what it found is
 * kept, so that each block is walked once.
 */
export class Nesting {
  private readonly depths = new Map<Y.Item, number>();

  constructor(private readonly holderOf: HolderOf) {}

  /** Whether a block inside this one stands deeper than LIMITS.nestedBlocks. */
  isFull(holder: Y.Item | null): boolean {
    return this.depthOf(holder) >= LIMITS.nestedBlocks;
  }

  /** 1 for a block of the speech. What is found too deep isn't followed up to the end. */
  private depthOf(block: Y.Item | null): number {
    const path: Y.Item[] = [];
    let depth = 0;
    for (let at = block; at !== null; at = this.holderOf(at)) {
      depth = this.depths.get(at) ?? 0;
      if (depth > 0) break;
      path.push(at);
      if (path.length >= LIMITS.nestedBlocks) return path.length;
    }
    for (const item of path.reverse()) {
      depth += 1;
      this.depths.set(item, depth);
    }
    return depth;
  }
}
