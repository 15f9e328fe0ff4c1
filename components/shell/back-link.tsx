import { ActionIcon } from "@mantine/core";
import { IconChevronLeft } from "@tabler/icons-react";
import Link from "next/link";
import type { SpeechId } from "@/core/ids";

interface BackLinkProps {
  readonly speechId: SpeechId;
  readonly label: string;
  /** Larger where it is touched. */
  readonly size?: "pointer" | "touch";
}

/** From a page about a speech back to its text. */
export function BackLink({ speechId, label, size = "pointer" }: BackLinkProps) {
  const [button, icon] = size === "touch" ? [44, 24] : [36, 20];
  return (
    <ActionIcon
      component={Link}
      href={`/speeches/${speechId}`}
      variant="subtle"
      color="gray"
      size={button}
      aria-label={label}
      title={label}
    >
      <IconChevronLeft size={icon} aria-hidden />
    </ActionIcon>
  );
}
