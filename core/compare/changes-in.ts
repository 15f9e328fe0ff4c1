import type { Row, Span } from "./comparison";

/**
 * The changes of a comparison that somebody may have made, in their order: a list about them can be sent
 * apart from the comparison.
 */
export function changesIn(rows: readonly Row[]): readonly (Span | Row)[] {
  return rows.flatMap((row): readonly (Span | Row)[] => {
    const content = row.kind === "edited" || row.kind === "moved-here" ? (row.edit?.content ?? null) : null;
    const inside =
      "spans" in row
        ? row.spans
        : content === null
          ? []
          : content.kind === "text"
            ? content.spans
            : changesIn(content.rows);
    const isOnlyInside = row.kind === "same" || (row.kind === "edited" && row.edit.shape === null);
    return [...(isOnlyInside ? [] : [row]), ...inside.filter(({ kind }) => kind !== "same")];
  });
}
