/** Puts cards beside their text, none over another. Pure; lengths in CSS pixels. */

export interface CardWish<Id> {
  readonly id: Id;
  /** Where it would like to begin. */
  readonly top: number;
  readonly height: number;
}

/** What of the cards' surface one sees. */
export interface VisibleRange {
  readonly from: number;
  readonly to: number;
}

/** The active card's way up when its end would be out of sight, with the buttons that stand there. */
export function keptInSight<Id>(wish: CardWish<Id>, { from, to }: VisibleRange, gap: number): CardWish<Id> {
  if (wish.top < from || wish.top > to) return wish;
  return { ...wish, top: Math.max(from, Math.min(wish.top, to - gap - wish.height)) };
}

/**
 * The active card stands exactly beside its text; those before it move up and those after it down as
 * far as they must. Without an active one all give way downwards.
 */
export function layoutCards<Id>(
  wishes: readonly CardWish<Id>[],
  active: Id | null,
  gap: number,
): ReadonlyMap<Id, number> {
  const sorted = [...wishes].sort((one, other) => one.top - other.top);
  const tops = new Map<Id, number>();
  const fixed = Math.max(
    0,
    sorted.findIndex(({ id }) => id === active),
  );
  let limit = Number.NEGATIVE_INFINITY;
  for (const { id, top, height } of sorted.slice(fixed)) {
    const at = Math.max(top, limit);
    tops.set(id, at);
    limit = at + height + gap;
  }
  const first = sorted[fixed];
  limit = first === undefined ? 0 : (tops.get(first.id) ?? 0);
  for (const { id, top, height } of sorted.slice(0, fixed).reverse()) {
    const at = Math.min(top, limit - gap - height);
    tops.set(id, at);
    limit = at;
  }
  return tops;
}
