"use client";

import { ActionIcon } from "@mantine/core";
import { IconBell } from "@tabler/icons-react";
import Link from "next/link";
import { useSyncExternalStore } from "react";
import { useMessages } from "../messages/messages-provider";
import { BADGE_HOLDER, CountBadge } from "../shell/count-badge";
import { liveCount } from "./live-count";

/** Leads to the inbox and says how much in it is unread, live. */
export function InboxLink() {
  const { inbox: words } = useMessages();
  const unread = useSyncExternalStore(liveCount.subscribe, liveCount.get, () => 0);
  return (
    <ActionIcon
      component={Link}
      href="/inbox"
      prefetch={false}
      variant="subtle"
      color="gray"
      size={36}
      className={BADGE_HOLDER}
      aria-label={words.open(unread)}
      title={words.title}
    >
      <IconBell size={20} stroke={1.6} aria-hidden />
      <CountBadge count={unread} />
    </ActionIcon>
  );
}
