"use client";

import { type RefObject, useMemo } from "react";
import { useLocale, useMessages } from "@/components/messages/messages-provider";
import { COMMENT_MARK, SHOWN_THREAD_ATTRIBUTE } from "@/core/document/comment-mark";
import type { DocumentNode } from "@/core/document/schema";
import type { Thread } from "@/core/review/thread";
import type { Version } from "@/core/version";
import classes from "./version-comments.module.css";
import { momentOf } from "./version-time";

interface VersionCommentsProps {
  readonly version: Version;
  readonly threads: readonly Thread[];
  readonly active: string | null;
  readonly onActivate: (thread: string) => void;
  /** Where the text is. */
  readonly page: RefObject<HTMLElement | null>;
}

/** What was remarked on a version when it was kept, in the order of its text. */
export function VersionComments({ version, threads, active, onActivate, page }: VersionCommentsProps) {
  const words = useMessages().versions;
  const places = useMemo(() => placesIn(version.document), [version.document]);
  const order = ({ id }: Thread) => places.get(id) ?? Number.POSITIVE_INFINITY;
  const sorted = [...threads].sort(
    (one, other) => order(one) - order(other) || one.createdAt - other.createdAt,
  );
  return (
    <section className={classes.comments} aria-label={words.comments}>
      {threads.length === 0 && <p className={classes.none}>{words.noComments}</p>}
      {sorted.map((thread) => (
        <ThreadOfVersion
          key={thread.id}
          thread={thread}
          version={version}
          active={thread.id === active}
          isPlaced={places.has(thread.id)}
          onActivate={() => {
            onActivate(thread.id);
            page.current
              ?.querySelector(`[${SHOWN_THREAD_ATTRIBUTE}="${thread.id}"]`)
              ?.scrollIntoView({ block: "center" });
          }}
        />
      ))}
    </section>
  );
}

interface ThreadOfVersionProps {
  readonly thread: Thread;
  readonly version: Version;
  readonly active: boolean;
  readonly isPlaced: boolean;
  readonly onActivate: () => void;
}

function ThreadOfVersion({ thread, version, active, isPlaced, onActivate }: ThreadOfVersionProps) {
  const { versions: words, editor } = useMessages();
  const locale = useLocale();
  const quote = thread.quote ?? editor.comments.wholeSpeech;
  return (
    <article className={classes.thread} data-active={active || undefined}>
      <button type="button" className={classes.quote} disabled={!isPlaced} onClick={onActivate}>
        {quote}
      </button>
      {thread.quote !== null && !isPlaced && <p className={classes.fact}>{words.placeGone}</p>}
      {thread.comments.map(({ id, author, body, deleted, createdAt, editedAt }) => (
        <div key={id}>
          <p className={classes.fact}>
            <strong>{author.name}</strong> {momentOf(createdAt, locale)}
            {editedAt !== null && editedAt > version.createdAt && !deleted && ` ${words.editedSince}`}
          </p>
          <p className={classes.body}>{deleted ? words.deletedSince : body}</p>
        </div>
      ))}
      {thread.resolved !== null && (
        <p className={classes.fact}>{editor.comments.resolvedBy(thread.resolved.by.name)}</p>
      )}
    </article>
  );
}

/** Where each thread begins, as a rising number. */
function placesIn(document: DocumentNode): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const visit = (node: DocumentNode) => {
    for (const { type, attrs } of node.marks ?? []) {
      const thread = String(attrs?.thread);
      if (type === COMMENT_MARK && !places.has(thread)) places.set(thread, places.size);
    }
    node.content?.forEach(visit);
  };
  visit(document);
  return places;
}
