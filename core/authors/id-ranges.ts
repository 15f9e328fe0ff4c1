/** Ranges of Yjs ids, none within another, found by id. */

/** What one Yjs item is known by: who made it, as a client id, and how many that client had made before. */
export interface PieceId {
  readonly clientId: number;
  readonly clock: number;
}

/** Pieces with consecutive ids. */
export interface IdRange extends PieceId {
  readonly length: number;
}

/** Part of a range that was asked about, and the one that holds it, if any does. */
export interface Found<Held> extends IdRange {
  readonly held: Held | null;
}

export class IdRanges<Held extends IdRange> {
  /** In order of clock. */
  private readonly byClient = new Map<number, { readonly range: IdRange; readonly held: Held }[]>();

  /** Of ranges that overlap the one that begins earlier has what they share. */
  constructor(ranges: readonly Held[] = []) {
    // In order, so that each goes to the end: in between it would move all that are behind.
    const sorted = [...ranges].sort((a, b) => a.clientId - b.clientId || a.clock - b.clock);
    for (const range of sorted) this.add(range);
  }

  /** Where another one is already, that one stays. */
  add(held: Held): void {
    for (const { held: other, ...range } of this.find(held)) {
      if (other !== null) continue;
      const ranges = this.byClient.get(held.clientId);
      if (ranges === undefined) this.byClient.set(held.clientId, [{ range, held }]);
      else ranges.splice(this.indexAt(held.clientId, range.clock) + 1, 0, { range, held });
    }
  }

  /** The parts of a range, together as long as it. */
  find({ clientId, clock, length }: IdRange): Found<Held>[] {
    const ranges = this.byClient.get(clientId) ?? [];
    const found: Found<Held>[] = [];
    const end = clock + length;
    let index = Math.max(0, this.indexAt(clientId, clock));
    for (let at = clock; at < end; ) {
      const entry = ranges[index];
      const start = entry?.range.clock ?? end;
      const stop = start + (entry?.range.length ?? 0);
      if (entry !== undefined && stop <= at) index += 1;
      else if (entry === undefined || start > at) {
        found.push({ clientId, clock: at, length: Math.min(start, end) - at, held: null });
        at = Math.min(start, end);
      } else {
        found.push({ clientId, clock: at, length: Math.min(stop, end) - at, held: entry.held });
        at = Math.min(stop, end);
        index += 1;
      }
    }
    return found;
  }

  /** Those added, cut where another one was already. */
  all(): Held[] {
    return [...this.byClient.values()].flat().map(({ range, held }) => ({ ...held, ...range }));
  }

  has(id: PieceId): boolean {
    return this.at(id) !== null;
  }

  at({ clientId, clock }: PieceId): Held | null {
    return this.find({ clientId, clock, length: 1 })[0]?.held ?? null;
  }

  /** The last that begins at or before it; -1 when none does. */
  private indexAt(clientId: number, clock: number): number {
    const ranges = this.byClient.get(clientId) ?? [];
    let low = 0;
    let high = ranges.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if ((ranges[middle]?.range.clock ?? 0) <= clock) low = middle + 1;
      else high = middle - 1;
    }
    return high;
  }
}
