"use client";

import { Button } from "@mantine/core";
import Link from "next/link";
import { useMessages } from "../messages/messages-provider";
import { QuietNotice } from "./quiet-notice";

/** A page that can't be shown: not there, or not for this person. */
export function DeadEnd({ kind }: { kind: "not-found" | "forbidden" }) {
  const { general } = useMessages();
  const [title, text] =
    kind === "forbidden"
      ? [general.forbiddenTitle, general.forbiddenText]
      : [general.notFoundTitle, general.notFoundText];
  return (
    <QuietNotice order={1} title={title} text={text}>
      <Button component={Link} href="/" variant="default">
        {general.backHome}
      </Button>
    </QuietNotice>
  );
}
