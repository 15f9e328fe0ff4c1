/** A line's text in which every character stands at its offset in the document. */
import { CUE } from "../document/reading-aids";
import type { DocumentNode } from "../document/schema";

/** Stands for a cue, which takes a place in the document and says nothing: Unicode's word joiner. */
export const CUE_PLACE = "\u2060";

/** What a node without text takes in a line. */
export const leafPlace = (name: string): string => (name === CUE ? CUE_PLACE : "\n");

/** For ProseMirror's `textBetween`. */
export const leafPlaceOf = ({ type }: { readonly type: { readonly name: string } }): string =>
  leafPlace(type.name);

/** What a node without text is read as: a cue is nothing. */
export const leafTextOf = ({ type }: { readonly type: { readonly name: string } }): string =>
  type.name === CUE ? "" : "\n";

export const placedText = (content: readonly DocumentNode[]): string =>
  content.map(({ type, text }) => text ?? leafPlace(type)).join("");
