/**
 * Where places of a directly edited document are in the tracked one: the caret has to go on where
 * the writer left it, although what was deleted is still there.
 */
import type { Transform } from "@tiptap/pm/transform";

interface Stretch {
  readonly from: number;
  readonly to: number;
  /** The place in the tracked document, once every step is made. */
  readonly find: (pos: number) => number;
}

export class Places {
  private readonly stretches: Stretch[] = [];

  constructor(private readonly tr: Transform) {}

  /** From `from` to `to` nothing changed; it stood at `oldPos`. `side`: where it stays when text comes in at its border. */
  same(from: number, to: number, oldPos: number, side: -1 | 1 = 1): void {
    if (from > to) return;
    this.stretches.push({ from, to, find: (pos) => this.tr.mapping.map(oldPos + pos - from, side) });
  }

  /** From `from` to `to` came in at `oldPos`; `offset` tells how far behind its beginning a place is. */
  inserted(from: number, to: number, oldPos: number, offset: (pos: number) => number): void {
    this.stretches.push({ from, to, find: (pos) => this.tr.mapping.map(oldPos, -1) + offset(pos) });
  }

  /** The tracked document's place for one of the edited document. The latest note that knows it counts. */
  find(pos: number): number {
    const stretch = this.stretches.findLast(({ from, to }) => from <= pos && pos <= to);
    const found = stretch === undefined ? this.tr.mapping.map(pos) : stretch.find(pos);
    return Math.max(0, Math.min(found, this.tr.doc.content.size));
  }
}
