/** What is looked for and put in its place, taken literally. */
import { Fragment, type Node, Slice } from "@tiptap/pm/model";
import type { EditorState } from "@tiptap/pm/state";
import { SearchQuery, type SearchResult } from "prosemirror-search";
import { CUE } from "@/core/document/reading-aids";
import { isStruck } from "@/core/review/struck";

export interface FindQuery {
  readonly search: string;
  readonly replace: string;
  readonly caseSensitive: boolean;
}

export const NOTHING_SOUGHT: FindQuery = { search: "", replace: "", caseSensitive: false };

/**
 * Finds and puts in exactly what was typed. The library's own replacing reads $1 and $& as patterns
 * and loses a doubled dollar sign at the beginning. What is struck out isn't found: in 修订 a replaced word
 * stays there, and would be replaced again and again. A cue for reading aloud says nothing: words are found with
 * cues among them, and what takes their place stands before these.
 */
export class LiteralQuery extends SearchQuery {
  constructor(query: FindQuery) {
    const pattern = readPattern(query.search);
    super({
      ...query,
      search: pattern ?? query.search,
      regexp: pattern !== null,
      literal: true,
      filter: ({ doc }, match) => readsOn(doc, match),
    });
  }

  override getReplacements(state: EditorState, { from, to }: SearchResult) {
    if (this.replace === "") return [{ from, to, insert: Slice.empty }];
    const marks = state.doc.resolve(from).marksAcross(state.doc.resolve(to)) ?? [];
    const words = new Slice(Fragment.from(state.schema.text(this.replace, marks)), 0, 0);
    return betweenCues(state.doc, from, to).map((part) => ({
      ...part,
      insert: part.from === from ? words : Slice.empty,
    }));
  }
}

/** From here to their full-width forms, ！ to ～, in the order of ASCII. */
const FULL_WIDTH = 0xfee0;
const EITHER_WIDTH = /[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]/;
const BEGINS_IN_TWO_UNITS = /^[\ud800-\udbff]/;

/** What the library writes for a node without text. */
const LEAF = "\ufffc";

/**
 * A regular expression for the words as they're read: letters and digits of either width, GDP finds ＧＤＰ, and cues
 * among them. Each letter is one UTF-16 unit in both widths, and a cue one, so that places stay exact. Null where
 * plain searching does; also for what begins with a rare character of two units, behind whose first half the
 * library would look again without end.
 */
function readPattern(search: string): string | null {
  if (search.length < 2 && !EITHER_WIDTH.test(search)) return null;
  return BEGINS_IN_TWO_UNITS.test(search) ? null : [...search].map(patternOf).join(`${LEAF}*`);
}

function patternOf(character: string): string {
  if (!EITHER_WIDTH.test(character)) return character.replace(/[\^$.*+?()[\]{}|/\\]/, "\\$&");
  const narrow = character.normalize("NFKC");
  return `[${narrow}${String.fromCharCode(narrow.charCodeAt(0) + FULL_WIDTH)}]`;
}

/** Whether it reads as words in one: nothing of it is proposed to go, by itself or with its block, and no break parts it. */
function readsOn(doc: Node, { from, to }: { readonly from: number; readonly to: number }): boolean {
  let reads = true;
  doc.nodesBetween(from, to, (node) => {
    if (node.type.name !== CUE) reads &&= !isStruck(node) && (node.isText || !node.isLeaf);
    return reads;
  });
  return reads;
}

/** What stands around the cues, and between them. */
function betweenCues(doc: Node, from: number, to: number): { readonly from: number; readonly to: number }[] {
  const parts: { from: number; to: number }[] = [];
  let begin = from;
  doc.nodesBetween(from, to, (node, pos) => {
    if (node.type.name !== CUE) return;
    parts.push({ from: begin, to: pos });
    begin = pos + node.nodeSize;
  });
  return [...parts, { from: begin, to }].filter((part) => part.from < part.to);
}
