/** Parting a run-in heading behind its lead sentence: what stands there is body, and what is behind a paragraph. */
import type { Transaction } from "@tiptap/pm/state";
import { hasBodyAfterLead, leadEnd } from "@/core/text/lead";
import { leafPlaceOf } from "@/core/text/placed-text";
import { lineAt, setLineRunIn } from "../blocks/proposed-line";

/**
 * Parts the line at the caret, which goes on before the paragraph, or in place of what is selected in it. False where
 * it isn't such a body, or nothing of it stands behind.
 */
export function partBody(tr: Transaction): boolean {
  const { $from, $to } = tr.selection;
  const { paragraph } = $from.parent.type.schema.nodes;
  const line = lineAt($from);
  const isRunIn = line?.kind.type === "heading" && line.kind.attrs.runIn === true;
  if (!isRunIn || $to.pos > line.end || paragraph === undefined) return false;
  const textTo = (end: number) => tr.doc.textBetween(line.start, end, undefined, leafPlaceOf);
  const isInBody = $from.pos >= line.start + leadEnd(textTo(line.end)) && $to.pos < line.end;
  if (!isInBody) return false;
  const { inserted, removed } = $from.parent.attrs;
  tr.deleteSelection().split($from.pos, 1, [{ type: paragraph, attrs: { inserted, removed } }]);
  // With nothing of a body left, what stays is a heading on its own line.
  if (!hasBodyAfterLead(textTo($from.pos))) setLineRunIn(tr, line, false);
  return true;
}
