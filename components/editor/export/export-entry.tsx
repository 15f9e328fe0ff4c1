"use client";

import { Button } from "@mantine/core";
import { IconFileExport } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useMessages } from "@/components/messages/messages-provider";
import { laterPart } from "@/components/shell/later-part";
import { loadExportDialog } from "../shell/part-loaders";

const ExportDialog = dynamic(laterPart(loadExportDialog));

/** The way to the speech's papers. */
export function ExportEntry() {
  const { exports: words } = useMessages();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button
        variant="default"
        size="xs"
        fullWidth
        leftSection={<IconFileExport size={16} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {words.open}
      </Button>
      {opened && <ExportDialog onClose={() => setOpened(false)} />}
    </>
  );
}
