/** Parting a run-in heading behind its lead sentence: what stands there is body, and what is behind a paragraph. */
import type { Transaction } from "@tiptap/pm/state";
import { hasBodyAfterLead, leadEnd } from "@/core/text/lead";
import { leafPlaceOf } from "@/core/text/placed-text";

/**
 * Parts the line at the caret, which goes on before the paragraph, or in place of what is selected in it. False where
 * it isn't such a body, or nothing of it stands behind.
 */
export function partBody(tr: Transaction): boolean {
  const { $from, $to } = tr.selection;
  const { parent, parentOffset } = $from;
  const { paragraph } = parent.type.schema.nodes;
  const isRunIn = parent.type.name === "heading" && parent.attrs.runIn === true;
  if (!isRunIn || !$from.sameParent($to) || paragraph === undefined) return false;
  const textTo = (end: number) => parent.textBetween(0, end, undefined, leafPlaceOf);
  const isInBody =
    parentOffset >= leadEnd(textTo(parent.content.size)) && $to.parentOffset < parent.content.size;
  if (!isInBody) return false;
  const { inserted, removed } = parent.attrs;
  tr.deleteSelection().split($from.pos, 1, [{ type: paragraph, attrs: { inserted, removed } }]);
  // With nothing of a body left, what stays is a heading on its own line.
  if (!hasBodyAfterLead(textTo(parentOffset))) tr.setNodeAttribute($from.before(), "runIn", false);
  return true;
}
