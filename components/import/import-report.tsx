import { useLocale, useMessages } from "@/components/messages/messages-provider";
import { findingsAtPlace } from "@/core/findings-at-place";
import { importFigures } from "@/core/import-figures";
import type { ImportPreview } from "@/core/import-requests";
import { groupedNumber } from "@/core/text/grouped-number";
import classes from "./import.module.css";
import { ImportFindings } from "./import-findings";

interface ImportReportProps {
  readonly preview: ImportPreview;
  /** Whether only its text goes into a place in another one. */
  readonly placed: boolean;
}

/** What was understood, what became something else and what was left out, with the words beside it. */
export function ImportReport({ preview, placed }: ImportReportProps) {
  const { imports: words } = useMessages();
  const locale = useLocale();
  const { characters, headings, lists, tables, suggestions } = importFigures(preview.document);
  const comments = preview.threads.reduce((sum, thread) => sum + thread.comments.length, 0);
  const findings = placed ? findingsAtPlace(preview) : preview.findings;
  const figures = [
    words.characters(groupedNumber(characters)),
    ...(headings > 0 ? [words.headings(headings)] : []),
    ...(lists > 0 ? [words.lists(lists)] : []),
    ...(tables > 0 ? [words.tables(tables)] : []),
    ...(comments > 0 ? [words.comments(comments)] : []),
    ...(suggestions > 0 ? [words.suggestions(suggestions)] : []),
    ...(preview.versions > 0 ? [words.versions(preview.versions)] : []),
  ];
  return (
    <dl className={classes.report}>
      <dt>{words.understood}</dt>
      <dd>{figures.join(locale === "en" ? ", " : "，")}</dd>
      <ImportFindings findings={findings} />
      {findings.length === 0 && <dd className={classes.whole}>{words.nothingLost}</dd>}
    </dl>
  );
}
