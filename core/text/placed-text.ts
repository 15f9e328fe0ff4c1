/** A line's text in which every character stands at its offset in the document. */
import type { InlineName } from "@/core/document/node-names";
import type { DocumentNode } from "@/core/document/schema";

/** Stands for a cue, which takes a place in the document and says nothing: Unicode's word joiner. */
export const CUE_PLACE = "\u2060";

type LeafName = Exclude<InlineName, "text">;

/** The place that a node without text takes in a line, and what it is read as: a cue is nothing. */
const LEAVES: Readonly<Record<LeafName, { readonly place: string; readonly read: string }>> = {
  hardBreak: { place: "\n", read: "\n" },
  cue: { place: CUE_PLACE, read: "" },
};

/** What a node without text takes in a line. */
export const leafPlace = (name: string): string => LEAVES[name as LeafName].place; // the schema has no other leaves

/** For ProseMirror's `textBetween`. */
export const leafPlaceOf = ({ type }: { readonly type: { readonly name: string } }): string =>
  leafPlace(type.name);

/** What a node without text is read as. */
export const leafTextOf = ({ type }: { readonly type: { readonly name: string } }): string =>
  LEAVES[type.name as LeafName].read;

export const placedText = (content: readonly DocumentNode[]): string =>
  content.map(({ type, text }) => text ?? leafPlace(type)).join("");
