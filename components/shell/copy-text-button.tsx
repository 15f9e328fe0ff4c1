"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import { useMessages } from "../messages/messages-provider";
import { copyText } from "../sync/copy-text";
import { useNotice } from "./use-notice";

/** Puts a text on the clipboard, over plain http too, and says whether it is there. */
export function CopyTextButton({ text }: { text: string }) {
  const { general, editor } = useMessages();
  const notice = useNotice();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    const done = await copyText(text);
    setCopied(done);
    if (!done) notice.tellFailure(editor.save.copyFailed);
  };
  return (
    <Button variant="default" onClick={copy} miw={88}>
      {copied ? general.copied : general.copy}
    </Button>
  );
}
