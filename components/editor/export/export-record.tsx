"use client";

import { useEffect, useState } from "react";
import { readRecord } from "@/components/api/exports";
import { useLocale, useMessages } from "@/components/messages/messages-provider";
import { serverNow } from "@/components/server-clock";
import type { SpeechId } from "@/core/ids";
import type { RecordEntryOf, SpeechRecord } from "@/core/record";
import { exportName } from "@/core/record-text";
import { shownHash } from "@/core/shown-hash";
import { commentTime } from "../comments/comment-time";
import classes from "./export-record.module.css";

/** Who took which paper when, the latest first. */
export function ExportRecord({ speechId }: { speechId: SpeechId }) {
  const { exports: words } = useMessages();
  const [record, setRecord] = useState<SpeechRecord | "failed" | null>(null);
  useEffect(() => {
    const aborter = new AbortController();
    readRecord(speechId, aborter.signal).then(setRecord, () => {
      if (!aborter.signal.aborted) setRecord("failed");
    });
    return () => aborter.abort();
  }, [speechId]);
  return (
    <section className={classes.record} aria-label={words.record}>
      <h3>{words.record}</h3>
      {record === "failed" && <p>{words.recordFailed}</p>}
      {record !== null && record !== "failed" && <Entries record={record} />}
    </section>
  );
}

function Entries({ record }: { record: SpeechRecord }) {
  const { exports: words } = useMessages();
  const { brokenAt } = record;
  const entries = record.entries.filter((entry) => entry.kind === "export");
  return (
    <>
      {brokenAt !== null && <p role="alert">{words.recordBroken(brokenAt)}</p>}
      {entries.length === 0 && <p>{words.recordEmpty}</p>}
      <ul>
        {[...entries].reverse().map((entry) => (
          <Entry key={entry.number} entry={entry} />
        ))}
      </ul>
    </>
  );
}

function Entry({ entry: { facts, person, at } }: { entry: RecordEntryOf<"export"> }) {
  const { exports: words, general } = useMessages();
  const locale = useLocale();
  const what = exportName(facts, words);
  return (
    <li>
      <span className={classes.person}>{person.name}</span>
      <time dateTime={new Date(at).toISOString()}>{commentTime(at, serverNow(), locale)}</time>
      <span className={classes.what}>
        {what.join(general.between)}
        <abbr title={words.textHash(facts.contentHash)}>{shownHash(facts.contentHash)}</abbr>
      </span>
    </li>
  );
}
