"use client";

import { type ReactNode, useMemo, useRef, useState } from "react";
import paper from "@/components/editor/shell/paper.module.css";
import { useLocale, useMessages } from "@/components/messages/messages-provider";
import { relocatedLines } from "@/core/compare/relocated-lines";
import type { VersionComparison, VersionSummary } from "@/core/version";
import { ChangerChoice } from "./changer-choice";
import type { ComparedSide } from "./compared-line";
import { ComparedRow, type ComparedRowProps } from "./compared-rows";
import marks from "./comparison.module.css";
import { ComparisonBar, type ComparisonLayout } from "./comparison-bar";
import { ComparisonSummary } from "./comparison-summary";
import classes from "./comparison-tools.module.css";
import { numbersIn } from "./heading-numbers";
import { type ChosenChanger, ShownChangersContext, shownChangers } from "./shown-changers";
import { RelocatedLinesContext } from "./shown-relocations";
import { versionLabel } from "./version-label";
import texts from "./version-text.module.css";

interface ComparisonViewProps {
  readonly title: string;
  readonly compared: VersionComparison;
  /** Who typed between the two. */
  readonly writers: readonly string[];
  /** What else can be done with the two, at the end of the bar. */
  readonly tools?: ReactNode;
  /** With suggestions as they stand in the two; else they count as accepted. */
  readonly isAsWritten?: boolean;
  /** Which of the two a file is; nobody here made its changes. */
  readonly file?: { readonly name: string; readonly side: "before" | "after" };
}

/** 花脸稿: what became of the first text, on one page or side by side. */
export function ComparisonView({
  title,
  compared,
  writers,
  tools,
  isAsWritten = false,
  file,
}: ComparisonViewProps) {
  const messages = useMessages();
  const locale = useLocale();
  const words = messages.versions;
  const { numberingStyles } = messages.speech;
  const nameOf = (side: "before" | "after", version: VersionSummary | null) => {
    if (file?.side === side) return words.fileOf(file.name);
    if (version === null) return words.now;
    return versionLabel(version, { messages, locale });
  };
  const page = useRef<HTMLDivElement>(null);
  const [layout, setLayout] = useState<ComparisonLayout>("merged");
  const [isBlack, setBlack] = useState(false);
  const { before, after, comparison, counts, parts } = compared;
  const { before: oldStyle, after: newStyle } = compared.numberingStyles;
  const numbers = useMemo(
    () => ({ before: numbersIn(before, oldStyle), after: numbersIn(after, newStyle) }),
    [before, after, oldStyle, newStyle],
  );
  const [wanted, setWanted] = useState<ChosenChanger>("all");
  const relocated = useMemo(
    () => relocatedLines(comparison.rows, before.content ?? []),
    [comparison, before],
  );
  const shown = useMemo(
    () => compared.changers && shownChangers(comparison, relocated, compared.changers, wanted),
    [compared.changers, comparison, relocated, wanted],
  );
  const revision = useMemo(
    () => ({ layout, chosen: shown?.chosen, comparison }),
    [layout, shown?.chosen, comparison],
  );
  const isSame = comparison.rows.every(({ kind }) => kind === "same");
  const rowProps = { before: before.content ?? [], numbers };
  return (
    <div className={marks.comparison} data-black={isBlack || undefined}>
      <ComparisonBar
        page={page}
        revision={revision}
        layout={layout}
        onLayout={setLayout}
        isBlack={isBlack}
        onBlack={setBlack}
      >
        {tools}
      </ComparisonBar>
      {!isSame && file === undefined && (
        <ChangerChoice shown={shown} isBackwards={compared.isBackwards} onChoose={setWanted} />
      )}
      <p className={classes.sheetTitle}>
        {words.sheetOf(title, nameOf("before", compared.fromVersion), nameOf("after", compared.toVersion))}
      </p>
      {compared.hasSuggestions && (
        <p className={classes.numbering}>{isAsWritten ? words.asWritten : words.allAccepted}</p>
      )}
      <ComparisonSummary counts={counts} parts={parts} writers={writers} style={newStyle} page={page} />
      {oldStyle !== newStyle && (
        <p className={classes.numbering}>
          {words.numberingChanged(numberingStyles[oldStyle], numberingStyles[newStyle])}
        </p>
      )}
      {isSame && <p className={classes.identical}>{words.identical}</p>}
      <ShownChangersContext value={shown}>
        <RelocatedLinesContext value={relocated}>
          <article
            className={layout === "merged" ? paper.sheet : `${paper.types} ${marks.both}`}
            ref={page}
            data-compared
          >
            {layout === "merged" ? (
              <div className={paper.page}>
                <div className={`ProseMirror ${texts.read} ${marks.read}`}>
                  {comparison.rows.map((row, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: rows hold no state of their own.
                    <ComparedRow key={index} row={row} side="merged" {...rowProps} />
                  ))}
                </div>
              </div>
            ) : (
              comparison.rows.map((row, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows hold no state of their own.
                <div className={marks.pair} key={index}>
                  <Cell row={row} side="before" {...rowProps} />
                  <Cell row={row} side="after" {...rowProps} />
                </div>
              ))
            )}
          </article>
        </RelocatedLinesContext>
      </ShownChangersContext>
    </div>
  );
}

function Cell(props: ComparedRowProps & { readonly side: ComparedSide }) {
  return (
    <div className={`${paper.page} ${marks.cell}`} data-side={props.side}>
      <div className={`ProseMirror ${texts.read} ${marks.read}`}>
        <ComparedRow {...props} />
      </div>
    </div>
  );
}
