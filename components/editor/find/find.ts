/** Find and replace, over prosemirror-search: the query, the matches and what changes them. */
import { type Editor, Extension } from "@tiptap/core";
import type { EditorState } from "@tiptap/pm/state";
import {
  findNext,
  findPrev,
  getMatchHighlights,
  replaceAll,
  replaceNext,
  SearchQuery,
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

export const Find = Extension.create({ name: "find", addProseMirrorPlugins: () => [search()] });

/** Sets what is looked for; an empty search takes the marks away. Never moves the selection. */
export function setFindQuery({ view }: Editor, query: FindQuery): void {
  // A backslash or a dollar sign in a speech is text: `literal` sees to the first, doubling to the other.
  const replace = query.replace.replaceAll("$", "$$$$");
  view.dispatch(setSearchState(view.state.tr, new SearchQuery({ ...query, replace, literal: true })));
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
