import { useLocale, useMessages } from "@/components/messages/messages-provider";
import { FINDING_KINDS, type ImportFinding } from "@/core/import";
import { importFigures } from "@/core/import-figures";
import type { ImportPreview } from "@/core/import-requests";
import { groupedNumber } from "@/core/text/grouped-number";
import classes from "./import.module.css";

/** What was understood, what became something else and what was left out, with the words beside it. */
export function ImportReport({ preview }: { preview: ImportPreview }) {
  const { imports: words } = useMessages();
  const locale = useLocale();
  const { characters, headings, lists, tables, suggestions } = importFigures(preview.document);
  const comments = preview.threads.reduce((sum, thread) => sum + thread.comments.length, 0);
  const figures = [
    words.characters(groupedNumber(characters)),
    ...(headings > 0 ? [words.headings(headings)] : []),
    ...(lists > 0 ? [words.lists(lists)] : []),
    ...(tables > 0 ? [words.tables(tables)] : []),
    ...(comments > 0 ? [words.comments(comments)] : []),
    ...(suggestions > 0 ? [words.suggestions(suggestions)] : []),
    ...(preview.versions > 0 ? [words.versions(preview.versions)] : []),
  ];
  const of = (outcome: "changed" | "left-out") =>
    preview.findings.filter(({ kind }) => FINDING_KINDS[kind] === outcome);
  return (
    <dl className={classes.report}>
      <dt>{words.understood}</dt>
      <dd>{figures.join(locale === "en" ? ", " : "，")}</dd>
      <Findings title={words.changed} findings={of("changed")} />
      <Findings title={words.leftOut} findings={of("left-out")} />
      {preview.findings.length === 0 && <dd className={classes.whole}>{words.nothingLost}</dd>}
    </dl>
  );
}

function Findings({ title, findings }: { title: string; findings: readonly ImportFinding[] }) {
  const { imports: words } = useMessages();
  if (findings.length === 0) return null;
  return (
    <>
      <dt>{title}</dt>
      {findings.map(({ kind, count, where }) => (
        <dd key={kind}>
          {words.finding(words.findings[kind], count)}
          {where.length > 0 && <span className={classes.where}>{where.join(" / ")}</span>}
        </dd>
      ))}
    </>
  );
}
