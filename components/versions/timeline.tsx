"use client";

import { useMemo } from "react";
import { useLocale, useMessages } from "@/components/messages/messages-provider";
import { serverNow } from "@/components/server-clock";
import type { Locale } from "@/core/messages/locale";
import { groupedNumber } from "@/core/text/grouped-number";
import { NOW, type VersionRef, type VersionSummary } from "@/core/version";
import { versionName } from "@/core/version-name";
import { restoredFrom } from "./restored-from";
import { saidOfVersion } from "./said-of-version";
import classes from "./timeline.module.css";
import { dayOf, timeOfDay } from "./version-time";

interface TimelineProps {
  readonly versions: readonly VersionSummary[];
  readonly chosen: readonly VersionRef[];
  readonly onChoose: (version: VersionRef) => void;
}

/** All versions by day, newest first, under the text as it is now. */
export function Timeline({ versions, chosen, onChoose }: TimelineProps) {
  const words = useMessages().versions;
  const locale = useLocale();
  const days = useMemo(() => byDay(versions, locale), [versions, locale]);
  return (
    <nav className={classes.timeline} aria-label={words.timeline}>
      <ul>
        <li>
          <button
            type="button"
            className={classes.entry}
            data-now
            aria-current={chosen.includes(NOW) || undefined}
            onClick={() => onChoose(NOW)}
          >
            <span className={classes.name}>{words.now}</span>
          </button>
        </li>
      </ul>
      {days.map(({ day, ofDay }) => (
        <section key={day} aria-label={day}>
          <h2 className={classes.day}>{day}</h2>
          <ul>
            {ofDay.map((version) => (
              <li key={version.id}>
                <button
                  type="button"
                  className={classes.entry}
                  data-kind={version.kind}
                  aria-current={chosen.includes(version.id) || undefined}
                  onClick={() => onChoose(version.id)}
                >
                  <Entry version={version} all={versions} />
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

function byDay(versions: readonly VersionSummary[], locale: Locale) {
  const days: { day: string; ofDay: VersionSummary[] }[] = [];
  for (const version of versions) {
    const day = dayOf(version.createdAt, serverNow(), locale);
    if (days.at(-1)?.day !== day) days.push({ day, ofDay: [] });
    days.at(-1)?.ofDay.push(version);
  }
  return days;
}

function Entry({ version, all }: { version: VersionSummary; all: readonly VersionSummary[] }) {
  const messages = useMessages();
  const words = messages.versions;
  const locale = useLocale();
  const source = restoredFrom(version, all, { messages, locale });
  const said = saidOfVersion(version, messages);
  const older = all[all.indexOf(version) + 1];
  const isRenumbered = older !== undefined && older.numberingStyle !== version.numberingStyle;
  const people = version.authors.map(({ name }) => name).join(messages.general.between);
  return (
    <>
      <span className={classes.line}>
        <span className={classes.name}>{versionName(version, messages)}</span>
        <time className={classes.time} dateTime={new Date(version.createdAt).toISOString()}>
          {timeOfDay(version.createdAt, locale)}
        </time>
      </span>
      {version.note !== "" && <span className={classes.said}>{version.note}</span>}
      {said !== "" && <span className={classes.signed}>{said}</span>}
      {source !== null && <span className={classes.said}>{source}</span>}
      <span className={classes.line}>
        <span className={classes.people}>
          {people !== "" ? people : version.madeBy !== null ? words.madeBy(version.madeBy.name) : ""}
        </span>
        <span className={classes.figures}>
          {isRenumbered && <span>{words.renumbered}</span>}
          {version.added > 0 && <span data-added>{words.added(groupedNumber(version.added))}</span>}
          {version.deleted > 0 && <span data-deleted>{words.deleted(groupedNumber(version.deleted))}</span>}
        </span>
      </span>
    </>
  );
}
