/**
 * Which letters of a version those are that its being brought back wrote anew: whoever brings it back hasn't typed
 * them. Told from the two texts and where their letters come from, block by block.
 */
import type { DocumentNode } from "../document/schema";
import { type Carried, paired, type Words } from "./carried-letters";
import { type IdRange, IdRanges } from "./id-ranges";
import { knownLetters } from "./known-letters";
import type { BlockOrigins } from "./origins";
import { scattered } from "./scattered-letters";

export interface TextWithOrigins {
  readonly document: DocumentNode;
  /** Of the document's blocks, in order. */
  readonly origins: readonly BlockOrigins[];
}

/** A range of a version's letters, and whose block it is. */
interface OfBlock extends IdRange {
  readonly block: Words;
}

/**
 * Of a version kept before letters had clocks, or one from a file, nothing is told. Nor are letters that stand in
 * the text, nor is anything told of others than those that `isNew`.
 * @param version of which only those blocks are given that were brought back
 */
export function restoredLetters(
  version: TextWithOrigins,
  restored: TextWithOrigins,
  isNew: (clientId: number) => boolean,
): Carried[] {
  const blocks = blocksOf(restored);
  const standing = new IdRanges(blocks.flatMap(({ ids }) => ids));
  return pairsOf(blocksOf(version), blocks, isNew).flatMap(([from, to]) =>
    sameLetters(from, to)
      .filter((letters) => isNew(letters.to.clientId))
      .flatMap((letters) => gone(letters, standing)),
  );
}

/** A block that kept some of its letters is known by them, one that was written anew by its text. */
function pairsOf(
  version: readonly Words[],
  blocks: readonly Words[],
  isNew: (clientId: number) => boolean,
): (readonly [from: Words, to: Words])[] {
  const byLetter = new IdRanges<OfBlock>(
    version.flatMap((block) => block.ids.map((range) => ({ ...range, block }))),
  );
  const left = new Set(version);
  const take = (block: Words, to: Words): (readonly [Words, Words])[] => {
    left.delete(block);
    return [[block, to]];
  };
  const kept = blocks.map((to) => {
    const from = to.ids.flatMap((range) => byLetter.find(range).flatMap(({ held }) => held?.block ?? []));
    const block = [...new Set(from)].find((one) => left.has(one) && holds(to, one));
    return block === undefined ? [] : take(block, to);
  });
  const byText = new Map<string, Words[]>();
  for (const block of left) byText.set(block.text, [...(byText.get(block.text) ?? []), block]);
  const anew = blocks.map((to, index) => {
    if (kept[index]?.length !== 0 || !to.ids.some(({ clientId }) => isNew(clientId))) return [];
    const block = byText.get(to.text)?.shift();
    return block === undefined ? [] : take(block, to);
  });
  return [...kept.flat(), ...anew.flat()];
}

/** What is proposed in a block stays in it, so that there may be more letters than the version's. */
const holds = (to: Words, { text }: Words) => to.text === text || scattered(text, to.text) !== null;

function sameLetters(from: Words, to: Words): Carried[] {
  if (from.text === to.text) return paired(from, 0, to, 0, from.text.length);
  const stretches = scattered(from.text, to.text) ?? [];
  return stretches.flatMap(({ at, other, length }) => paired(from, at, to, other, length));
}

function gone({ to, ...from }: Carried, standing: IdRanges<IdRange>): Carried[] {
  return standing.find(from).flatMap(({ held, ...range }) => {
    const clock = to.clock + range.clock - from.clock;
    return held === null ? [{ ...range, to: { ...to, clock } }] : [];
  });
}

function blocksOf({ document: { content = [] }, origins }: TextWithOrigins): Words[] {
  return content.flatMap((block, index) => {
    const text = textOf(block);
    const ids = knownLetters(origins[index]?.letters ?? []);
    const length = ids.reduce((sum, range) => sum + range.length, 0);
    return length === 0 || length !== text.length ? [] : [{ text, ids }];
  });
}

const textOf = ({ text = "", content = [] }: DocumentNode): string => text + content.map(textOf).join("");
