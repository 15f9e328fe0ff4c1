/** Parting a run-in heading behind its lead sentence: what stands there is body, and what is behind a paragraph. */
import type { Node } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import { hasBodyAfterLead, leadEnd } from "@/core/text/lead";
import { leafPlaceOf } from "@/core/text/placed-text";
import { lineAt, type ProposedLine, setLineRunIn } from "../blocks/proposed-line";

/**
 * Parts the line at the caret, which goes on before the paragraph, or in place of what is selected in it. False where
 * it isn't such a body, or nothing stands behind.
 */
export function partBody(tr: Transaction): boolean {
  const { $from, $to } = tr.selection;
  const { paragraph } = $from.parent.type.schema.nodes;
  const line = lineAt($from);
  if (line === null || $to.pos > line.end || paragraph === undefined) return false;
  const isRunIn = line.kind.type === "heading" && line.kind.attrs.runIn === true;
  if (!isRunIn && !isPartedBody($from.parent, line)) return false;
  const textTo = (end: number) => tr.doc.textBetween(line.start, end, undefined, leafPlaceOf);
  const bodyStart = line.start + (isRunIn ? leadEnd(textTo(line.end)) : 0);
  // Before a proposed break, too, a heading would begin behind the caret.
  const isInBody = $from.pos >= bodyStart && $to.pos < $from.end();
  if (!isInBody) return false;
  const { inserted, removed } = $from.parent.attrs;
  tr.deleteSelection().split($from.pos, 1, [{ type: paragraph, attrs: { inserted, removed } }]);
  // With nothing of a body left, what stays is a heading on its own line.
  if (isRunIn && !hasBodyAfterLead(textTo($from.pos))) setLineRunIn(tr, line, false);
  return true;
}

/** A paragraph that a proposed break begins in a heading: it would be parted as the heading that holds it. */
function isPartedBody(block: Node, { isParted, kind }: ProposedLine): boolean {
  return isParted && kind.type === "paragraph" && block.type.name === "heading";
}
