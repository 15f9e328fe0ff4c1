/** The heaviest set of pairs that cross nowhere: what stayed in its order. */

export interface Pair {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

interface Link {
  readonly pair: Pair;
  readonly weight: number;
  readonly before: Link | null;
}

/** Rising in `from` and in `to`; O(n log n) by a tree of the heaviest chain up to each `to`. */
export function heaviestChain<P extends Pair>(pairs: readonly P[]): P[] {
  const width = pairs.reduce((most, { to }) => Math.max(most, to + 1), 0);
  const tree: (Link | null)[] = new Array(width + 1).fill(null);
  const heaviestBelow = (to: number) => {
    let best: Link | null = null;
    for (let at = to; at > 0; at -= at & -at) best = heavier(best, tree[at] ?? null);
    return best;
  };
  let best: Link | null = null;
  // With one `from` the later places come first, so that no chain takes two of them.
  const sorted = [...pairs].sort((one, other) => one.from - other.from || other.to - one.to);
  for (const pair of sorted) {
    const before = heaviestBelow(pair.to);
    const link: Link = { pair, weight: pair.weight + (before?.weight ?? 0), before };
    best = heavier(best, link);
    for (let at = pair.to + 1; at <= width; at += at & -at) tree[at] = heavier(tree[at] ?? null, link);
  }
  const chain: P[] = [];
  // The links hold only what was given in.
  for (let link = best; link !== null; link = link.before) chain.push(link.pair as P);
  return chain.reverse();
}

function heavier(one: Link | null, other: Link | null): Link | null {
  if (one === null || other === null) return one ?? other;
  return other.weight > one.weight ? other : one;
}
