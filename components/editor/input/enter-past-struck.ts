/**
 * Enter in front of nothing but struck words is Enter at the end of the line: those words stay where they
 * were, and what begins is what begins behind such a line, a paragraph behind a heading.
 */
import { Extension } from "@tiptap/core";
import type { Selection } from "@tiptap/pm/state";
import { isStruck } from "@/core/review/struck";

export const EnterPastStruck = Extension.create({
  name: "enterPastStruck",
  addKeyboardShortcuts() {
    return {
      Enter: () => {
        const { selection } = this.editor.state;
        if (isBeforeStruckOnly(selection)) this.editor.commands.setTextSelection(selection.$from.end());
        return false; // the line is parted there as at any other place
      },
    };
  },
});

/** Whether a caret has struck words behind it in its line, and nothing else. */
function isBeforeStruckOnly({ empty, $from }: Selection): boolean {
  if (!empty || !$from.parent.isTextblock) return false;
  const { children } = $from.parent.cut($from.parentOffset);
  return children.length > 0 && children.every(isStruck);
}
