"use client";

import { Button, Checkbox, Group, SegmentedControl, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { importSpeech, importVersion } from "@/components/api/imports";
import { useMessages } from "@/components/messages/messages-provider";
import { Dialog } from "@/components/shell/dialog";
import { useNotice } from "@/components/shell/use-notice";
import type { DocumentNode } from "@/core/document/schema";
import type { SpeechId } from "@/core/ids";
import { LIMITS } from "@/core/limits";
import { plainText } from "@/core/review/plain-text";
import { NOW } from "@/core/version";
import { FileCard } from "./file-card";
import { FilePicker } from "./file-picker";
import classes from "./import.module.css";
import { useFileDrop } from "./use-file-drop";
import { type ImportOne, useImportFiles } from "./use-import-files";

/** Puts a text at the caret; not once `signal` is aborted. Rejects with AppError where it can't be now. */
export type InsertText = (document: DocumentNode, signal?: AbortSignal) => Promise<void>;

export interface ImportDialogProps {
  /** The speech that the files are drafts of; null makes new speeches. */
  readonly speech: SpeechId | null;
  /** Without it files can't be put at the caret. */
  readonly insert?: InsertText;
  /** Whether the files may become versions; else they are only put at the caret. */
  readonly mayKeep?: boolean;
  /** Dropped before the dialog was there. */
  readonly files?: readonly File[];
  readonly onClose: () => void;
  /** Called with the address of the only file that was imported. */
  readonly onOpen: (href: string) => void;
}

const TARGETS = ["version", "place"] as const;
type Target = (typeof TARGETS)[number];

/** Files become speeches, or versions of one: each is looked at before anything is kept. */
export default function ImportDialog(props: ImportDialogProps) {
  const { speech, insert, mayKeep = true, files: first = [], onClose, onOpen } = props;
  const { imports: words, general } = useMessages();
  const notice = useNotice();
  const [comments, setComments] = useState(true);
  const [target, setTarget] = useState<Target>(mayKeep ? "version" : "place");
  const isPlaced = insert !== undefined && target === "place";
  const importOne: ImportOne = async (sent, choice, preview) => {
    if (isPlaced) {
      await insert(plainText(preview.document), sent.signal);
      return null;
    }
    if (speech === null) return `/speeches/${(await importSpeech(sent, { ...choice, key: sent.key })).id}`;
    const { id } = await importVersion(sent, speech, { people: choice.people, comments, key: sent.key });
    return `/speeches/${speech}/versions?${new URLSearchParams({ from: NOW, to: id })}`;
  };
  const list = useImportFiles(first.slice(0, LIMITS.importFiles), mayKeep ? speech : null, importOne);
  const { files } = list;
  const ready = files.filter(({ state }) => state.kind === "ready").length;
  const busy = files.some(({ state }) => state.kind === "importing");
  const isAllKept = files.length > 0 && files.every(({ state }) => state.kind === "done");
  const hasComments = files.some(({ state }) => state.kind === "ready" && state.preview.threads.length > 0);

  const add = (more: readonly File[]) => {
    const room = LIMITS.importFiles - files.length;
    if (more.length > room) notice.tell(words.tooMany(LIMITS.importFiles));
    list.add(more.slice(0, room));
  };
  // Beside the picker too: there the browser would leave the page and open the file.
  const over = useFileDrop(true, add);
  const submit = async () => {
    const made = await list.importAll();
    const [only] = made;
    if (isPlaced && made.length === files.length) onClose();
    else if (files.length === 1 && only != null) onOpen(only);
  };

  return (
    <Dialog
      onClose={onClose}
      stays={busy}
      savesAtOnce={isAllKept}
      size="xl"
      title={speech === null ? words.title : words.versionTitle}
    >
      <Stack gap="md">
        {insert !== undefined && mayKeep && (
          <SegmentedControl
            fullWidth
            aria-label={words.target}
            value={target}
            onChange={setTarget}
            data={TARGETS.map((value) => ({ value, label: words.targets[value] }))}
          />
        )}
        {speech !== null && (
          <Text size="sm" c="dimmed">
            {isPlaced ? words.placeHint : words.versionHint}
          </Text>
        )}
        <FilePicker compact={files.length > 0} over={over} onFiles={add} />
        {files.length > 0 && (
          <ul className={classes.files}>
            {files.map((each) => (
              <FileCard
                key={each.id}
                each={each}
                titled={speech === null}
                placed={isPlaced}
                open={files.length === 1}
                onCancel={() => list.cancel(each.id)}
                onRemove={() => list.remove(each.id)}
                onRetry={() => list.retry(each.id)}
                onEncode={(encoding) => list.encode(each.id, encoding)}
                onChoose={(preview, choice) => list.choose(each.id, preview, choice)}
              />
            ))}
          </ul>
        )}
        {speech !== null && !isPlaced && hasComments && (
          <Checkbox
            label={words.withComments}
            checked={comments}
            onChange={(event) => setComments(event.currentTarget.checked)}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {ready === 0 && files.some(({ state }) => state.kind === "done") ? general.close : general.cancel}
          </Button>
          <Button disabled={ready === 0} loading={busy} onClick={() => void submit()}>
            {words.submit(ready)}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
