"use client";

import { Button, Skeleton } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useState } from "react";
import { useAskingPerson } from "@/components/account/use-asking-person";
import { useKeptSession } from "@/components/account/use-kept-session";
import { readRecord } from "@/components/api/exports";
import { FailureNotice } from "@/components/form/failure-notice";
import { useMessages } from "@/components/messages/messages-provider";
import { SpeechPageHead } from "@/components/shell/speech-page-head";
import { useFreshSpeech } from "@/components/shell/use-fresh-speech";
import { useOwnPage } from "@/components/shell/use-own-page";
import { useLoaded } from "@/components/use-loaded";
import type { AppError } from "@/core/errors";
import type { Person } from "@/core/person";
import type { SpeechSummary } from "@/core/speech";
import { ExportRecordButton } from "./export-record-button";
import classes from "./record.module.css";
import { RecordSheet } from "./record-sheet";

/** The record of a speech as a sheet for the archive. */
export function RecordPage({ speech: served, person }: { speech: SpeechSummary; person: Person }) {
  const speech = useFreshSpeech(served);
  const messages = useMessages();
  const words = messages.record;
  useKeptSession();
  useAskingPerson(person.id);
  useOwnPage();
  const [notMade, setNotMade] = useState<AppError | null>(null);
  const { value, failure } = useLoaded(speech.id, (signal) => readRecord(speech.id, signal));
  return (
    <div className={classes.frame}>
      <SpeechPageHead speech={speech} title={words.title} backLabel={words.back}>
        {value !== null && value.entries.length > 0 && (
          <ExportRecordButton speech={speech} onFailure={setNotMade} />
        )}
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPrinter size={15} stroke={1.6} aria-hidden />}
          onClick={() => window.print()}
        >
          {words.print}
        </Button>
      </SpeechPageHead>
      <main className={classes.desk} aria-label={words.title}>
        <FailureNotice failure={failure ?? notMade} />
        {value === null && failure === null && <Skeleton height={420} maw={780} mx="auto" />}
        {value !== null && <RecordSheet speech={speech} record={value} />}
      </main>
    </div>
  );
}
