"use client";

import { Button } from "@mantine/core";
import { useEffect, useMemo, useRef, useState } from "react";
import { useMessages } from "@/components/messages/messages-provider";
import { can, roleOnText } from "@/core/access";
import { AppError } from "@/core/errors";
import type { Thread } from "@/core/review/thread";
import { useOutline } from "../outline/use-outline";
import { bringIntoSight } from "../shell/sight";
import { useConnectionFact } from "../shell/use-connection-fact";
import { useIsWide } from "../shell/use-is-wide";
import { useWorkspace } from "../shell/workspace-context";
import classes from "./comments.module.css";
import { DraftCard } from "./draft-card";
import { FilterSelect } from "./filter-select";
import { Margin, type MarginCard } from "./margin";
import { ThreadCard } from "./thread-card";
import type { ThreadDraft } from "./thread-drafts";
import { filterThreads, standingFilter, type ThreadFilter } from "./thread-filter";
import { useSpeechMembers } from "./use-speech-members";
import { useThreadPlaces } from "./use-thread-places";
import { useThreads } from "./use-threads";

/** All threads: beside their text on wide screens, as a list on others. */
export default function CommentsPanel() {
  const messages = useMessages();
  const words = messages.editor.comments;
  const { connection, editor, shown: text, desk, settings, person, outline, threads: store } = useWorkspace();
  const { threads, loaded, active, sought, drafts, replying, notice } = useThreads(store);
  const places = useThreadPlaces(editor, threads);
  const { outline: now } = useOutline(outline);
  const members = useSpeechMembers(settings.speech.id, settings.speech);
  const [chosen, setChosen] = useState<ThreadFilter>({ kind: "open" });
  const isWide = useIsWide();
  const role = useConnectionFact(connection, (state) => roleOnText(state.role, settings.speech));
  const mayComment = can(role, "comment");
  const panel = useRef<HTMLDivElement>(null);
  const isLevel = useConnectionFact(connection, ({ save }) => save.kind === "saved");

  const filter = useMemo(() => standingFilter(chosen, { threads, parts: now.parts }), [chosen, threads, now]);
  const shown = useMemo(() => {
    const facts = { me: person.id, places, parts: now.parts, end: editor.state.doc.content.size, active };
    return filterThreads(threads, filter, facts);
  }, [threads, filter, places, now, person.id, editor, active]);
  const choose = (next: ThreadFilter) => {
    store.activate(null);
    setChosen(next);
  };
  const isOrphan = ({ id, quote }: Thread) => quote !== null && !places.has(id);
  const orphans = shown.filter(isOrphan);
  const placed = shown.filter((thread) => !isOrphan(thread));

  const goTo = (thread: Thread) => {
    store.activate(thread.id);
    const span = places.get(thread.id);
    if (span === undefined || desk.current === null) return;
    bringIntoSight(desk.current, text.topAt(span.from));
  };
  useEffect(() => {
    if (!sought || loaded !== true || desk.current === null) return;
    const thread = threads.find(({ id }) => id === active);
    if (thread === undefined) store.tell(words.linkGone);
    // Its text may be on its way. Once all is here it has none, and is in the tray: the page won't jump when it gets one.
    else if (isOrphan(thread) && !isLevel) return;
    else goTo(thread);
    store.found();
  });
  const isActiveListed = !isWide && shown.some(({ id }) => id === active);
  const isActivePlaced = active !== null && places.has(active);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another one in use is another card, and its text may come after it.
  useEffect(() => {
    if (!isActiveListed) return;
    panel.current?.querySelector(`[data-thread-card="${active}"]`)?.scrollIntoView({ block: "nearest" });
    // Words that were tapped may be behind the panel now.
    const span = active === null ? undefined : places.get(active);
    if (span !== undefined && desk.current !== null) bringIntoSight(desk.current, text.topAt(span.from));
  }, [isActiveListed, isActivePlaced, active]);
  const card = (thread: Thread) => (
    <ThreadCard
      key={thread.id}
      thread={thread}
      members={members}
      active={thread.id === active}
      replying={replying.includes(thread.id)}
      span={places.get(thread.id)}
      onActivate={() => goTo(thread)}
    />
  );
  const draftCard = (draft: ThreadDraft) => <DraftCard key={draft.id} draft={draft} members={members} />;
  const cards: MarginCard[] = placed.map((thread) => {
    const span = places.get(thread.id);
    const beside = span === undefined ? null : { pos: span.from, thread: thread.id };
    return { id: thread.id, beside, content: card(thread) };
  });
  for (const draft of drafts) {
    const beside = draft.place === null ? null : { pos: draft.pos };
    cards.push({ id: draft.id, beside, content: draftCard(draft) });
  }
  const inOrder = [...placed].sort(
    (one, other) => (places.get(one.id)?.from ?? -1) - (places.get(other.id)?.from ?? -1),
  );

  return (
    <div className={classes.panel} ref={panel}>
      <div className={classes.head}>
        <FilterSelect filter={filter} onFilter={choose} threads={threads} parts={now.parts} />
        {mayComment && (
          <Button
            size="compact-sm"
            variant="default"
            h={30}
            onClick={() => {
              store.beginDraft({ place: null, pos: 0 });
              // It stands beside the beginning, which may be far above.
              desk.current?.scrollTo({ top: 0 });
            }}
          >
            {words.onWhole}
          </Button>
        )}
      </div>
      {notice !== null && (
        <p className={classes.failure} style={{ margin: "8px 14px" }} role="alert">
          {notice instanceof AppError ? messages.errors[notice.code] : notice}
        </p>
      )}
      {loaded === false && (
        <p className={classes.empty} role="alert">
          {words.notLoaded}{" "}
          <button type="button" className={classes.action} onClick={() => void store.refresh()}>
            {words.retry}
          </button>
        </p>
      )}
      {orphans.length > 0 && (
        <details className={classes.orphans} open={orphans.some(({ id }) => id === active) || undefined}>
          <summary>{words.orphans(orphans.length)}</summary>
          <p className={classes.hint}>{words.orphansHint}</p>
          <div className={classes.list}>{orphans.map(card)}</div>
        </details>
      )}
      {loaded === true && shown.length === 0 && drafts.length === 0 && (
        <p className={classes.empty}>
          {filter.kind !== "open"
            ? words.noneFound
            : threads.length > 0
              ? words.noneOpen
              : words.none(mayComment)}
        </p>
      )}
      {isWide ? (
        <Margin
          editor={editor}
          shown={text}
          desk={desk}
          cards={cards}
          active={drafts.at(-1)?.id ?? active}
          revision={places}
        />
      ) : (
        <div className={classes.list}>
          {drafts.map(draftCard)}
          {inOrder.map(card)}
        </div>
      )}
    </div>
  );
}
