"use client";

import { ActionIcon } from "@mantine/core";
import { IconBell } from "@tabler/icons-react";
import Link from "next/link";
import { useSyncExternalStore } from "react";
import { useMessages } from "../messages/messages-provider";
import classes from "./inbox.module.css";
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
      className={classes.bell}
      aria-label={words.open(unread)}
      title={words.title}
    >
      <IconBell size={20} stroke={1.6} aria-hidden />
      {unread > 0 && (
        <span className={classes.count} aria-hidden>
          {unread > 99 ? "99+" : unread}
        </span>
      )}
    </ActionIcon>
  );
}
