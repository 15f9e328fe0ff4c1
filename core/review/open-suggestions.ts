/** What of a text's open suggestions stays when an older text is brought back. */
import { canonicalText } from "../compare/canonical-document";
import { compareDocuments } from "../compare/compare-documents";
import type { Row } from "../compare/comparison";
import { type RelocatedLine, relocatedLines } from "../compare/relocated-lines";
import type { DocumentNode } from "../document/schema";
import { baseOf, isProposedIn } from "./block-base";
import { withKeptProposals } from "./kept-proposals";
import { proposalsInParts } from "./proposals-in-parts";

/**
 * `target` with what is proposed in `now` to blocks that are the same but for that, and to words of lines that stay:
 * nobody who brings the words back decides on suggestions to them. Both in canonical form.
 */
export function withOpenSuggestions(now: DocumentNode, target: DocumentNode): DocumentNode {
  // Where nothing is proposed the texts needn't be compared.
  if (!isProposedIn(now)) return target;
  const { rows } = compareDocuments(now, target);
  const content = carried(now.content ?? [], target.content ?? [], rows);
  const relocated = new Set(relocatedLines(rows, now.content ?? []).values());
  return [...relocated].reduce(withProposalsTo, { ...target, content });
}

/** What is proposed in a line that goes to another block goes along. */
function withProposalsTo(text: DocumentNode, { before, after, path }: RelocatedLine): DocumentNode {
  // That it is parted from the line before it, or becomes one with that, is said of where it stands.
  const isOfPlace = before.attrs?.inserted != null || before.attrs?.joined != null;
  const kept = isOfPlace || !isProposedIn(before) ? null : withKeptProposals(before, after);
  return kept === null ? text : withLineAt(text, path.after, { line: after, kept });
}

/** Changes nothing where another line stands there, as in a block that is kept as it is now. */
function withLineAt(
  node: DocumentNode,
  [index, ...path]: readonly number[],
  change: { readonly line: DocumentNode; readonly kept: DocumentNode },
): DocumentNode {
  if (index === undefined) return JSON.stringify(node) === JSON.stringify(change.line) ? change.kept : node;
  const child = node.content?.[index];
  if (child === undefined) return node;
  return { ...node, content: node.content?.with(index, withLineAt(child, path, change)) };
}

function carried(
  now: readonly DocumentNode[],
  target: readonly DocumentNode[],
  rows: readonly Row[],
): DocumentNode[] {
  const content = [...target];
  const parts = proposalsInParts(now, target, rows);
  for (const [to, line] of parts) content[to] = line;
  for (const row of rows) {
    if ((row.kind !== "edited" && row.kind !== "moved-here") || parts.has(row.to)) continue;
    const [block, wanted] = [now[row.from], content[row.to]];
    if (block === undefined || wanted === undefined || !isProposedIn(block)) continue;
    const inside = row.edit?.content;
    if (textOfBase(block) === textOfBase(wanted)) content[row.to] = block;
    else if (inside?.kind === "blocks") {
      content[row.to] = {
        ...wanted,
        content: carried(block.content ?? [], wanted.content ?? [], inside.rows),
      };
    } else content[row.to] = withKeptProposals(block, wanted) ?? wanted;
  }
  return content;
}

const textOfBase = (block: DocumentNode): string => canonicalText(baseOf(block));
