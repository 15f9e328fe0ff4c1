"use client";

import { Button } from "@mantine/core";
import { IconFileTypePdf } from "@tabler/icons-react";
import { useState } from "react";
import { exportRecord } from "@/components/api/exports";
import { useLocale, useMessages } from "@/components/messages/messages-provider";
import { saveFile } from "@/components/shell/save-file";
import { type AppError, asAppError } from "@/core/errors";
import { fileName } from "@/core/file-names";
import type { SpeechSummary } from "@/core/speech";
import { ownTimeZone } from "@/core/time-zone";

interface Props {
  readonly speech: SpeechSummary;
  readonly onFailure: (failure: AppError | null) => void;
}

/** The record's sheet as a PDF, by this person's clock. */
export function ExportRecordButton({ speech, onFailure }: Props) {
  const { record: words, speech: names } = useMessages();
  const locale = useLocale();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    onFailure(null);
    try {
      const file = await exportRecord(speech.id, { locale, timeZone: ownTimeZone() });
      saveFile(file, `${fileName(`${speech.title || names.untitled} ${words.title}`)}.pdf`);
    } catch (error) {
      onFailure(asAppError(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      size="xs"
      variant="default"
      loading={busy}
      leftSection={<IconFileTypePdf size={15} stroke={1.6} aria-hidden />}
      onClick={() => void save()}
    >
      {words.exportPdf}
    </Button>
  );
}
