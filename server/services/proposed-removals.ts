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
  texts: AcceptedTexts,
  origins: readonly BlockOrigins[],
): readonly StoredRemovals[] {
  const removals = [...lettersGone(texts, origins), ...nodesGone(texts.before, origins)];
  const byPerson = new Map<PersonId, Removal[]>();
  for (const removal of removals) {
    const own = byPerson.get(removal.personId);
    if (own === undefined) byPerson.set(removal.personId, [removal]);
    else own.push(removal);
  }
  return [...byPerson].map(([personId, own]) => ({ personId, bytes: encodeRemovals(own) }));
}

function lettersGone({ before, after }: AcceptedTexts, origins: readonly BlockOrigins[]): Removal[] {
  const key = ({ index, start }: TextPlace) => `${index} ${start}`;
  const left = new Set(after.flatMap(placedTexts).map(({ place }) => key(place)));
  return before
    .flatMap((block) => textsWithRemover(block, null))
    .flatMap(({ text, person: ofBlock }) => {
      const { node, place, length } = text;
      const mark = node.marks?.find(({ type }) => type === DELETION);
      const proposer = mark === undefined ? ofBlock : String(mark.attrs?.person);
      if (left.has(key(place)) || proposer === null) return [];
      const personId = proposer as PersonId; // checked as it came in
      return lettersIn(origins[place.index], place.start, length).flatMap(({ clock, ...letters }) =>
        clock === null ? [] : [{ ...letters, clock, carriedTo: null, personId }],
      );
    });
}

/** A line that is joined to the one before goes as a node, though its words stay. */
function nodesGone(before: readonly DocumentNode[], origins: readonly BlockOrigins[]): Removal[] {
  return before.flatMap((block, index) =>
    nodesWithRemover(block, null).flatMap((person, at) => {
      const node = origins[index]?.nodes[at];
      if (person === null || node === undefined) return [];
      const { clientId, clock } = node;
      return [{ clientId, clock, length: 1, carriedTo: null, personId: person as PersonId }];
    }),
  );
}

/** Who proposes that a node goes, or one around it; null for nobody. */
const removerOf = (node: DocumentNode, around: string | null): string | null =>
  around ?? readSlot(node.attrs?.removed)?.person ?? null;

/** Each text with its remover. */
function textsWithRemover(
  node: DocumentNode,
  around: string | null,
): readonly { readonly text: PlacedText; readonly person: string | null }[] {
  const person = removerOf(node, around);
  return node.type === "text"
    ? placedTexts(node).map((text) => ({ text, person }))
    : (node.content ?? []).flatMap((child) => textsWithRemover(child, person));
}

/** The removers of the node and of all in it except text, in the order of its origins. */
function nodesWithRemover(node: DocumentNode, around: string | null): readonly (string | null)[] {
  if (node.type === "text") return [];
  const person = removerOf(node, around);
  const inside = (node.content ?? []).flatMap((child) => nodesWithRemover(child, person));
  return [person ?? readSlot(node.attrs?.joined)?.person ?? null, ...inside];
}
