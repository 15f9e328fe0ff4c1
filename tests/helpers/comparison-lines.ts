/**
 * A comparison as lines to read in a test: [-deleted-] {+added+} <b>formatted otherwise</b>. Lines that stand in another
 * block are « where they stood and » where they stand.
 */
import { canonicalDocument } from "@/core/compare/canonical-document";
import { compareDocuments } from "@/core/compare/compare-documents";
import type { BlockEdit, Row, Span } from "@/core/compare/comparison";
import { InlineReader, sliceInline } from "@/core/compare/inline";
import { type RelocatedLines, relocatedLines } from "@/core/compare/relocated-lines";
import { isLineName } from "@/core/document/node-names";
import type { DocumentNode } from "@/core/document/schema";
import { nodeText } from "@/core/text/count";

export function comparisonLines(before: DocumentNode, after: DocumentNode): string[] {
  const { content = [] } = canonicalDocument(before);
  const { rows } = compareDocuments(before, after);
  const relocated = relocatedLines(rows, content);
  return rows.map((row) => line(row, content, relocated));
}

function line(row: Row, before: readonly DocumentNode[], relocated: RelocatedLines): string {
  switch (row.kind) {
    case "same":
      return `  ${nodeText(at(before, row.from))}`;
    case "edited":
      return `~ ${edited(row.edit, at(before, row.from), relocated)}`;
    case "added":
      return blockText(row.block, "+", relocated);
    case "deleted":
      return blockText(row.block, "-", relocated);
    case "split":
    case "joined": {
      const [mark, block] = [row.kind === "split" ? "/" : "&", at(before, row.from)];
      const own = row.kind === "split" ? sliceInline(block.content ?? [], row.at) : (block.content ?? []);
      return `${mark} ${spansText(own, row.spans)}`;
    }
    case "moved-away":
      return `<${row.move} ${nodeText(at(before, row.from))}`;
    case "moved-here": {
      const block = at(before, row.from);
      return `>${row.move} ${row.edit === null ? nodeText(block) : edited(row.edit, block, relocated)}`;
    }
  }
}

function blockText(block: DocumentNode, mark: "+" | "-", relocated: RelocatedLines): string {
  const isLoose = (node: DocumentNode): boolean => relocated.has(node) || (node.content ?? []).some(isLoose);
  if (!isLoose(block)) return `${mark} ${nodeText(block)}`;
  if (!isLineName(block.type))
    return (block.content ?? []).map((child) => blockText(child, mark, relocated)).join(" | ");
  const line = relocated.get(block);
  if (line === undefined || mark === "-") return `« ${nodeText(block)}`;
  const old = line.before.content ?? [];
  const text = line.spans === null ? nodeText(block) : spansText(old, line.spans);
  return `» ${line.isMoved ? "moved " : ""}${shapeText(line.shape)}${text}`;
}

function shapeText(shape: BlockEdit["shape"]): string {
  const name = ({ type, attrs }: Omit<DocumentNode, "content">) => `${type}${attrs?.level ?? ""}`;
  return shape === null ? "" : `(${name(shape.before)}→${name(shape.after)}) `;
}

function edited({ shape, content }: BlockEdit, before: DocumentNode, relocated: RelocatedLines): string {
  const head = shapeText(shape);
  if (content === null) return head + nodeText(before);
  if (content.kind === "blocks") {
    return head + content.rows.map((row) => line(row, before.content ?? [], relocated)).join(" | ");
  }
  return head + spansText(before.content ?? [], content.spans);
}

function spansText(before: readonly DocumentNode[], spans: readonly Span[]): string {
  const reader = new InlineReader(before);
  const pieces = spans.map((span) => {
    if (span.kind === "added") return `{+${span.content.map(nodeText).join("")}+}`;
    if (span.kind === "deleted") {
      const text = span.content.map(nodeText).join("");
      reader.take(text.length);
      return `[-${text}-]`;
    }
    const text = reader.take(span.length).map(nodeText).join("");
    return span.kind === "same" ? text : `<b>${text}</b>`;
  });
  return pieces.join("");
}

function at(blocks: readonly DocumentNode[], index: number): DocumentNode {
  const block = blocks[index];
  if (block === undefined) throw new RangeError(`no block ${index}`);
  return block;
}
