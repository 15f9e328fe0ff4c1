/**
 * A composition over selected blocks begins twice in Chromium: the selection is struck out when it begins, the first
 * letter comes in a line of its own, and with that the browser has lost its place. It begins anew without having
 * ended, and gives all letters again; the first would stand there twice.
 */
import type { EditorView } from "@tiptap/pm/view";

export class RestartedComposition {
  /** Where the letters began of a composition that replaced a selection and hasn't ended. */
  #from: number | null = null;

  /** The composition has taken the place of a selection; its letters will come at the caret. */
  begun({ state }: EditorView): void {
    this.#from = state.selection.from;
  }

  ended(): void {
    this.#from = null;
  }

  /** To be called as a composition begins: the letters of one that hasn't ended go, since they come again. */
  takeBack(view: EditorView): void {
    const from = this.#from;
    this.#from = null;
    const { $head, empty } = view.state.selection;
    if (from === null || !empty || from >= $head.pos || from < $head.start()) return;
    view.dispatch(view.state.tr.delete(from, $head.pos));
  }
}
