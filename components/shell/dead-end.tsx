"use client";

import { Button } from "@mantine/core";
import Link from "next/link";
import { useMessages } from "../messages/messages-provider";
import { QuietNotice } from "./quiet-notice";

/** A page that can't be shown: not there, or not for this person. */
export function DeadEnd({ kind }: { kind: "not-found" | "forbidden" }) {
  const { common } = useMessages();
  const [title, text] =
    kind === "forbidden"
      ? [common.forbiddenTitle, common.forbiddenText]
      : [common.notFoundTitle, common.notFoundText];
  return (
    <QuietNotice order={1} title={title} text={text}>
      <Button component={Link} href="/" variant="default">
        {common.backHome}
      </Button>
    </QuietNotice>
  );
}
