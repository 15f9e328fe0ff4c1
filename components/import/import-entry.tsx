"use client";

import { Button, type ButtonProps } from "@mantine/core";
import { IconFileImport } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useMessages } from "@/components/messages/messages-provider";
import { laterPart } from "@/components/shell/later-part";
import type { SpeechId } from "@/core/ids";
import classes from "./import.module.css";
import type { InsertText } from "./import-dialog";
import { loadImportDialog } from "./load-import-parts";
import { useFileDrop } from "./use-file-drop";

const ImportDialog = dynamic(laterPart(loadImportDialog));

interface ImportEntryProps extends Pick<ButtonProps, "size" | "fullWidth"> {
  readonly speech: SpeechId | null;
  /** As in ImportDialog. */
  readonly insert?: InsertText;
  readonly mayKeep?: boolean;
  /** Files dropped anywhere on the page open the dialog. */
  readonly takesDrops?: boolean;
  /** What was imported changes what the page shows. */
  readonly onImported?: () => void;
}

/** The way to import: a button, and on the home page the page itself for what is dropped on it. */
export function ImportEntry({
  speech,
  insert,
  mayKeep,
  takesDrops = false,
  onImported,
  ...look
}: ImportEntryProps) {
  const { imports: words } = useMessages();
  const router = useRouter();
  const [files, setFiles] = useState<readonly File[] | null>(null);
  const over = useFileDrop(takesDrops && files === null, setFiles);
  const close = () => {
    setFiles(null);
    onImported?.();
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconFileImport size={16} aria-hidden />}
        onClick={() => setFiles([])}
        {...look}
      >
        {speech === null ? words.open : words.openVersion}
      </Button>
      {over && <div className={classes.drop}>{words.dropAnywhere}</div>}
      {files !== null && (
        <ImportDialog
          speech={speech}
          files={files}
          insert={insert}
          mayKeep={mayKeep}
          onClose={close}
          onOpen={(href) => {
            close();
            router.push(href);
          }}
        />
      )}
    </>
  );
}
