import { useMessages } from "@/components/messages/messages-provider";
import { FINDING_KINDS, type FindingPlace, type ImportFinding } from "@/core/import";
import classes from "./import.module.css";

/** What of a file became something else and what was left out: rows of a `dl`. */
export function ImportFindings({ findings }: { readonly findings: readonly ImportFinding[] }) {
  const { imports: words } = useMessages();
  const of = (outcome: "changed" | "left-out") =>
    findings.filter(({ kind }) => FINDING_KINDS[kind] === outcome);
  return (
    <>
      <Outcome title={words.changed} findings={of("changed")} />
      <Outcome title={words.leftOut} findings={of("left-out")} />
    </>
  );
}

function Outcome({
  title,
  findings,
}: {
  readonly title: string;
  readonly findings: readonly ImportFinding[];
}) {
  const { imports: words } = useMessages();
  const placeOf = (place: FindingPlace) => {
    if (typeof place === "string") return place;
    return "after" in place ? words.afterLine(place.after) : words.beforeLine(place.before);
  };
  if (findings.length === 0) return null;
  return (
    <>
      <dt>{title}</dt>
      {findings.map(({ kind, count, where }) => (
        <dd key={kind}>
          {words.finding(words.findings[kind], count)}
          {where.length > 0 && <span className={classes.where}>{where.map(placeOf).join(" / ")}</span>}
        </dd>
      ))}
    </>
  );
}
