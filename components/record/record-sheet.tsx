import { useLocale, useMessages } from "@/components/messages/messages-provider";
import type { SpeechRecord } from "@/core/record";
import { entryText } from "@/core/record-text";
import { shownHash } from "@/core/shown-hash";
import type { SpeechSummary } from "@/core/speech";
import classes from "./record.module.css";

/** All entries in order, and whether they fit together. */
export function RecordSheet({ speech, record }: { speech: SpeechSummary; record: SpeechRecord }) {
  const messages = useMessages();
  const locale = useLocale();
  const words = messages.record;
  const { entries, brokenAt } = record;
  const time = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
  if (entries.length === 0) return <p className={classes.none}>{words.none}</p>;
  return (
    <article className={classes.sheet}>
      <h2>
        {speech.title || messages.speech.untitled}
        <small>{words.title}</small>
      </h2>
      <p className={classes.state} role={brokenAt === null ? undefined : "alert"}>
        {brokenAt === null ? words.whole(entries.length) : words.broken(brokenAt)}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.number}</th>
            <th scope="col">{words.time}</th>
            <th scope="col">{words.person}</th>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.hash}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => {
            const { what, note, contentHash } = entryText(entry, messages);
            return (
              <tr
                key={entry.number}
                data-broken={brokenAt !== null && entry.number >= brokenAt ? "" : undefined}
              >
                <td>{entry.number}</td>
                <td>
                  <time dateTime={new Date(entry.at).toISOString()}>{time.format(entry.at)}</time>
                </td>
                <td>{entry.person.name}</td>
                <td>
                  {what}
                  {note !== "" && <p>{note}</p>}
                  {contentHash !== null && (
                    <p title={contentHash}>{words.textHash(shownHash(contentHash))}</p>
                  )}
                </td>
                <td title={entry.hash}>{shownHash(entry.hash)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {brokenAt === null && (
        <p className={classes.foot}>
          {words.lastHash(entries.at(-1)?.number ?? 0, entries.at(-1)?.hash ?? "")}
        </p>
      )}
    </article>
  );
}
