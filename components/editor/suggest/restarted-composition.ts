/**
 * A composition over a selection may begin several times in Chromium: the selection goes when it begins, and where the
 * editor then draws the first letters anew, as in a line of their own or out of struck words, the browser has lost its
 * place. It begins again without having ended, and gives all letters again; the first would stand there too.
 */
import type { Node } from "@tiptap/pm/model";
import { TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";

/** There a composition needn't end before the next one begins, and its words are to stay. */
const isAndroid = (): boolean => /Android/.test(navigator.userAgent);

export class RestartedComposition {
  /** The text as a composition found it that took the place of a selection and hasn't ended. */
  #before: Node | null = null;

  begun({ state }: EditorView): void {
    this.#before = state.doc;
  }

  ended(): void {
    this.#before = null;
  }

  /**
   * To be called as a composition begins: takes away the letters of one that hasn't ended, since they come again;
   * nothing else ever. Whether there was such a one.
   */
  takeBack(view: EditorView): boolean {
    const before = this.#before;
    this.#before = null;
    if (before === null || isAndroid()) return false;
    const letters = insertedSince(before, view.state.doc);
    if (letters === null) return false;
    const edit = view.state.tr.delete(letters.from, letters.to);
    // The browser may have gone elsewhere with the caret.
    view.dispatch(edit.setSelection(TextSelection.create(edit.doc, letters.from)));
    return true;
  }
}

/** Null unless all that happened is that text came in one place. */
function insertedSince(before: Node, now: Node): { readonly from: number; readonly to: number } | null {
  const from = before.content.findDiffStart(now.content);
  const end = before.content.findDiffEnd(now.content);
  if (from === null || end === null) return null;
  const length = now.content.size - before.content.size;
  const to = from + length;
  // Beside letters like them the two ends may overlap: any of those that fit is the same text.
  if (length <= 0 || end.a > from || !now.resolve(from).sameParent(now.resolve(to))) return null;
  const came = now.slice(from, to).content;
  return came.content.every(({ isText }) => isText) ? { from, to } : null;
}
