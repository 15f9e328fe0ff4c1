/** Where a text comes from once its suggestions count as accepted: what was proposed comes from its proposer. */
import type { BlockOrigins, LookOrigin, NodeOrigin } from "@/core/authors/origins";
import { lettersIn } from "@/core/compare/placed-node";
import { lookName } from "@/core/document/looks";
import type { DocumentNode } from "@/core/document/schema";
import { FORMATTING } from "@/core/document/suggestion-marks";
import type { AcceptedTexts } from "./proposed-removals";
import { type PlacedText, placedTexts } from "./text-places";

/** Of the blocks after accepting. `origins`: of those before. */
export function acceptedOrigins(
  { before, after }: AcceptedTexts,
  origins: readonly BlockOrigins[],
): readonly BlockOrigins[] {
  const proposed = new Map(
    before.flatMap(placedTexts).map((text) => [`${text.place.index} ${text.place.start}`, text.node]),
  );
  return after.map((block) => {
    const texts = placedTexts(block);
    const letters = texts.flatMap(({ place, length }) =>
      lettersIn(origins[place.index], place.start, length),
    );
    let at = 0;
    const looks = texts.flatMap((text) => {
      const node = proposed.get(`${text.place.index} ${text.place.start}`);
      const found = looksOf(text, { origins: origins[text.place.index], node, at });
      at += text.length;
      return found;
    });
    return { letters, nodes: nodesOf(block, { texts, before, origins }), looks };
  });
}

interface TextSource {
  readonly origins: BlockOrigins | undefined;
  /** As it was before accepting. */
  readonly node: DocumentNode | undefined;
  /** Where it stands now, in its block's text. */
  readonly at: number;
}

/** The looks over a text, those that were proposed first: they count. */
function looksOf({ place, length }: PlacedText, { origins, node, at }: TextSource): LookOrigin[] {
  const [start, end] = [place.start, place.start + length];
  const over = (origins?.looks ?? [])
    .filter(({ from, to }) => from < end && to > start)
    .map((look) => ({
      ...look,
      from: at + Math.max(look.from, start) - start,
      to: at + Math.min(look.to, end) - start,
    }));
  const marks = (node?.marks ?? []).filter(({ type }) => type === FORMATTING);
  const proposals = over.filter(({ mark, begins }) => mark === FORMATTING && begins);
  // Of several it isn't known which is whose.
  const [mark, proposal] = marks.length === 1 && proposals.length === 1 ? [marks[0], proposals[0]] : [];
  if (mark === undefined || proposal === undefined) return over;
  const name = lookName(String(mark.attrs?.mark));
  return [{ ...proposal, mark: name, begins: mark.attrs?.on !== false }, ...over];
}

interface BlockSource {
  readonly texts: readonly PlacedText[];
  readonly before: readonly DocumentNode[];
  readonly origins: readonly BlockOrigins[];
}

/** None where the block was made of several, or nothing is in it that tells which it was. */
function nodesOf(block: DocumentNode, { texts, before, origins }: BlockSource): readonly NodeOrigin[] {
  const [index, ...others] = new Set(texts.map(({ place }) => place.index));
  const old = index === undefined || others.length > 0 ? undefined : before[index];
  if (index === undefined || old === undefined) return [];
  const [first, ...inside] = origins[index]?.nodes ?? [];
  if (first === undefined) return [];
  const own = retyped(first, block);
  return sameNodes(block, old) ? [own, ...inside] : [own];
}

/** A block that was to become another kind has become that by who proposed it. */
function retyped(node: NodeOrigin, { attrs }: DocumentNode): NodeOrigin {
  const proposal = node.attributes.get("retyped");
  if (proposal === undefined) return node;
  return { ...proposal, attributes: new Map(Object.keys(attrs ?? {}).map((name) => [name, proposal])) };
}

/** Whether both have the same blocks in them, so that each is counted where it was. */
function sameNodes(one: DocumentNode, other: DocumentNode): boolean {
  const [mine, others] = [one, other].map(({ content = [] }) =>
    content.filter(({ type }) => type !== "text"),
  );
  return (
    mine !== undefined &&
    mine.length === others?.length &&
    mine.every((node, at) => {
      const twin = others[at];
      return twin !== undefined && node.type === twin.type && sameNodes(node, twin);
    })
  );
}
