/**
 * The schema's nodes by name, as types: a format's mapping table is a record over them, so a node
 * without a mapping doesn't compile. A test holds them against the schema.
 */

/** What can stand directly in a speech. */
export const BLOCK_NAMES = [
  "paragraph",
  "title",
  "byline",
  "dateLine",
  "salutation",
  "heading",
  "quotation",
  "bulletList",
  "orderedList",
  "table",
] as const;
export type BlockName = (typeof BLOCK_NAMES)[number];

/** What stands only inside a block; formats write it with that. */
export const INNER_NAMES = ["listItem", "tableRow", "tableHeader", "tableCell"] as const;
export type InnerName = (typeof INNER_NAMES)[number];

/** What a line holds. */
export const INLINE_NAMES = ["text", "hardBreak", "cue"] as const;
export type InlineName = (typeof INLINE_NAMES)[number];

/** Blocks that hold text and nothing else. */
export const LINE_NAMES = ["paragraph", "title", "byline", "dateLine", "salutation", "heading"] as const;
export type LineName = (typeof LINE_NAMES)[number];

/** The lines above a speech: printed, not spoken. */
const TITLE_BLOCK: readonly string[] = ["title", "byline", "dateLine"];

export const isTitleBlockName = (name: string): boolean => TITLE_BLOCK.includes(name);
export const isBlockName = (name: string): name is BlockName => BLOCK_NAMES.some((known) => known === name);
export const isInnerName = (name: string): name is InnerName => INNER_NAMES.some((known) => known === name);
export const isInlineName = (name: string): name is InlineName =>
  INLINE_NAMES.some((known) => known === name);
export const isLineName = (name: string): name is LineName => LINE_NAMES.some((known) => known === name);
