"use client";

import * as api from "@/components/api/threads";
import { useMessages } from "@/components/messages/messages-provider";
import { can, roleOnText } from "@/core/access";
import type { Thread } from "@/core/review/thread";
import type { Member } from "@/core/speech";
import { useConnectionFact } from "../shell/use-connection-fact";
import { useWorkspace } from "../shell/workspace-context";
import { useSuggestions } from "../suggest/use-suggestions";
import { CommentForm } from "./comment-form";
import { CommentView } from "./comment-view";
import classes from "./comments.module.css";
import { selectedPlace } from "./selected-place";
import type { ThreadSpan } from "./thread-places";
import { replyName } from "./thread-store";
import { useMayManage } from "./use-may-manage";
import { whenSaved } from "./when-saved";

interface ThreadCardProps {
  readonly thread: Thread;
  readonly members: readonly Member[];
  readonly active: boolean;
  /** The reader's answer is on its way. */
  readonly replying: boolean;
  /** Where it stands in the text; undefined when its text is gone or it is about the whole speech. */
  readonly span: ThreadSpan | undefined;
  readonly onActivate: () => void;
}

/** One thread: what was remarked, what was answered, and what the reader may do with it. */
export function ThreadCard({ thread, members, active, replying, span, onActivate }: ThreadCardProps) {
  const words = useMessages().editor.comments;
  const { connection, editor, settings, person, suggest, threads } = useWorkspace();
  const role = useConnectionFact(connection, (state) => roleOnText(state.role, settings.speech));
  const speechId = settings.speech.id;
  const mayComment = can(role, "comment");
  const mayManage = useMayManage() || thread.comments[0]?.author.id === person.id;
  const isOrphan = thread.quote !== null && span === undefined;
  const pending = useSuggestions();
  const hidden = active ? 0 : thread.comments.length - 2;

  const resolve = () =>
    api.resolveThread(speechId, thread.id, thread.resolved === null).then((changed) => {
      threads.take(changed);
      threads.activate(null);
    }, threads.failed);
  const attach = async () => {
    const place = suggest.leadBack() ? null : selectedPlace(editor);
    if (place === null) return threads.tell(words.selectToAttach);
    await whenSaved(connection);
    threads.take(await api.placeThread(speechId, thread.id, place));
  };

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the quote, a button, does the same from the keyboard.
    <article
      className={classes.card}
      data-thread-card={thread.id}
      data-active={active || undefined}
      data-resolved={thread.resolved !== null || undefined}
      aria-label={words.threadBy(thread.comments[0]?.author.name ?? "")}
      onClick={() => !active && onActivate()}
    >
      <button
        type="button"
        className={classes.quote}
        aria-expanded={active}
        // Where the panel opens over the text, for this thread, it begins here.
        data-autofocus={active || undefined}
        onClick={onActivate}
      >
        {thread.quote ?? words.wholeSpeech}
      </button>
      {thread.suggestion !== null && (
        <p className={classes.time}>
          {pending.some(({ id }) => id === thread.suggestion) ? words.onSuggestion : words.onDecided}
        </p>
      )}
      {(hidden > 0 ? thread.comments.slice(0, 1) : thread.comments).map((comment) => (
        <CommentView
          key={comment.id}
          comment={comment}
          members={members}
          mayComment={mayComment}
          active={active}
        />
      ))}
      {hidden > 0 && <p className={classes.time}>{words.moreReplies(thread.comments.length - 1)}</p>}
      {thread.resolved !== null && (
        <p className={classes.time}>{words.resolvedBy(thread.resolved.by.name)}</p>
      )}
      {active && mayComment && (
        <CommentForm
          label={words.reply}
          send={words.send}
          unsent={{ texts: threads.unsent, name: replyName(thread.id) }}
          sending={replying}
          members={members}
          onSend={(comment) => threads.reply(thread.id, comment)}
          onMissed={threads.failed}
        />
      )}
      {(active || isOrphan) && mayComment && mayManage && (
        <div className={classes.actions}>
          <button type="button" className={classes.action} onClick={() => void resolve()}>
            {thread.resolved === null ? words.resolve : words.reopen}
          </button>
          {isOrphan && (
            <button
              type="button"
              className={classes.action}
              // The selection stays in the text.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => void attach().catch(threads.failed)}
            >
              {words.attach}
            </button>
          )}
        </div>
      )}
    </article>
  );
}
