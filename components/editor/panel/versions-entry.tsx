"use client";

import { Button } from "@mantine/core";
import { IconHistory } from "@tabler/icons-react";
import Link from "next/link";
import type { MouseEvent } from "react";
import { useMessages } from "@/components/messages/messages-provider";
import { useWorkspace } from "../shell/workspace-context";

/** Leads to the versions, when nothing would be left behind unsaved. */
export function VersionsEntry() {
  const { versions, editor } = useMessages();
  const { connection, settings } = useWorkspace();
  return (
    <Button
      component={Link}
      href={`/speeches/${settings.speech.id}/versions`}
      prefetch={false}
      variant="default"
      size="xs"
      fullWidth
      leftSection={<IconHistory size={16} aria-hidden />}
      onClick={(event: MouseEvent) => {
        if (connection.asksBeforeLeaving && !window.confirm(editor.save.leaveUnsynced))
          event.preventDefault();
      }}
    >
      {versions.open}
    </Button>
  );
}
