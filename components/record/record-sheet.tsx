import { useGivenMessages, useLocale } from "@/components/messages/messages-provider";
import type { SpeechRecord } from "@/core/record";
import { recordSheet } from "@/core/record-sheet";
import type { SpeechSummary } from "@/core/speech";
import classes from "./record.module.css";

/** All entries in order, and whether they fit together. */
export function RecordSheet({ speech, record }: { speech: SpeechSummary; record: SpeechRecord }) {
  const messages = useGivenMessages();
  const locale = useLocale();
  if (record.entries.length === 0) return <p className={classes.none}>{messages.record.none}</p>;
  const { title, subtitle, state, isBroken, heads, rows, foot } = recordSheet(speech.title, record, {
    messages,
    locale,
  });
  return (
    <article className={classes.sheet}>
      <h2>
        {title}
        <small>{subtitle}</small>
      </h2>
      <p className={classes.state} role={isBroken ? "alert" : undefined}>
        {state}
      </p>
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.number} data-broken={row.isBroken ? "" : undefined}>
              <td>{row.number}</td>
              <td>
                <time dateTime={new Date(row.at).toISOString()}>{row.time}</time>
              </td>
              <td>{row.person}</td>
              <td>
                {row.what}
                {row.note !== "" && <p>{row.note}</p>}
                {row.hashes.map(({ shown, whole }) => (
                  <p key={shown} title={whole}>
                    {shown}
                  </p>
                ))}
              </td>
              <td title={row.wholeHash}>{row.hash}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {foot !== "" && <p className={classes.foot}>{foot}</p>}
    </article>
  );
}
