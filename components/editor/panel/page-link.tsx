"use client";

import { Button } from "@mantine/core";
import type { IconHistory } from "@tabler/icons-react";
import Link from "next/link";
import { useWorkspace } from "../shell/workspace-context";

interface PageLinkProps {
  /** Below the speech's own address. */
  readonly path: string;
  readonly label: string;
  readonly icon?: typeof IconHistory;
  /** The one thing to do next. */
  readonly isMain?: boolean;
}

/** Leads to another page of the speech. */
export function PageLink({ path, label, icon: Icon, isMain = false }: PageLinkProps) {
  const { settings } = useWorkspace();
  return (
    <Button
      component={Link}
      href={`/speeches/${settings.speech.id}/${path}`}
      prefetch={false}
      variant={isMain ? "filled" : "default"}
      size="xs"
      fullWidth
      leftSection={Icon && <Icon size={16} aria-hidden />}
    >
      {label}
    </Button>
  );
}
