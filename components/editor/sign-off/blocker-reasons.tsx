"use client";

import { Alert, Skeleton, Stack, Text, Textarea } from "@mantine/core";
import { useMessages } from "@/components/messages/messages-provider";
import { FINAL_BLOCKERS, type FinalBlockers } from "@/core/sign-off";
import type { Overrides } from "@/core/sign-off-requests";

interface BlockerReasonsProps {
  /** Null until they are known. */
  readonly blockers: FinalBlockers | null;
  readonly reasons: Overrides;
  readonly onChange: (reasons: Overrides) => void;
}

/** What keeps the speech from being final, each with room for the chief's reason to go past it. */
export function BlockerReasons({ blockers, reasons, onChange }: BlockerReasonsProps) {
  const { signOffs: words } = useMessages();
  if (blockers === null) return <Skeleton height={64} />;
  const open = FINAL_BLOCKERS.filter((blocker) => blockers[blocker] !== undefined);
  if (open.length === 0) return null;
  return (
    <Alert color="vermilion" variant="light" title={words.blocked} p="sm">
      <Stack gap="sm">
        <Text size="sm">{words.overrideHint}</Text>
        {open.map((blocker) => (
          <Textarea
            key={blocker}
            label={words.overrideReason(words.blockers[blocker](blockers[blocker] ?? 0))}
            autosize
            minRows={1}
            maxRows={4}
            maxLength={500}
            value={reasons[blocker] ?? ""}
            onChange={(event) => onChange(withReason(reasons, blocker, event.currentTarget.value))}
          />
        ))}
      </Stack>
    </Alert>
  );
}

/** Without an empty one: that is no reason. */
function withReason(reasons: Overrides, blocker: keyof Overrides, reason: string): Overrides {
  const { [blocker]: _, ...others } = reasons;
  return reason.trim() === "" ? others : { ...others, [blocker]: reason };
}
