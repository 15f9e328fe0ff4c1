"use client";

import Link from "next/link";
import { useMessages } from "../messages/messages-provider";
import { QuietNotice } from "./quiet-notice";
import classes from "./quiet-notice.module.css";

/** A page that can't be shown: not there, or not for this person. */
export function DeadEnd({ kind }: { kind: "not-found" | "forbidden" }) {
  const { general } = useMessages();
  const [title, text] =
    kind === "forbidden"
      ? [general.forbiddenTitle, general.forbiddenText]
      : [general.notFoundTitle, general.notFoundText];
  return (
    <QuietNotice order={1} title={title} text={text}>
      <Link className={classes.back} href="/">
        {general.backHome}
      </Link>
    </QuietNotice>
  );
}
