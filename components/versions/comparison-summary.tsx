"use client";

import type { RefObject } from "react";
import { useMessages } from "@/components/messages/messages-provider";
import type { PartChanges } from "@/core/compare/compare-parts";
import type { ChangeCounts } from "@/core/compare/measure-comparison";
import type { NumberingStyle } from "@/core/speech";
import { headingNumber } from "@/core/text/numbering";
import { changeFigures } from "./change-figures";
import tools from "./comparison-tools.module.css";
import texts from "./version-text.module.css";

interface ComparisonSummaryProps {
  readonly counts: ChangeCounts;
  readonly parts: readonly PartChanges[];
  readonly writers: readonly string[];
  readonly style: NumberingStyle;
  readonly page: RefObject<HTMLElement | null>;
}

/** How much changed: altogether, and in which parts. */
export function ComparisonSummary({ counts, parts, writers, style, page }: ComparisonSummaryProps) {
  const { general, versions: words } = useMessages();
  const figures = changeFigures(counts, words);
  const changed = parts.filter(({ counts: ofPart }) => changeFigures(ofPart, words).length > 0);
  if (figures.length === 0) return null;
  return (
    <div className={tools.summary}>
      <p>
        <strong>{figures.join("　")}</strong>
        {writers.length > 0 && (
          <span className={texts.writers}>{words.writers(writers.join(general.between))}</span>
        )}
      </p>
      {changed.length > 1 && (
        <details>
          <summary>{words.byPart}</summary>
          <ul>
            {changed.map((part) => (
              <li key={part.row}>
                <button type="button" onClick={() => scrollToRow(page.current, part.row)}>
                  <span>{partName(part, style, words)}</span>
                  <span className={tools.partFigures}>{changeFigures(part.counts, words).join("　")}</span>
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function partName(
  { heading, ordinal, deleted }: PartChanges,
  style: NumberingStyle,
  words: ReturnType<typeof useMessages>["versions"],
): string {
  const text = heading === "" ? words.beginning : heading;
  const named = ordinal === null ? text : `${headingNumber(1, ordinal, style)}${text}`;
  return deleted ? words.deletedPart(named) : named;
}

/** Rows of a comparison are the page's children in order. */
function scrollToRow(page: HTMLElement | null, row: number): void {
  const rows = page?.querySelector(":scope > div > .ProseMirror") ?? page;
  rows?.children[row]?.scrollIntoView({ block: "start" });
}
