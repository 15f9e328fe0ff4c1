"use client";

import { useState } from "react";
import * as api from "@/components/api/threads";
import { useLocale, useMessages } from "@/components/messages/messages-provider";
import { PersonAvatar } from "@/components/person/person-avatar";
import { serverNow } from "@/components/server-clock";
import { type Comment, REACTION_EMOJI, REACTIONS, type Reaction } from "@/core/review/thread";
import type { Member } from "@/core/speech";
import { useWorkspace } from "../shell/workspace-context";
import { CommentForm } from "./comment-form";
import { commentTime } from "./comment-time";
import classes from "./comments.module.css";
import { splitMentions } from "./mention";

interface CommentViewProps {
  readonly comment: Comment;
  readonly members: readonly Member[];
  /** The reader may comment here and now. */
  readonly mayComment: boolean;
  /** Its thread is the active one: what can be done is shown. */
  readonly active: boolean;
}

/** One comment with its reactions, and for its author the ways to change it. */
export function CommentView({ comment, members, mayComment, active }: CommentViewProps) {
  const { editor, general, imports } = useMessages();
  const words = editor.comments;
  const locale = useLocale();
  const { settings, person, threads } = useWorkspace();
  const { id, author, body, deleted, createdAt, editedAt, reactions } = comment;
  const speechId = settings.speech.id;
  const own = mayComment && author.id === person.id && !deleted;
  const unsent = { texts: threads.unsent, name: `edit-${id}` };
  /** Null where a change that was begun is there again. */
  const [asked, setAsked] = useState<boolean | null>(null);
  const editing = own && (asked ?? unsent.texts.get(unsent.name) !== undefined);

  const react = (reaction: Reaction) => {
    const on = !hasReacted(comment, reaction, person.id);
    void api.react(speechId, id, { reaction, on }).then((thread) => threads.take(thread), threads.failed);
  };
  const remove = () => {
    if (!window.confirm(words.confirmDelete)) return;
    const thread = threads.get().threads.find(({ comments }) => comments.includes(comment));
    api.deleteComment(speechId, id).then((left) => {
      if (left !== null) threads.take(left);
      else if (thread !== undefined) threads.drop(thread.id);
    }, threads.failed);
  };

  return (
    <article className={classes.comment} aria-label={words.by(author.name)}>
      <div className={classes.who}>
        <PersonAvatar id={author.id} name={author.name} size={22} />
        <span className={classes.name}>{author.name || imports.nameless}</span>
        {author.outside && <span className={classes.time}>{imports.outsideTag}</span>}
        <time className={classes.time} dateTime={new Date(createdAt).toISOString()}>
          {commentTime(createdAt, serverNow(), locale)}
        </time>
        {editedAt !== null && !deleted && <span className={classes.time}>{words.edited}</span>}
        {comment.importedBy !== undefined && (
          <span className={classes.time}>{imports.importedBy(comment.importedBy.name)}</span>
        )}
      </div>
      {editing ? (
        <CommentForm
          label={words.edit}
          send={words.save}
          text={body}
          meant={comment.mentions}
          unsent={unsent}
          autoFocus={asked === true}
          members={members}
          onCancel={() => {
            unsent.texts.set(unsent.name, "");
            setAsked(false);
          }}
          onSend={async (change) => {
            threads.take(await api.changeComment(speechId, id, change));
            setAsked(false);
          }}
          onMissed={threads.failed}
        />
      ) : (
        <p className={deleted ? `${classes.body} ${classes.deleted}` : classes.body}>
          {deleted ? words.deleted : <Body text={body} members={members} />}
        </p>
      )}
      {!deleted && (active || reactions.length > 0) && (
        <div className={classes.reactions}>
          {REACTIONS.map((reaction) => {
            const people = reactions.find((each) => each.reaction === reaction)?.people ?? [];
            if (people.length === 0 && !(active && mayComment)) return null;
            return (
              <button
                key={reaction}
                type="button"
                className={classes.reaction}
                aria-pressed={hasReacted(comment, reaction, person.id)}
                aria-label={words.reaction(words.reactions[reaction], people.length)}
                title={people.map(({ name }) => name).join(general.between) || words.reactions[reaction]}
                disabled={!mayComment}
                onClick={() => react(reaction)}
              >
                {REACTION_EMOJI[reaction]} {people.length > 0 && people.length}
              </button>
            );
          })}
        </div>
      )}
      {own && active && !editing && (
        <div className={classes.actions}>
          <button type="button" className={classes.action} onClick={() => setAsked(true)}>
            {words.edit}
          </button>
          <button type="button" className={classes.action} onClick={remove}>
            {words.delete}
          </button>
        </div>
      )}
    </article>
  );
}

const hasReacted = ({ reactions }: Comment, reaction: Reaction, me: string) =>
  reactions.some((each) => each.reaction === reaction && each.people.some(({ id }) => id === me));

function Body({ text, members }: { text: string; members: readonly Member[] }) {
  let offset = 0;
  return splitMentions(text, members).map((piece) => {
    const key = offset;
    offset += piece.text.length;
    if (piece.name === null) return piece.text;
    return (
      <span key={key} className={classes.mention}>
        {piece.text}
      </span>
    );
  });
}
