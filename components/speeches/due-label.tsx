import { type Due, dueOf, localDate } from "@/core/due";
import type { Messages } from "@/core/messages/messages";
import { useLocale, useMessages } from "../messages/messages-provider";
import { BrowserText } from "../shell/browser-text";
import { shortDay } from "./relative-time";
import classes from "./speech-row.module.css";

export interface DueLabelProps {
  readonly dueOn: string | null;
  readonly now: number;
  /** A final or archived speech is due no more: only its date is of interest. */
  readonly closed: boolean;
}

/** When a speech is due, in words as long as that is near; nothing for one without a date. */
export function DueLabel({ dueOn, now, closed }: DueLabelProps) {
  const locale = useLocale();
  const { due: words } = useMessages().home;
  if (dueOn === null) return null;
  const date = words.onDate(shortDay(dueOn, now, locale));
  const due = dueOf(dueOn, localDate(now));
  const kind = closed ? "later" : due.kind;
  return (
    <BrowserText className={classes.due} data-kind={kind} title={date}>
      {closed ? date : (nearness(due, words) ?? date)}
    </BrowserText>
  );
}

function nearness(due: Due, words: Messages["home"]["due"]): string | null {
  if (due.kind === "overdue") return words.overdue(due.days);
  if (due.kind !== "soon") return null;
  if (due.days === 0) return words.today;
  return due.days === 1 ? words.tomorrow : words.inDays(due.days);
}
