"use client";

import { Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import * as api from "@/components/api/versions";
import { FailureNotice } from "@/components/form/failure-notice";
import { useLocale, useMessages } from "@/components/messages/messages-provider";
import { Dialog } from "@/components/shell/dialog";
import { useNotice } from "@/components/shell/use-notice";
import { useIsHere } from "@/components/use-is-here";
import { type AppError, asAppError } from "@/core/errors";
import type { SpeechSummary } from "@/core/speech";
import { nodeText } from "@/core/text/count";
import type { Version } from "@/core/version";
import type { Restore } from "@/core/version-requests";
import { versionLabel } from "./version-label";
import classes from "./version-text.module.css";

interface RestoreDialogProps {
  readonly speech: Pick<SpeechSummary, "id" | "numberingStyle">;
  readonly version: Version;
  readonly blocks: Restore["blocks"];
  readonly onClose: () => void;
  readonly onRestored: (restored: api.Restored) => void;
}

/** Says what will come back and what won't be lost, then brings it back. */
export function RestoreDialog({ speech, version, blocks, onClose, onRestored }: RestoreDialogProps) {
  const messages = useMessages();
  const { versions: words, general, speech: ofSpeech } = messages;
  const locale = useLocale();
  const isHere = useIsHere();
  const notice = useNotice();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<AppError | null>(null);
  const chosen = blocks && version.document.content?.slice(blocks.start, blocks.end);
  const isPart = chosen?.[0]?.type === "heading";
  const restore = async () => {
    setBusy(true);
    try {
      onRestored(await api.restoreVersion(speech.id, version.id, { blocks }));
      if (isHere()) onClose();
    } catch (error) {
      if (!isHere()) return void notice.fail(error);
      setFailure(asAppError(error));
      setBusy(false);
    }
  };
  const title = words.restoreTitle(versionLabel(version, { messages, locale }));
  return (
    <Dialog onClose={onClose} title={title}>
      <Stack gap="md">
        <FailureNotice failure={failure} />
        <Text size="sm">
          {chosen === undefined ? words.restoreWhole : isPart ? words.restoreSome : words.restoreOne}
        </Text>
        {chosen === undefined && version.numberingStyle !== speech.numberingStyle && (
          <Text size="sm">{words.restoreNumbering(ofSpeech.numberingStyles[version.numberingStyle])}</Text>
        )}
        {chosen !== undefined && (
          <blockquote className={classes.chosen}>{chosen.map(nodeText).join("\n")}</blockquote>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {general.cancel}
          </Button>
          <Button onClick={restore} loading={busy} data-autofocus>
            {chosen === undefined ? words.restore : isPart ? words.restorePart : words.restoreBlock}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
