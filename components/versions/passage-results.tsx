"use client";

import * as api from "@/components/api/versions";
import { useLocale, useMessages } from "@/components/messages/messages-provider";
import { useLoaded } from "@/components/use-loaded";
import type { SpeechId } from "@/core/ids";
import { NOW, type PassageSpan, type VersionRef, type VersionSummary } from "@/core/version";
import { versionName } from "@/core/version-name";
import classes from "./passage-results.module.css";
import { useNowAgain } from "./use-now-again";
import type { VersionView } from "./use-version-view";
import { momentOf } from "./version-time";
import { Waiting } from "./waiting";

interface PassageResultsProps {
  readonly speechId: SpeechId;
  readonly passage: string;
  /** The list that it is searched beside: when that is another one, so may the answer be. */
  readonly versions: readonly VersionSummary[] | null;
  readonly chosen: readonly VersionRef[];
  readonly show: (view: VersionView) => void;
}

/** When the passage came and went, and who wrote it; latest first, like the list of versions. */
export function PassageResults({ speechId, passage, versions, chosen, show }: PassageResultsProps) {
  const words = useMessages().versions;
  const { value, failure, reload } = useLoaded(`${speechId} ${passage}`, (signal) =>
    api.findPassage(speechId, passage, signal),
  );
  useNowAgain({ isNow: true, asked: versions, reload });
  if (value === null) return <Waiting failure={failure} reload={reload} height={120} />;
  const { spans, searched } = value;
  const times = spans.filter(({ first }) => !isFromFile(first)).length;
  return (
    <section className={classes.results} aria-label={words.search}>
      {failure !== null && <Waiting failure={failure} reload={reload} height={120} />}
      <p role="status">{spans.length === 0 ? words.notFound : words.searched(searched, times)}</p>
      <ul>
        {spans
          .map((span) => (
            <li key={span.first?.id ?? NOW}>
              <Span span={span} chosen={chosen} show={show} />
            </li>
          ))
          .reverse()}
      </ul>
    </section>
  );
}

/** It came from elsewhere, at no time of the speech's own. */
const isFromFile = (version: VersionSummary | null) => version?.kind === "imported";

interface SpanProps extends Pick<PassageResultsProps, "chosen" | "show"> {
  readonly span: PassageSpan;
}

function Span({ span: { first, last, before, writers }, chosen, show }: SpanProps) {
  const words = useMessages().versions;
  const at = { chosen, show };
  if (first !== null && isFromFile(first))
    return <VersionFact when={words.onlyInFile} version={first} {...at} />;
  return (
    <>
      {first === null ? (
        <p className={classes.fact}>
          <span className={classes.when}>{words.appeared}</span>
          {words.onlyNow}
        </p>
      ) : (
        <VersionFact when={words.appeared} version={first} {...at} />
      )}
      {last === null ? (
        first !== null && <p className={classes.fact}>{words.stillThere}</p>
      ) : (
        <VersionFact when={words.lastSeen} version={last} {...at} />
      )}
      <p className={classes.writers}>
        <Writers writers={writers} first={first} />
        {before !== null && (
          <button
            type="button"
            onClick={() => show({ kind: "comparison", from: before.id, to: first?.id ?? NOW })}
          >
            {words.seeAppearing}
          </button>
        )}
      </p>
    </>
  );
}

/** Who typed it; where that wasn't kept, who took part in the version that first has it. */
function Writers({ writers, first }: Pick<PassageSpan, "writers" | "first">) {
  const { general, versions: words } = useMessages();
  const names = (people: readonly { readonly name: string }[]) =>
    people.map(({ name }) => name).join(general.between);
  if (writers !== null && writers.length > 0) return <span>{words.writtenBy(names(writers))}</span>;
  // Who only took words away, or moved some, didn't write these.
  const took = (first?.authors ?? []).filter(({ characters }) => characters > 0);
  return <span>{took.length > 0 ? words.writtenDuring(names(took)) : words.writerUnknown}</span>;
}

interface VersionFactProps extends Pick<PassageResultsProps, "chosen" | "show"> {
  readonly when: string;
  readonly version: VersionSummary;
}

function VersionFact({ when, version, chosen, show }: VersionFactProps) {
  const messages = useMessages();
  const locale = useLocale();
  return (
    <button
      type="button"
      className={classes.fact}
      aria-current={chosen.includes(version.id) || undefined}
      onClick={() => show({ kind: "text", version: version.id })}
    >
      <span className={classes.when}>{when}</span>
      <span className={classes.name}>{versionName(version, messages)}</span>
      <time dateTime={new Date(version.createdAt).toISOString()}>{momentOf(version.createdAt, locale)}</time>
    </button>
  );
}
