"use client";

import { Button, Group, Text } from "@mantine/core";
import { useSyncExternalStore } from "react";
import { useMessages } from "@/components/messages/messages-provider";
import { useNotice } from "@/components/shell/use-notice";
import type { SpeechConnection } from "./connection";
import { type CopyKey, copyName } from "./copy-names";
import { readCopyText } from "./local-copies";
import classes from "./set-aside-notice.module.css";
import { useCopyOut } from "./use-copy-out";

/** Local copies with text that the server lacks and that can't be sent: to copy out, then to throw away. */
export function SetAsideNotice({ connection }: { connection: SpeechConnection }) {
  const { save } = useMessages().editor;
  const notice = useNotice();
  const copyOut = useCopyOut();
  const read = () => connection.state.setAside;
  const setAside = useSyncExternalStore((onChange) => connection.subscribe(onChange), read, read);

  /** Throws when another page holds the copy open. */
  const discard = async (key: CopyKey) => {
    if (window.confirm(save.discardCopyQuestion)) await connection.setAside.discard(key);
  };
  return setAside.map((key) => (
    <div key={copyName(key)} className={classes.notice} role="status">
      <Text size="sm" className={classes.text}>
        {save.setAside}
      </Text>
      <Group gap={8} wrap="nowrap">
        <Button size="compact-sm" onClick={() => copyOut(() => readCopyText(key))}>
          {save.copyEverything}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => discard(key).catch(notice.fail)}>
          {save.discardCopy}
        </Button>
      </Group>
    </div>
  ));
}
