"use client";

import { Button } from "@mantine/core";
import { IconFileExport } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useMessages } from "@/components/messages/messages-provider";
import { laterPart } from "@/components/shell/later-part";
import type { ComparisonExportProps } from "./comparison-export-dialog";

const ComparisonExportDialog = dynamic(laterPart(() => import("./comparison-export-dialog")));

/** The way to the comparison as a paper. */
export function ComparisonExport(props: ComparisonExportProps) {
  const { exports: words } = useMessages();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconFileExport size={15} stroke={1.6} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {words.comparison}
      </Button>
      {opened && <ComparisonExportDialog {...props} onClose={() => setOpened(false)} />}
    </>
  );
}
