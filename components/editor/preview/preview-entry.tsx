"use client";

import { Button } from "@mantine/core";
import { IconFileSearch } from "@tabler/icons-react";
import { useMessages } from "@/components/messages/messages-provider";
import { useWorkspace } from "../shell/workspace-context";

/** The way to the preview, where the papers are. */
export function PreviewEntry() {
  const { preview: words } = useMessages();
  const { showPreview } = useWorkspace();
  return (
    <Button
      variant="default"
      size="xs"
      fullWidth
      leftSection={<IconFileSearch size={16} aria-hidden />}
      onClick={showPreview}
    >
      {words.title}
    </Button>
  );
}
