/** Find and replace, over prosemirror-search: the query, the matches and what changes them. */
import { type Editor, Extension } from "@tiptap/core";
import { type EditorState, TextSelection } from "@tiptap/pm/state";
import {
  findNext,
  findPrev,
  getMatchHighlights,
  getSearchState,
  replaceAll,
  replaceNext,
  search,
  setSearchState,
} from "prosemirror-search";
import { asOneUndoStep } from "../one-undo-step";
import { type FindQuery, LiteralQuery } from "./literal-query";

export interface FindResult {
  readonly matches: number;
  /** From 1; 0 when no match is selected. */
  readonly current: number;
}

export const Find = Extension.create({ name: "find", addProseMirrorPlugins: () => [search()] });

/** Sets what is looked for; an empty search takes the marks away. Never moves the selection. */
export function setFindQuery({ view }: Editor, query: FindQuery): void {
  view.dispatch(setSearchState(view.state.tr, new LiteralQuery(query)));
}

const matchesIn = (state: EditorState) =>
  getMatchHighlights(state)
    .find()
    .sort((one, other) => one.from - other.from);

export function findResult(state: EditorState): FindResult {
  const matches = matchesIn(state);
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
  const replaced = asOneUndoStep(editor, () => replaceNext(editor.state, editor.view.dispatch));
  if (replaced) scrollSelectionIntoView(editor.view.dom);
  return replaced;
}

/**
 * Replaces every match of `query` in one undo step and tells how many there were. What is sought by now, if that is
 * something else, is sought on.
 * @param apart each by an edit of its own, so that in 修订 each is a suggestion to decide on
 */
export function replaceEveryMatch(editor: Editor, query: FindQuery, apart: boolean): number {
  const now = getSearchState(editor.state)?.query;
  setFindQuery(editor, query);
  const matches = matchesIn(editor.state);
  asOneUndoStep(editor, () => {
    if (!apart) replaceAll(editor.state, editor.view.dispatch);
    // From the last one, so that the places of the others hold.
    else for (const match of [...matches].reverse()) replaceOne(editor, match);
  });
  if (now !== undefined) editor.view.dispatch(setSearchState(editor.state.tr, now));
  return matches.length;
}

function replaceOne(
  { state, view }: Editor,
  { from, to }: { readonly from: number; readonly to: number },
): void {
  const { tr } = state;
  const match = { from, to, match: null, matchStart: from };
  // From the last one here too.
  for (const part of (getSearchState(state)?.query.getReplacements(state, match) ?? []).reverse()) {
    tr.replace(part.from, part.to, part.insert);
  }
  // Where a change is looked for among equal letters goes by the caret.
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, tr.mapping.map(to))));
}

/** ProseMirror scrolls only a focused editor; while the writer types in the panel it isn't. */
function scrollSelectionIntoView(page: HTMLElement): void {
  requestAnimationFrame(() => {
    page.querySelector(".ProseMirror-active-search-match")?.scrollIntoView({ block: "center" });
  });
}
