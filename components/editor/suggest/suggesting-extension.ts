/**
 * While suggesting is on, every edit made here becomes suggestions before the editor takes it. What
 * comes from others, what is undone, and decisions on suggestions pass as they are.
 */
import { Extension } from "@tiptap/core";
import { Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import { DELETION, INSERTION } from "@/core/document/suggestion-marks";
import { newId } from "@/core/new-id";
import { SETTLES } from "./settle-command";
import { trackedEdit } from "./track-edit";

export interface SuggestingOptions {
  /** Whose suggestions they are. */
  readonly person: string;
  readonly isOn: () => boolean;
}

export const Suggesting = Extension.create<SuggestingOptions>({
  name: "suggesting",
  addOptions: () => ({ person: "", isOn: () => false }),

  dispatchTransaction({ transaction, next }) {
    const { isOn, person } = this.options;
    const isTracked = transaction.docChanged && isOn() && !passes(transaction);
    next(isTracked ? trackedEdit(this.editor.state, transaction, person) : transaction);
  },

  addProseMirrorPlugins() {
    const { isOn, person } = this.options;
    const begin = (view: EditorView) => {
      if (isOn()) prepareComposition(view, person);
      return false;
    };
    return [
      new Plugin({
        key: new PluginKey("suggesting"),
        props: { handleDOMEvents: { compositionstart: begin } },
      }),
    ];
  },
});

function passes(transaction: Transaction): boolean {
  return transaction.getMeta(ySyncPluginKey) !== undefined || transaction.getMeta(SETTLES) === true;
}

/**
 * Text that is being composed can't be redrawn with a mark around it, or the composition breaks off.
 * So the mark is there first, and what was selected is struck out before.
 */
function prepareComposition(view: EditorView, person: string): void {
  if (!view.state.selection.empty) view.dispatch(view.state.tr.deleteSelection());
  const { state } = view;
  const { $from } = state.selection;
  const own = $from.nodeBefore?.marks.find(
    ({ type, attrs }) => type.name === INSERTION && attrs.person === person && attrs.begins === null,
  );
  const mark = own ?? state.schema.mark(INSERTION, { id: newId(), person, at: Date.now(), begins: null });
  const around = (state.storedMarks ?? $from.marks()).filter(({ type }) => type.name !== DELETION);
  view.dispatch(state.tr.setStoredMarks(mark.addToSet(around)));
}
