/** What our own reading copy prints for who reads it aloud: cues in an ink of their own, and dots under stressed words. */
import { CUE_KINDS, CUE_SIGNS, type CueKind } from "@/core/document/reading-aids";
import { CUE_INK } from "@/core/paper/reading-copy";
import { CUE_PLACE } from "@/core/text/placed-text";
import type { XmlElement } from "../package/xml-elements";
import type { Piece, Revision } from "./source";
import { propertyOf } from "./style-sheet";
import { sameRevision } from "./suggestion-ids";

/** Of a run. */
export type AidLooks = Pick<Piece, "stress" | "inCueInk">;

export const NO_AIDS: AidLooks = { stress: false, inCueInk: false };

/** Of a run with these properties in a file of our own. */
export function aidLooks(properties: XmlElement | undefined): AidLooks {
  const inCueInk = propertyOf(properties, "w:color")?.toUpperCase() === CUE_INK;
  return { stress: propertyOf(properties, "w:em") === "underDot", inCueInk };
}

/** A run's properties without those that say these looks. */
export function withoutAidLooks(
  properties: XmlElement | undefined,
  { stress, inCueInk }: AidLooks,
): XmlElement | undefined {
  if (properties === undefined) return undefined;
  const said = [...(stress ? ["w:em"] : []), ...(inCueInk ? ["w:color"] : [])];
  return { ...properties, children: properties.children.filter(({ name }) => !said.includes(name)) };
}

/** The longest first: a long pause is written as two short ones. */
const SIGNS = [...CUE_KINDS].sort((one, other) => CUE_SIGNS[other].length - CUE_SIGNS[one].length);

/** What is written in the ink of cues and says nothing else becomes cues; another program may have cut it anywhere. */
export function withCues(pieces: readonly Piece[]): Piece[] {
  const read: Piece[] = [];
  for (let from = 0; from < pieces.length; ) {
    const first = pieces[from] as Piece; // from is below the length
    let to = from + 1;
    while (first.inCueInk && isBeside(first, pieces[to])) to += 1;
    const written = pieces.slice(from, to);
    const cues = first.inCueInk ? cuesOf(written.map(({ text }) => text).join("")) : null;
    read.push(...(cues?.map((cue) => ({ ...first, text: CUE_PLACE, cue })) ?? written));
    from = to;
  }
  return read;
}

const isBeside = (first: Piece, next: Piece | undefined): boolean =>
  next?.inCueInk === true &&
  haveOneFate(first.inserted, next.inserted) &&
  haveOneFate(first.deleted, next.deleted);

const haveOneFate = (one: Revision | null, other: Revision | null): boolean =>
  one === other || sameRevision(one, other);

function cuesOf(text: string): CueKind[] | null {
  const cues: CueKind[] = [];
  for (let left = text; left !== ""; ) {
    const kind = SIGNS.find((each) => left.startsWith(CUE_SIGNS[each]));
    if (kind === undefined) return null;
    cues.push(kind);
    left = left.slice(CUE_SIGNS[kind].length);
  }
  return cues;
}
