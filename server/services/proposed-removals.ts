/** What is gone from a text because it counts as accepted that somebody proposed it: their removals. */

import type { BlockOrigins } from "@/core/authors/origins";
import { encodeRemovals, type Removal, type StoredRemovals } from "@/core/authors/removals";
import { lettersIn } from "@/core/compare/placed-node";
import type { DocumentNode } from "@/core/document/schema";
import { readSlot } from "@/core/document/suggestion";
import { DELETION } from "@/core/document/suggestion-marks";
import type { PersonId } from "@/core/ids";
import { type PlacedText, placedTexts, type TextPlace } from "./text-places";

/** Blocks before and after accepting, their texts with places. */
export interface AcceptedTexts {
  readonly before: readonly DocumentNode[];
  readonly after: readonly DocumentNode[];
}

/** One entry per person. */
export function proposedRemovals(
  { before, after }: AcceptedTexts,
  origins: readonly BlockOrigins[],
): readonly StoredRemovals[] {
  const key = ({ index, start }: TextPlace) => `${index} ${start}`;
  const left = new Set(after.flatMap(placedTexts).map(({ place }) => key(place)));
  const byPerson = new Map<PersonId, Removal[]>();
  for (const { text, person: ofBlock } of before.flatMap((block) => textsWithRemover(block, null))) {
    const { node, place, length } = text;
    const mark = node.marks?.find(({ type }) => type === DELETION);
    const proposer = mark === undefined ? ofBlock : String(mark.attrs?.person);
    if (left.has(key(place)) || proposer === null) continue;
    const personId = proposer as PersonId; // checked as it came in
    const removals = lettersIn(origins[place.index], place.start, length).flatMap(({ clock, ...letters }) =>
      clock === null ? [] : [{ ...letters, clock, carriedTo: null, personId }],
    );
    byPerson.set(personId, [...(byPerson.get(personId) ?? []), ...removals]);
  }
  return [...byPerson].map(([personId, removals]) => ({ personId, bytes: encodeRemovals(removals) }));
}

/** Each text with who proposes that a block around it goes; null for nobody. */
function textsWithRemover(
  node: DocumentNode,
  around: string | null,
): readonly { readonly text: PlacedText; readonly person: string | null }[] {
  const person = around ?? readSlot(node.attrs?.removed)?.person ?? null;
  return node.type === "text"
    ? placedTexts(node).map((text) => ({ text, person }))
    : (node.content ?? []).flatMap((child) => textsWithRemover(child, person));
}
