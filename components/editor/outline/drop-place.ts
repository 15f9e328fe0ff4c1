/** Where a part lands that is let go over an entry of the outline. */
import { mayDrop } from "./move-part";
import type { OutlinePart } from "./read-outline";

type Place = Pick<OutlinePart, "level" | "first" | "end">;
export type DropSide = "before" | "after";

/**
 * The block index before which a part lands that is let go before or after (with all that belongs to it)
 * another one, or null where it can't. It takes no part away from its parent: where a lower one follows, it
 * goes before or behind the part around, whichever is nearer. Like a part moved by the keys it stays in its
 * titled speech, and one under a heading stays under one.
 */
export function dropTarget(
  parts: readonly Place[],
  { moved, onto, side }: { readonly moved: Place; readonly onto: Place; readonly side: DropSide },
): number | null {
  const target = snapped(parts, side === "before" ? onto.first : onto.end, moved.level);
  if (target === null || !mayDrop(moved, target)) return null;
  return isInItsSpeech(parts, moved, target) && keepsParent(parts, moved, target) ? target : null;
}

function snapped(parts: readonly Place[], place: number, level: number): number | null {
  const next = parts.findIndex(({ first }) => first >= place);
  const nextPart = parts[next];
  if (nextPart === undefined || nextPart.level <= level) return place;
  const belowIndex = parts.findIndex((part, index) => index > next && part.level <= level);
  const above = parts.slice(0, next).findLast((part) => part.level <= level);
  const down = (belowIndex < 0 ? parts.length : belowIndex) - next;
  if (above?.level === level && next - parts.indexOf(above) < down) return above.first;
  return parts[belowIndex]?.first ?? Math.max(...parts.map(({ end }) => end));
}

function isInItsSpeech(parts: readonly Place[], { level, first }: Place, target: number): boolean {
  if (level === 0) return true;
  const title = parts.findLast((part) => part.level === 0 && part.first < first);
  const nextTitle = parts.find((part) => part.level === 0 && part.first > first);
  return target > (title?.first ?? -1) && target <= (nextTitle?.first ?? Number.POSITIVE_INFINITY);
}

/** Without a heading above it a （一） would be numbered with nothing to belong to. */
function keepsParent(parts: readonly Place[], moved: Place, target: number): boolean {
  const others = parts.filter(({ first }) => first < moved.first || first >= moved.end);
  const parentAt = (place: number) =>
    others.findLast(({ first, level }) => first < place && level < moved.level)?.level ?? 0;
  return parentAt(moved.first) === 0 || parentAt(target) > 0;
}

/** The shown entry beside which a part will land, and on which side of it. */
export function landingMark<Entry extends Place>(
  shown: readonly Entry[],
  target: number,
): { readonly entry: Entry; readonly side: DropSide } | null {
  const before = shown.find(({ first }) => first === target);
  if (before !== undefined) return { entry: before, side: "before" };
  const last = shown.findLast(({ first }) => first < target);
  return last === undefined ? null : { entry: last, side: "after" };
}
