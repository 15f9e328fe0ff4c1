"use client";

import * as api from "@/components/api/threads";
import { useMessages } from "@/components/messages/messages-provider";
import { newCommentId } from "@/core/ids";
import type { Thread } from "@/core/review/thread";
import type { CommentChange } from "@/core/review/thread-requests";
import type { Member } from "@/core/speech";
import { useWorkspace } from "../shell/workspace-context";
import { CommentForm } from "./comment-form";
import classes from "./comments.module.css";
import type { ThreadDraft } from "./thread-drafts";
import { whenSaved } from "./when-saved";

/** A new thread while it is written. */
export function DraftCard({ draft, members }: { draft: ThreadDraft; members: readonly Member[] }) {
  const words = useMessages().editor.comments;
  const { connection, editor, settings, threads } = useWorkspace();
  const giveUp = () => {
    threads.endDraft(draft.id);
    editor.commands.focus();
  };
  const send = async (comment: CommentChange) => {
    threads.sendDraft(draft.id, true);
    try {
      // The server must know the words before it can mark them.
      await whenSaved(connection);
      const sent = await api.createThread(settings.speech.id, {
        id: draft.id,
        place: draft.place,
        suggestion: draft.suggestion,
        comment: { id: newCommentId(), ...comment },
      });
      threads.takeDraft(await asWritten(sent, comment));
    } catch (error) {
      threads.sendDraft(draft.id, false);
      throw error;
    }
  };
  /** An attempt whose answer was lost may have made it from other words than these. */
  const asWritten = async (thread: Thread, written: CommentChange): Promise<Thread> => {
    const [first] = thread.comments;
    if (first === undefined || first.body === written.body) return thread;
    return api.changeComment(settings.speech.id, first.id, written);
  };
  return (
    <article className={classes.card} data-active aria-label={words.newThread}>
      <p className={classes.quote}>{draft.place?.quote ?? words.wholeSpeech}</p>
      {draft.suggestion !== undefined && <p className={classes.time}>{words.onSuggestion}</p>}
      <CommentForm
        label={words.write}
        send={words.comment}
        unsent={{ texts: threads.unsent, name: draft.id }}
        sending={draft.sending}
        autoFocus={!draft.again}
        about={draft.place}
        members={members}
        onCancel={giveUp}
        onLeave={() => editor.commands.focus()}
        onSend={send}
        onMissed={threads.failed}
      />
    </article>
  );
}
