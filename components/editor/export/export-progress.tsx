"use client";

import { Text } from "@mantine/core";
import { useMessages } from "@/components/messages/messages-provider";
import type { ExportProgress } from "@/core/export";

/** Where a file in the making is; read out as it changes. */
export function ExportProgressLine({ progress }: { progress: ExportProgress | null }) {
  const { exports: words } = useMessages();
  const text = progress === null ? "" : stageText(progress, words);
  const part = progress?.part === undefined ? "" : words.part(progress.part.done + 1, progress.part.all);
  return (
    <Text size="sm" c="dimmed" role="status" aria-live="polite">
      {part}
      {text}
    </Text>
  );
}

function stageText(progress: ExportProgress, words: ReturnType<typeof useMessages>["exports"]): string {
  return progress.stage === "waiting" ? words.waiting(progress.ahead) : words.stages[progress.stage];
}
