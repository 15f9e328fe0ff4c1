"use client";

import * as api from "@/components/api/threads";
import { useMessages } from "@/components/messages/messages-provider";
import type { CommentId, ThreadId } from "@/core/ids";
import { newId } from "@/core/new-id";
import type { Member } from "@/core/speech";
import { useWorkspace } from "../shell/workspace-context";
import { CommentForm } from "./comment-form";
import classes from "./comments.module.css";
import type { ThreadDraft } from "./thread-store";
import { whenSaved } from "./when-saved";

/** A new thread while it is written. */
export function DraftCard({ draft, members }: { draft: ThreadDraft; members: readonly Member[] }) {
  const words = useMessages().editor.comments;
  const { connection, editor, settings, threads } = useWorkspace();
  const end = () => {
    threads.draft(null);
    editor.commands.focus();
  };
  return (
    <section className={classes.card} data-active aria-label={words.newThread}>
      <p className={classes.quote}>{draft.place?.quote ?? words.wholeSpeech}</p>
      <CommentForm
        label={words.write}
        send={words.comment}
        autoFocus
        members={members}
        onCancel={end}
        onSend={async (comment) => {
          // The server must know the words before it can mark them.
          await whenSaved(connection);
          const thread = await api.createThread(settings.speech.id, {
            id: newId() as ThreadId,
            place: draft.place,
            comment: { id: newId() as CommentId, ...comment },
          });
          threads.take(thread);
          threads.draft(null);
          threads.activate(thread.id);
        }}
      />
    </section>
  );
}
