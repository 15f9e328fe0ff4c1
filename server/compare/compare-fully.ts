/** A comparison with everything that is derived from it: what the comparing thread is asked for. */
import { canonicalDocument } from "@/core/compare/canonical-document";
import { changedCharacters } from "@/core/compare/changed-characters";
import type { Changers } from "@/core/compare/changers";
import { changesIn } from "@/core/compare/changes-in";
import { compareDocuments } from "@/core/compare/compare-documents";
import { compareParts, type PartChanges } from "@/core/compare/compare-parts";
import type { Comparison, Row, Span } from "@/core/compare/comparison";
import { invertRows } from "@/core/compare/invert-comparison";
import { type ChangeCounts, measureRows } from "@/core/compare/measure-comparison";
import { relocatedLines } from "@/core/compare/relocated-lines";
import type { DocumentNode } from "@/core/document/schema";
import type { PersonId } from "@/core/ids";
import { type Traces, tracedChangers } from "./name-changers";

export interface CompareRequest {
  readonly before: DocumentNode;
  readonly after: DocumentNode;
  /** For who wants to know who made the changes. */
  readonly traces?: Traces | undefined;
}

export interface Compared {
  /** Canonical, which the comparison fits. */
  readonly before: DocumentNode;
  readonly after: DocumentNode;
  readonly comparison: Comparison;
  readonly counts: ChangeCounts;
  /** How many characters a signature broke by; see changedCharacters(). */
  readonly changedCharacters: number;
  readonly parts: readonly PartChanges[];
  /** Of each change in the order of changesIn(), nobody where it isn't known; null without traces. */
  readonly changers: readonly (readonly PersonId[])[] | null;
}

export function compareFully({ before, after, traces }: CompareRequest): Compared {
  const { changers, ...compared } =
    traces?.isBackwards === true
      ? comparedBackwards(before, after, traces)
      : comparedForwards(before, after, traces);
  const { rows } = compared.comparison;
  const blocks = compared.before.content ?? [];
  const relocated = relocatedLines(rows, blocks);
  return {
    ...compared,
    counts: measureRows(rows, blocks, relocated),
    changedCharacters: changedCharacters(rows, blocks, relocated),
    parts: compareParts(compared.before, compared.after, compared.comparison, relocated),
    changers: changers && changesIn(rows).map((change) => changers.get(change) ?? []),
  };
}

type Texts = Pick<Compared, "before" | "after" | "comparison"> & { readonly changers: Changers | null };

function comparedForwards(before: DocumentNode, after: DocumentNode, traces: Traces | undefined): Texts {
  const comparison = compareDocuments(before, after);
  const compared = { before: canonicalDocument(before), after: canonicalDocument(after), comparison };
  return { ...compared, changers: traces === undefined ? null : tracedChangers(compared, traces) };
}

/** What was done can only be told from the older text to the newer one. */
function comparedBackwards(before: DocumentNode, after: DocumentNode, traces: Traces): Texts {
  const forwards = comparedForwards(after, before, traces);
  const changers = new Map<Row | Span, readonly PersonId[]>();
  const rows = invertRows(forwards.comparison.rows, (change, inverted) => {
    const people = forwards.changers?.get(change);
    if (people !== undefined) changers.set(inverted, people);
  });
  return { before: forwards.after, after: forwards.before, comparison: { rows }, changers };
}
