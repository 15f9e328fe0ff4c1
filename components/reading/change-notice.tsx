"use client";

import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { useMessages } from "@/components/messages/messages-provider";
import type { TextToSign } from "@/core/sign-off";
import { changedBlocks } from "@/core/text/text-blocks";
import classes from "./reading-page.module.css";

interface ChangeNoticeProps {
  readonly shown: TextToSign | null;
  /** Null while what is shown is the text as it is. */
  readonly latest: TextToSign | null;
  /** Blocks that are marked as just changed. */
  readonly marked: number;
  readonly onShow: () => void;
}

/** Tells that others changed the text; what is being read stays until the reader asks for the new one. */
export function ChangeNotice({ shown, latest, marked, onShow }: ChangeNoticeProps) {
  const { reading: words } = useMessages();
  const [known, setKnown] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text has marks of its own.
  useEffect(() => setKnown(false), [shown]);
  if (shown !== null && latest !== null) {
    const blocks = changedBlocks(shown.document, latest.document).length;
    return (
      <div className={classes.notice} role="status">
        <span>{blocks === 0 ? words.changedForm : words.changed(blocks)}</span>
        <Button size="sm" onClick={onShow}>
          {words.showNew}
        </Button>
      </div>
    );
  }
  if (marked === 0 || known) return null;
  return (
    <div className={classes.notice} role="status">
      <span>{words.marked(marked)}</span>
      <Button size="sm" variant="default" onClick={() => setKnown(true)}>
        {words.gotIt}
      </Button>
    </div>
  );
}
