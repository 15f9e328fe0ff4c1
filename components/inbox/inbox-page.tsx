"use client";

import { Button, Title } from "@mantine/core";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { type AppError, asAppError } from "@/core/errors";
import type { Inbox, NoticesRead } from "@/core/notice";
import { markNoticesRead, readInbox } from "../api/inbox";
import { FailureNotice } from "../form/failure-notice";
import { useMessages } from "../messages/messages-provider";
import { useFreshReturn } from "../use-fresh-return";
import classes from "./inbox.module.css";
import { liveCount } from "./live-count";
import { MailSettingsForm } from "./mail-settings-form";
import { NoticeRow } from "./notice-row";

/** 消息: what one was told, newest first, each leading to its place; and how one is told by e-mail. */
export function InboxPage({ initial }: { initial: Inbox }) {
  const { inbox: words } = useMessages();
  const [inbox, setInbox] = useState(initial);
  const [failure, setFailure] = useState<AppError | null>(null);
  const unread = useSyncExternalStore(liveCount.subscribe, liveCount.get, () => initial.unread);
  const heard = useSyncExternalStore(liveCount.subscribe, liveCount.heard, () => 0);
  const known = useRef(initial.unread);
  const answered = useRef<number | null>(null);

  const take = (next: Inbox) => {
    known.current = next.unread;
    setInbox(next);
    setFailure(null);
    liveCount.set(next.unread);
  };
  const failed = (error: unknown) => setFailure(asAppError(error));
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked when something is told, and by nothing else.
  useEffect(() => {
    const isNews = answered.current !== null && answered.current !== heard;
    answered.current = heard;
    if (unread === known.current && !isNews) return;
    const controller = new AbortController();
    readInbox(controller.signal).then(take, (error) => controller.signal.aborted || failed(error));
    return () => controller.abort();
  }, [unread, heard]);
  useFreshReturn(initial, () => readInbox(), take);
  const markRead = (read: NoticesRead) => {
    markNoticesRead(read).then(take, failed);
  };
  // What was told since the page was read was seen by nobody.
  const markAll = () => markRead({ until: inbox.notices[0]?.at });

  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <Title order={1}>{words.title}</Title>
        {inbox.unread > 0 && (
          <Button variant="default" size="xs" onClick={markAll}>
            {words.markAll}
          </Button>
        )}
      </div>
      <FailureNotice failure={failure} />
      {inbox.notices.length === 0 ? (
        <p className={classes.none}>{words.none}</p>
      ) : (
        <ul className={classes.list}>
          {inbox.notices.map((notice) => (
            <NoticeRow key={notice.id} notice={notice} onRead={() => markRead({ ids: [notice.id] })} />
          ))}
        </ul>
      )}
      <MailSettingsForm />
    </div>
  );
}
