/**
 * Enter behind the lead sentence of a run-in heading begins a paragraph: what stands there is body. Parted as any
 * other line it would begin a second heading, with a number, whose lead sentence is the body's next one.
 */
import { type Editor, Extension } from "@tiptap/core";
import { hasBodyAfterLead, leadEnd } from "@/core/text/lead";
import { leafPlaceOf } from "@/core/text/placed-text";

export const EnterInBody = Extension.create({
  name: "enterInBody",
  addKeyboardShortcuts() {
    return { Enter: () => partBody(this.editor) };
  },
});

/** Parts the line at the caret, or in place of what is selected in it; false where it isn't such a body. */
export function partBody({ state, view, extensionManager }: Editor): boolean {
  const { $from, $to } = state.selection;
  const { paragraph } = state.schema.nodes;
  const isRunIn = $from.parent.type.name === "heading" && $from.parent.attrs.runIn === true;
  if (!isRunIn || !$from.sameParent($to) || paragraph === undefined) return false;
  const { parent, parentOffset } = $from;
  const textTo = (end: number) => parent.textBetween(0, end, undefined, leafPlaceOf);
  // At its end a paragraph begins anyway.
  const isInBody =
    parentOffset >= leadEnd(textTo(parent.content.size)) && $to.parentOffset < parent.content.size;
  if (!isInBody) return false;
  const kept = (state.storedMarks ?? $from.marks()).filter(({ type }) =>
    extensionManager.splittableMarks.includes(type.name),
  );
  const { inserted, removed } = parent.attrs;
  const tr = state.tr.deleteSelection();
  tr.split($from.pos, 1, [{ type: paragraph, attrs: { inserted, removed } }]);
  // With nothing of a body left, what stays is a heading on its own line.
  if (!hasBodyAfterLead(textTo(parentOffset))) tr.setNodeAttribute($from.before(), "runIn", false);
  view.dispatch(tr.ensureMarks(kept).scrollIntoView());
  return true;
}
