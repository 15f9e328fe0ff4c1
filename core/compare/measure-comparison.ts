/** How much differs between two documents: words and characters added, deleted and moved. */
import type { DocumentNode } from "@/core/document/schema";
import { countCharacters, nodeText } from "@/core/text/count";
import type { BlockEdit, Row, Span } from "./comparison";
import { countWords } from "./words";

export interface Amount {
  /** As Chinese offices count; see core/text/count.ts. */
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

/** `before` are the blocks that the rows' `from` counts. */
export function measureRows(rows: readonly Row[], before: readonly DocumentNode[]): ChangeCounts {
  return rows.map((row) => measureRow(row, before)).reduce(addChanges, NO_CHANGES);
}

export function measureRow(row: Row, before: readonly DocumentNode[]): ChangeCounts {
  switch (row.kind) {
    case "same":
    case "moved-away":
      return NO_CHANGES;
    case "added":
      return { ...NO_CHANGES, added: amountIn(row.block) };
    case "deleted":
      return { ...NO_CHANGES, deleted: amountIn(row.block) };
    case "edited":
      return measureEdit(row.edit, before[row.from]);
    case "split":
    case "joined": {
      const inside = measureSpans(row.spans);
      return { ...inside, reformatted: inside.reformatted + 1 };
    }
    case "moved-here": {
      const block = before[row.from];
      const edited = row.edit === null ? NO_CHANGES : measureEdit(row.edit, block);
      const whole = block === undefined ? NONE : amountIn(block);
      return { ...edited, moved: add(edited.moved, subtract(whole, edited.deleted)) };
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

function measureEdit({ shape, content }: BlockEdit, before: DocumentNode | undefined): ChangeCounts {
  const inside =
    content === null
      ? NO_CHANGES
      : content.kind === "text"
        ? measureSpans(content.spans)
        : measureRows(content.rows, before?.content ?? []);
  return shape === null ? inside : { ...inside, reformatted: inside.reformatted + 1 };
}

const measureSpans = (spans: readonly Span[]) => spans.map(measureSpan).reduce(addChanges, NO_CHANGES);

function measureSpan(span: Span): ChangeCounts {
  switch (span.kind) {
    case "same":
      return NO_CHANGES;
    case "added":
      return { ...NO_CHANGES, added: amountOf(span.content.map(nodeText).join("")) };
    case "deleted":
      return { ...NO_CHANGES, deleted: amountOf(span.content.map(nodeText).join("")) };
    case "reformatted":
      return { ...NO_CHANGES, reformatted: 1 };
  }
}

const amountIn = (node: DocumentNode) => amountOf(nodeText(node));

function amountOf(text: string): Amount {
  return { characters: countCharacters(text), words: countWords(text) };
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
