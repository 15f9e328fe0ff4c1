/**
 * Enter over a selection that reaches into another line: what is selected goes, and a line begins in its place.
 * Tiptap's own Enter asks whether the line can be parted before it deletes. Where lines go whole, as after a triple
 * click, it throws, and the browser writes a line of its own into the page.
 */
import { Extension } from "@tiptap/core";
import { AllSelection, type Selection, TextSelection } from "@tiptap/pm/state";
import { enterInBody } from "./enter-in-body";

export const EnterOverLines = Extension.create({
  name: "enterOverLines",
  addKeyboardShortcuts() {
    return {
      Enter: () => {
        if (!isOverLines(this.editor.state.selection)) return false;
        // Not in one chain: there Tiptap takes the place behind the deletion for one before it.
        this.editor.commands.deleteSelection();
        return enterInBody(this.editor) || this.editor.commands.splitBlock();
      },
    };
  },
});

/** A selection of cells isn't one. */
function isOverLines(selection: Selection): boolean {
  if (selection instanceof AllSelection) return true;
  return selection instanceof TextSelection && !selection.$from.sameParent(selection.$to);
}
