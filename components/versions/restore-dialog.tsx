"use client";

import { Button, Group, Stack, Text } from "@mantine/core";
import * as api from "@/components/api/versions";
import { FailureNotice } from "@/components/form/failure-notice";
import { useSending } from "@/components/form/use-sending";
import { useLocale, useMessages } from "@/components/messages/messages-provider";
import { Dialog } from "@/components/shell/dialog";
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
  const { busy, failure, send } = useSending();
  const chosen = blocks && version.document.content?.slice(blocks.start, blocks.end);
  const isPart = chosen?.[0]?.type === "heading";
  const restore = () =>
    send(async () => onRestored(await api.restoreVersion(speech.id, version.id, { blocks })), onClose);
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
          <Button onClick={() => void restore()} loading={busy} data-autofocus>
            {chosen === undefined ? words.restore : isPart ? words.restorePart : words.restoreBlock}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
