/**
 * Enter behind the lead sentence of a run-in heading begins a paragraph: what stands there is body. Parted as any
 * other line it would begin a second heading, with a number, whose lead sentence is the body's next one.
 */
import { type Editor, Extension } from "@tiptap/core";
import { partBody } from "./part-body";

export const EnterInBody = Extension.create({
  name: "enterInBody",
  addKeyboardShortcuts() {
    return { Enter: () => enterInBody(this.editor) };
  },
});

/** Parts the line at the caret, or in place of what is selected in it; false where it isn't such a body. */
export function enterInBody({ state, view, extensionManager }: Editor): boolean {
  const kept = (state.storedMarks ?? state.selection.$from.marks()).filter(({ type }) =>
    extensionManager.splittableMarks.includes(type.name),
  );
  const { tr } = state;
  // At its end a paragraph begins anyway.
  if (!partBody(tr)) return false;
  view.dispatch(tr.ensureMarks(kept).scrollIntoView());
  return true;
}
