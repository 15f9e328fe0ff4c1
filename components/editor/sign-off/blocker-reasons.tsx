"use client";

import { Alert, Skeleton, Stack, Text, Textarea } from "@mantine/core";
import { useMessages } from "@/components/messages/messages-provider";
import { blockerDetails } from "@/core/blocker-details";
import { LIMITS } from "@/core/limits";
import { FINAL_BLOCKERS, type FinalBlocker, type FinalBlockerKeys, wasSeen } from "@/core/sign-off";
import type { Overrides } from "@/core/sign-off-requests";

/** By blocker; one without any is left out. */
export type Reasons = Readonly<Partial<Record<FinalBlocker, string>>>;

interface BlockerReasonsProps {
  /** Null until they are known. */
  readonly blockers: FinalBlockerKeys | null;
  /** What was shown when the server last refused; null when it didn't. */
  readonly refused: FinalBlockerKeys | null;
  readonly reasons: Reasons;
  /** Of people by their ids: those whose signature may be missing. */
  readonly names: ReadonlyMap<string, string>;
  readonly onChange: (reasons: Reasons) => void;
}

/** What keeps the speech from being final, each with room for the chief's reason to go past it. */
export function BlockerReasons({ blockers, refused, reasons, names, onChange }: BlockerReasonsProps) {
  const messages = useMessages();
  const { signOffs: words } = messages;
  if (blockers === null) return <Skeleton height={64} />;
  const open = FINAL_BLOCKERS.filter((blocker) => blockers[blocker] !== undefined);
  if (open.length === 0) return null;
  return (
    <Alert color="vermilion" variant="light" title={words.blocked} p="sm">
      <Stack gap="sm">
        {refused !== null && open.some((blocker) => !isShown(blocker, blockers, refused)) && (
          <Text size="sm" fw={600} role="alert">
            {words.blockersChanged}
          </Text>
        )}
        <Text size="sm">{words.overrideHint}</Text>
        {open.map((blocker) => (
          <Textarea
            key={blocker}
            label={words.overrideReason(words.blockers[blocker](blockers[blocker]?.length ?? 0))}
            description={blockerDetails(blocker, blockers[blocker] ?? [], { names, messages })}
            autosize
            minRows={1}
            maxRows={4}
            maxLength={LIMITS.reasonCharacters}
            value={reasons[blocker] ?? ""}
            onChange={(event) => onChange(withReason(reasons, blocker, event.currentTarget.value))}
          />
        ))}
      </Stack>
    </Alert>
  );
}

/** What goes along with a move: the reasons for what is shown, each for just that. */
export function overridesOf(blockers: FinalBlockerKeys | null, reasons: Reasons): Overrides {
  const overrides: Overrides = {};
  for (const blocker of FINAL_BLOCKERS) {
    const [seen, reason] = [blockers?.[blocker], reasons[blocker]];
    if (seen !== undefined && reason !== undefined) overrides[blocker] = { reason, seen: [...seen] };
  }
  return overrides;
}

const isShown = (blocker: FinalBlocker, now: FinalBlockerKeys, shown: FinalBlockerKeys): boolean =>
  wasSeen(now[blocker] ?? [], shown[blocker] ?? []);

/** Without an empty one: that is no reason. */
function withReason(reasons: Reasons, blocker: FinalBlocker, reason: string): Reasons {
  const { [blocker]: _, ...others } = reasons;
  return reason.trim() === "" ? others : { ...others, [blocker]: reason };
}
