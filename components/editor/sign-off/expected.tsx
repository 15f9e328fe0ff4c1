import { useLocale, useMessages } from "@/components/messages/messages-provider";
import { serverNow } from "@/components/server-clock";
import { dueOf, localDate } from "@/core/due";
import type { PersonId } from "@/core/ids";
import type { StageNote } from "@/core/sign-off";
import classes from "./expected.module.css";

interface ExpectedProps extends StageNote {
  /** Whose own tasks stand out. */
  readonly reader: PersonId;
  /** Archived, nothing of it is to be done any more. */
  readonly isOver: boolean;
}

/** What the chief said when the speech came to this draft, and who is to do what by when. */
export default function Expected({ note, tasks, by, at, reader, isOver }: ExpectedProps) {
  const { stages: words, editor } = useMessages();
  const { details } = editor;
  const locale = useLocale();
  const day = new Intl.DateTimeFormat(locale, { month: "short", day: "numeric" });
  const today = localDate(serverNow());
  return (
    <div className={classes.expected}>
      {note !== "" && <p>{note}</p>}
      {tasks.length > 0 && (
        <ul aria-label={words.tasksShown}>
          {tasks.map(({ person, what, dueOn }, index) => {
            const isLate = !isOver && dueOf(dueOn, today).kind === "overdue";
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: the tasks of a draft never change
              <li key={index} data-own={person.id === reader || undefined}>
                <b>
                  {person.name}
                  {person.id === reader && details.you}
                </b>
                <span>{what}</span>
                {dueOn !== null && (
                  <time dateTime={dueOn} data-late={isLate || undefined}>
                    {isLate ? words.overdue(dueOn) : words.taskDueOn(dueOn)}
                  </time>
                )}
              </li>
            );
          })}
        </ul>
      )}
      <small>
        {by} <time dateTime={new Date(at).toISOString()}>{day.format(at)}</time>
      </small>
    </div>
  );
}
