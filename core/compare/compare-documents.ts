/** Compares two documents block by block, and inside blocks that changed word by word. */
import { isInlineName } from "@/core/document/node-names";
import type { DocumentNode } from "@/core/document/schema";
import { alignBlocks } from "./align-blocks";
import { toBlock } from "./candidates";
import { canonicalDocument } from "./canonical-document";
import { compareText } from "./compare-text";
import type { BlockEdit, Comparison, ContentEdit, NodeShape, Row } from "./comparison";

/**
 * Suggestions count as they stand in the text; comments don't count. The comparison fits the
 * canonical forms of both documents.
 */
export function compareDocuments(before: DocumentNode, after: DocumentNode): Comparison {
  const canonicalBefore = canonicalDocument(before);
  const canonicalAfter = canonicalDocument(after);
  return { rows: compareBlocks(canonicalBefore.content ?? [], canonicalAfter.content ?? []) };
}

function compareBlocks(before: readonly DocumentNode[], after: readonly DocumentNode[]): Row[] {
  const left = before.map(toBlock);
  const right = after.map(toBlock);
  const { kept, moved } = alignBlocks(left, right);
  const runs = moveNumbers(moved);
  const movedFrom = new Map(moved.map((pair) => [pair.from, pair]));
  const movedTo = new Map(moved.map((pair) => [pair.to, pair]));
  const editOf = (from: number, to: number) =>
    left[from]?.key === right[to]?.key ? null : compareBlock(at(before, from), at(after, to));

  const rows: Row[] = [];
  let from = 0;
  let to = 0;
  for (const anchor of [...kept, { from: before.length, to: after.length }]) {
    for (; from < anchor.from; from += 1) {
      const pair = movedFrom.get(from);
      if (pair === undefined) rows.push({ kind: "deleted", from, block: at(before, from) });
      else rows.push({ kind: "moved-away", from, to: pair.to, move: runs.get(from) ?? 0 });
    }
    for (; to < anchor.to; to += 1) {
      const pair = movedTo.get(to);
      if (pair === undefined) rows.push({ kind: "added", to, block: at(after, to) });
      else {
        const edit = editOf(pair.from, to);
        rows.push({ kind: "moved-here", from: pair.from, to, move: runs.get(pair.from) ?? 0, edit });
      }
    }
    if (from < before.length) {
      const edit = editOf(from, to);
      rows.push(edit === null ? { kind: "same", from, to } : { kind: "edited", from, to, edit });
      from += 1;
      to += 1;
    }
  }
  return rows;
}

/** Blocks side by side before and after moved together: a part with what is in it. */
function moveNumbers(moved: readonly { readonly from: number; readonly to: number }[]): Map<number, number> {
  const numbers = new Map<number, number>();
  let number = 0;
  for (const [index, { from, to }] of moved.entries()) {
    const last = moved[index - 1];
    if (last === undefined || last.from + 1 !== from || last.to + 1 !== to) number += 1;
    numbers.set(from, number);
  }
  return numbers;
}

function compareBlock(before: DocumentNode, after: DocumentNode): BlockEdit {
  const shapes = { before: shapeOf(before), after: shapeOf(after) };
  const shape = JSON.stringify(shapes.before) === JSON.stringify(shapes.after) ? null : shapes;
  return { shape, content: compareContent(before.content ?? [], after.content ?? []) };
}

function compareContent(before: readonly DocumentNode[], after: readonly DocumentNode[]): ContentEdit | null {
  if (JSON.stringify(before) === JSON.stringify(after)) return null;
  const isText = [...before, ...after].some(({ type }) => isInlineName(type));
  return isText
    ? { kind: "text", spans: compareText(before, after) }
    : { kind: "blocks", rows: compareBlocks(before, after) };
}

function shapeOf({ content: _, ...shape }: DocumentNode): NodeShape {
  return shape;
}

function at(blocks: readonly DocumentNode[], index: number): DocumentNode {
  const block = blocks[index];
  if (block === undefined) throw new RangeError(`no block ${index}`);
  return block;
}
