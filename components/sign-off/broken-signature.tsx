"use client";

import { Alert, Button } from "@mantine/core";
import Link from "next/link";
import { useMessages } from "@/components/messages/messages-provider";
import { comparisonQuery } from "@/components/versions/comparison-query";
import type { SpeechId } from "@/core/ids";
import type { AskedPerson } from "@/core/sign-off";
import { NOW } from "@/core/version";
import classes from "./sign.module.css";

interface BrokenSignatureProps {
  readonly speechId: SpeechId;
  /** The reader, as they were asked. */
  readonly mine: AskedPerson;
  /** What it means for the reader, a whole sentence. */
  readonly consequence: string;
}

/** How much of what the reader signed has changed since, and the way to it; nothing while it holds. */
export function BrokenSignature({ speechId, mine, consequence }: BrokenSignatureProps) {
  const { signOffs: words } = useMessages();
  if (mine.changedCharacters === null) return null;
  return (
    <Alert color="vermilion" variant="light" p="xs">
      <div className={classes.failure}>
        <span>
          {words.broken(mine.changedCharacters)}
          {words.stop}
          {consequence}
        </span>
        {mine.signOff !== null && (
          <Button
            component={Link}
            size="sm"
            variant="default"
            href={`/speeches/${speechId}/versions${comparisonQuery({ from: mine.signOff.version, to: NOW })}`}
            prefetch={false}
          >
            {words.seeChanges}
          </Button>
        )}
      </div>
    </Alert>
  );
}
