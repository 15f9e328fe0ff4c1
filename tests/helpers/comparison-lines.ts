/** A comparison as lines to read in a test: [-deleted-] {+added+} <b>formatted otherwise</b>. */
import { canonicalDocument } from "@/core/compare/canonical-document";
import { compareDocuments } from "@/core/compare/compare-documents";
import type { BlockEdit, Row, Span } from "@/core/compare/comparison";
import { InlineReader, sliceInline } from "@/core/compare/inline";
import type { DocumentNode } from "@/core/document/schema";
import { nodeText } from "@/core/text/count";

export function comparisonLines(before: DocumentNode, after: DocumentNode): string[] {
  const { content = [] } = canonicalDocument(before);
  return compareDocuments(before, after).rows.map((row) => line(row, content));
}

function line(row: Row, before: readonly DocumentNode[]): string {
  switch (row.kind) {
    case "same":
      return `  ${nodeText(at(before, row.from))}`;
    case "edited":
      return `~ ${edited(row.edit, at(before, row.from))}`;
    case "added":
      return `+ ${nodeText(row.block)}`;
    case "deleted":
      return `- ${nodeText(row.block)}`;
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
      return `>${row.move} ${row.edit === null ? nodeText(block) : edited(row.edit, block)}`;
    }
  }
}

function edited({ shape, content }: BlockEdit, before: DocumentNode): string {
  const name = ({ type, attrs }: Omit<DocumentNode, "content">) => `${type}${attrs?.level ?? ""}`;
  const head = shape === null ? "" : `(${name(shape.before)}→${name(shape.after)}) `;
  if (content === null) return head + nodeText(before);
  if (content.kind === "blocks") {
    return head + content.rows.map((row) => line(row, before.content ?? [])).join(" | ");
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
