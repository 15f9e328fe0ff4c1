import { useMessages } from "@/components/messages/messages-provider";
import { serverNow } from "@/components/server-clock";
import { dueOf, localDate } from "@/core/due";
import classes from "./sign-by.module.css";

/** By when people are asked to sign, an ISO date, and whether that day is over. */
export function SignBy({ dueOn }: { readonly dueOn: string }) {
  const { signOffs: words } = useMessages();
  const isLate = dueOf(dueOn, localDate(serverNow())).kind === "overdue";
  return (
    <time className={classes.due} dateTime={dueOn} data-late={isLate || undefined}>
      {isLate ? words.overdue(dueOn) : words.due(dueOn)}
    </time>
  );
}
