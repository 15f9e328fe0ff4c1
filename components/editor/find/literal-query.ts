/** What is looked for and put in its place, taken literally. */
import { Fragment, type Node, Slice } from "@tiptap/pm/model";
import type { EditorState } from "@tiptap/pm/state";
import { SearchQuery, type SearchResult } from "prosemirror-search";
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
 * stays there, and would be replaced again and again.
 */
export class LiteralQuery extends SearchQuery {
  constructor(query: FindQuery) {
    const pattern = widthPattern(query.search);
    super({
      ...query,
      search: pattern ?? query.search,
      regexp: pattern !== null,
      literal: true,
      filter: ({ doc }, match) => !touchesStruck(doc, match),
    });
  }

  override getReplacements(state: EditorState, { from, to }: SearchResult) {
    if (this.replace === "") return [{ from, to, insert: Slice.empty }];
    const marks = state.doc.resolve(from).marksAcross(state.doc.resolve(to)) ?? [];
    return [{ from, to, insert: new Slice(Fragment.from(state.schema.text(this.replace, marks)), 0, 0) }];
  }
}

/** From here to their full-width forms, ！ to ～, in the order of ASCII. */
const FULL_WIDTH = 0xfee0;
const EITHER_WIDTH = /[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]/;
const BEGINS_IN_TWO_UNITS = /^[\ud800-\udbff]/;

/**
 * A regular expression for letters and digits of either width: GDP finds ＧＤＰ. Each is one UTF-16 unit in
 * both, so that places stay exact. Null where plain searching does; also for what begins with a rare
 * character of two units, behind whose first half the library would look again without end.
 */
function widthPattern(search: string): string | null {
  if (!EITHER_WIDTH.test(search) || BEGINS_IN_TWO_UNITS.test(search)) return null;
  return [...search].map(patternOf).join("");
}

function patternOf(character: string): string {
  if (!EITHER_WIDTH.test(character)) return character.replace(/[\^$.*+?()[\]{}|/\\]/, "\\$&");
  const narrow = character.normalize("NFKC");
  return `[${narrow}${String.fromCharCode(narrow.charCodeAt(0) + FULL_WIDTH)}]`;
}

/** Whether any of it is proposed to go, by itself or with its block. */
function touchesStruck(doc: Node, { from, to }: { readonly from: number; readonly to: number }): boolean {
  let touches = false;
  doc.nodesBetween(from, to, (node) => {
    touches ||= isStruck(node);
    return !touches;
  });
  return touches;
}
