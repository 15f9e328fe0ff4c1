/** Find and replace, over prosemirror-search: the query, the matches and what changes them. */
import { type Editor, Extension } from "@tiptap/core";
import { Fragment, Slice } from "@tiptap/pm/model";
import type { EditorState } from "@tiptap/pm/state";
import {
  findNext,
  findPrev,
  getMatchHighlights,
  replaceAll,
  replaceNext,
  SearchQuery,
  type SearchResult,
  search,
  setSearchState,
} from "prosemirror-search";
import { asOneUndoStep } from "../one-undo-step";

export interface FindQuery {
  readonly search: string;
  readonly replace: string;
  readonly caseSensitive: boolean;
}

export interface FindResult {
  readonly matches: number;
  /** From 1; 0 when no match is selected. */
  readonly current: number;
}

/**
 * Finds and puts in exactly what was typed. The library's own replacing reads $1 and $& as patterns
 * and loses a doubled dollar sign at the beginning.
 */
class LiteralQuery extends SearchQuery {
  constructor(query: FindQuery) {
    super({ ...query, literal: true });
  }

  override getReplacements(state: EditorState, { from, to }: SearchResult) {
    if (this.replace === "") return [{ from, to, insert: Slice.empty }];
    const marks = state.doc.resolve(from).marksAcross(state.doc.resolve(to)) ?? [];
    return [{ from, to, insert: new Slice(Fragment.from(state.schema.text(this.replace, marks)), 0, 0) }];
  }
}

export const Find = Extension.create({ name: "find", addProseMirrorPlugins: () => [search()] });

/** Sets what is looked for; an empty search takes the marks away. Never moves the selection. */
export function setFindQuery({ view }: Editor, query: FindQuery): void {
  view.dispatch(setSearchState(view.state.tr, new LiteralQuery(query)));
}

export function findResult(state: EditorState): FindResult {
  const matches = getMatchHighlights(state)
    .find()
    .sort((one, other) => one.from - other.from);
  const { from, to } = state.selection;
  return {
    matches: matches.length,
    current: matches.findIndex((at) => at.from === from && at.to === to) + 1,
  };
}

/** Selects the next or previous match, round the end; false when there is none. */
export function goToMatch({ view }: Editor, direction: "next" | "previous"): boolean {
  const found = (direction === "next" ? findNext : findPrev)(view.state, view.dispatch);
  if (found) scrollSelectionIntoView(view.dom);
  return found;
}

/** Replaces the selected match and goes to the next; with none selected it only goes to the next. */
export function replaceMatch(editor: Editor): boolean {
  return asOneUndoStep(editor, () => replaceNext(editor.state, editor.view.dispatch));
}

/** Replaces every match in one undo step and tells how many there were. */
export function replaceEveryMatch(editor: Editor): number {
  const { matches } = findResult(editor.state);
  asOneUndoStep(editor, () => replaceAll(editor.state, editor.view.dispatch));
  return matches;
}

/** ProseMirror scrolls only a focused editor; while the writer types in the panel it isn't. */
function scrollSelectionIntoView(page: HTMLElement): void {
  requestAnimationFrame(() => {
    page.querySelector(".ProseMirror-active-search-match")?.scrollIntoView({ block: "center" });
  });
}
