/** How much differs between two documents: words and characters added, deleted and moved. */
import type { DocumentNode } from "@/core/document/schema";
import { nodeText } from "@/core/text/count";
import { countStretch, type Stretch } from "@/core/text/count-stretch";
import type { BlockEdit, Row, Span } from "./comparison";
import { sliceInline } from "./inline";
import {
  type RelocatedLine,
  type RelocatedLines,
  relocatedIn,
  relocatedLines,
  withoutRelocated,
} from "./relocated-lines";
import { type SpanText, spanTexts } from "./span-texts";
import { countWords } from "./words";

export interface Amount {
  /** As Chinese offices count, and the signs in figures; see core/text/count-stretch.ts. */
  readonly characters: number;
  readonly words: number;
}

export interface ChangeCounts {
  readonly added: Amount;
  readonly deleted: Amount;
  /** Text that stands elsewhere now, without what was changed in it. */
  readonly moved: Amount;
  /** Stretches and blocks whose formatting, level or kind changed; and where lines were broken or joined. */
  readonly reformatted: number;
}

const NONE: Amount = { characters: 0, words: 0 };
export const NO_CHANGES: ChangeCounts = { added: NONE, deleted: NONE, moved: NONE, reformatted: 0 };

/** `before` are the blocks that the rows' `from` counts; `relocated`: of all rows of the comparison. */
export function measureRows(
  rows: readonly Row[],
  before: readonly DocumentNode[],
  relocated = relocatedLines(rows, before),
): ChangeCounts {
  return rows.map((row) => measureRow(row, before, relocated)).reduce(addChanges, NO_CHANGES);
}

/** `relocated`: of all rows of the comparison. */
export function measureRow(
  row: Row,
  before: readonly DocumentNode[],
  relocated: RelocatedLines,
): ChangeCounts {
  switch (row.kind) {
    case "same":
    case "moved-away":
      return NO_CHANGES;
    case "added":
      return relocatedIn(row.block, relocated)
        .map(measureRelocated)
        .reduce(addChanges, { ...NO_CHANGES, added: amountIn(withoutRelocated(row.block, relocated)) });
    case "deleted":
      return { ...NO_CHANGES, deleted: amountIn(withoutRelocated(row.block, relocated)) };
    case "edited":
      return measureEdit(row.edit, before[row.from], relocated);
    case "split":
    case "joined": {
      const line = before[row.from]?.content ?? [];
      const inside = measureSpans(row.spans, row.kind === "split" ? sliceInline(line, row.at) : line);
      return { ...inside, reformatted: inside.reformatted + 1 };
    }
    case "moved-here": {
      const block = before[row.from];
      const edited = row.edit === null ? NO_CHANGES : measureEdit(row.edit, block, relocated);
      // With what was moved in it besides.
      return { ...edited, moved: subtract(amountIn(block), edited.deleted) };
    }
  }
}

export function addChanges(one: ChangeCounts, other: ChangeCounts): ChangeCounts {
  return {
    added: add(one.added, other.added),
    deleted: add(one.deleted, other.deleted),
    moved: add(one.moved, other.moved),
    reformatted: one.reformatted + other.reformatted,
  };
}

function measureRelocated({ before, spans, shape, isMoved }: RelocatedLine): ChangeCounts {
  const inside = measureSpans(spans ?? [], before.content ?? []);
  return {
    ...inside,
    moved: isMoved ? subtract(amountIn(before), inside.deleted) : NONE,
    reformatted: inside.reformatted + (shape === null ? 0 : 1),
  };
}

function measureEdit(
  { shape, content }: BlockEdit,
  before: DocumentNode | undefined,
  relocated: RelocatedLines,
): ChangeCounts {
  const inside =
    content === null
      ? NO_CHANGES
      : content.kind === "text"
        ? measureSpans(content.spans, before?.content ?? [])
        : measureRows(content.rows, before?.content ?? [], relocated);
  return shape === null ? inside : { ...inside, reformatted: inside.reformatted + 1 };
}

const measureSpans = (spans: readonly Span[], before: readonly DocumentNode[]) =>
  spanTexts(spans, before).map(measureSpan).reduce(addChanges, NO_CHANGES);

function measureSpan({ kind, ...stretch }: SpanText): ChangeCounts {
  switch (kind) {
    case "same":
      return NO_CHANGES;
    case "added":
      return { ...NO_CHANGES, added: amountOf(stretch) };
    case "deleted":
      return { ...NO_CHANGES, deleted: amountOf(stretch) };
    case "reformatted":
      return { ...NO_CHANGES, reformatted: 1 };
  }
}

const amountIn = (node: DocumentNode | null | undefined) =>
  node == null ? NONE : amountOf({ text: nodeText(node), before: "", after: "" });

function amountOf(stretch: Stretch): Amount {
  return { characters: countStretch(stretch), words: countWords(stretch.text) };
}

function add(one: Amount, other: Amount): Amount {
  return { characters: one.characters + other.characters, words: one.words + other.words };
}

function subtract(one: Amount, other: Amount): Amount {
  return {
    characters: Math.max(0, one.characters - other.characters),
    words: Math.max(0, one.words - other.words),
  };
}
