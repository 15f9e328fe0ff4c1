/**
 * What is told of a file whose text alone goes into a place in another one: its comments stay out, and what is
 * proposed in it counts as accepted (review/plain-text.ts).
 */
import { findingWords } from "./finding-words";
import { FINDING_PLACES, type FindingKind, type ImportFinding } from "./import";
import { importFigures } from "./import-figures";
import type { ImportPreview } from "./import-requests";

/** Of what became a comment, or a part of one. */
const OF_COMMENTS: ReadonlySet<FindingKind> = new Set(["footnote", "endnote", "long-comment", "directive"]);
/** Of how a suggestion is decided. */
const OF_SUGGESTIONS: ReadonlySet<FindingKind> = new Set(["move"]);

export function findingsAtPlace({
  document,
  threads,
  findings,
  versions,
}: Pick<ImportPreview, "document" | "threads" | "findings" | "versions">): readonly ImportFinding[] {
  const { suggestions } = importFigures(document);
  const comments = threads.reduce((sum, thread) => sum + thread.comments.length, 0);
  const where = threads
    .flatMap(({ quote }) => (quote === null ? [] : [findingWords(quote)]))
    .slice(0, FINDING_PLACES);
  const told = new Set(findings.map(({ kind }) => kind));
  return [
    ...(suggestions > 0 ? [found("suggestion", suggestions)] : []),
    ...(comments > 0 ? [found("comment", comments, where)] : []),
    ...(versions > 0 && !told.has("version") ? [found("version", versions)] : []),
    ...findings.filter(({ kind }) => !OF_COMMENTS.has(kind) && !OF_SUGGESTIONS.has(kind)),
  ];
}

const found = (kind: FindingKind, count: number, where: readonly string[] = []): ImportFinding => ({
  kind,
  count,
  where,
});
