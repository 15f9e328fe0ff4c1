import Link from "next/link";
import { serverNow } from "@/components/server-clock";
import { noticeText } from "@/core/messages/notice-text";
import { type Notice, noticePath } from "@/core/notice";
import { commentTime } from "../editor/comments/comment-time";
import { useLocale, useMessages } from "../messages/messages-provider";
import { PersonAvatar } from "../person/person-avatar";
import { BrowserText } from "../shell/browser-text";
import classes from "./inbox.module.css";

/** One notice; the whole row leads to its place, where there is one. */
export function NoticeRow({ notice, onRead }: { notice: Notice; onRead: () => void }) {
  const messages = useMessages();
  const { inbox: words } = messages;
  const locale = useLocale();
  const path = noticePath(notice);
  const what = (
    <>
      <strong>{notice.actor.name}</strong> {noticeText(notice, messages)}
    </>
  );
  return (
    <li className={classes.row} data-unread={!notice.read || undefined}>
      <PersonAvatar id={notice.actor.id} name={notice.actor.name} />
      <div className={classes.what}>
        <p className={classes.line}>
          {path === null ? (
            <span>{what}</span>
          ) : (
            <Link
              href={path}
              prefetch={false}
              className={classes.link}
              onClick={() => {
                if (!notice.read) onRead();
              }}
            >
              {what}
            </Link>
          )}
          {!notice.read && <span className={classes.dot} role="img" aria-label={words.unread} />}
        </p>
        {notice.excerpt !== null && <p className={classes.excerpt}>{notice.excerpt}</p>}
        <BrowserText as="p" className={classes.about}>
          {notice.speech?.title ?? words.gone} · {commentTime(notice.at, serverNow(), locale)}
        </BrowserText>
      </div>
    </li>
  );
}
