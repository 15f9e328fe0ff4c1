"use client";

import { ActionIcon, VisuallyHidden } from "@mantine/core";
import { IconChevronDown, IconDots, IconMessage } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { type DragEvent, type KeyboardEvent, memo, useRef, useState } from "react";
import { useMessages } from "@/components/messages/messages-provider";
import { laterPart } from "@/components/shell/later-part";
import { groupedNumber } from "@/core/text/grouped-number";
import { loadOutlineItemMenu } from "../shell/part-loaders";
import { carryPart } from "./dragged-part";
import type { DropSide } from "./drop-place";
import { entryFrom, entryOf, isStep } from "./entry-keys";
import type { MoveDirection } from "./move-part";
import classes from "./outline.module.css";
import type { Dragged } from "./outline-actions";

const OutlineItemMenu = dynamic(laterPart(loadOutlineItemMenu));

/** Characters, Chinese ones too, that two lines of an entry have room for; beyond them it may have to be cut. */
const SURELY_TWO_LINES = 20;

/** What can be done with a part, by its key; the same functions for all of them and for good. */
export interface PartActions {
  readonly fold: (key: string) => void;
  readonly jump: (key: string) => void;
  /** The key it has now, which is another past a part of the same name; null when it couldn't move. */
  readonly move: (key: string, direction: MoveDirection) => string | null;
  /** Null when it is let go. */
  readonly drag: (key: string | null) => void;
  /** Whether it could be let go there; null when it is over nothing. */
  readonly over: (dragged: Dragged | null) => boolean;
  readonly drop: (dragged: Dragged) => void;
}

/** Values that stay the same while text is typed elsewhere: then the entry isn't rendered again. */
interface OutlineItemProps {
  readonly partKey: string;
  readonly level: number;
  readonly number: string;
  readonly text: string;
  readonly characters: number;
  /** Open threads in it. */
  readonly comments: number;
  readonly isCurrent: boolean;
  /** The outline is one stop of the Tab key: whether it is this entry. */
  readonly isStop: boolean;
  readonly hasChildren: boolean;
  readonly isFolded: boolean;
  readonly movable: boolean;
  /** Key of the part being dragged, from anywhere in the outline. */
  readonly dragged: string | null;
  /** The side on which that part will land. */
  readonly landing: DropSide | undefined;
  readonly actions: PartActions;
}

export const OutlineItem = memo(function OutlineItem(props: OutlineItemProps) {
  const { partKey, comments, isCurrent, isStop, hasChildren, isFolded, movable, dragged, actions } = props;
  const { outlinePane: messages, comments: words } = useMessages().editor;
  const text = props.text || messages.untitled;
  const name = `${props.number}${text}`;
  const link = useRef<HTMLButtonElement>(null);
  const [asked, setAsked] = useState<"asked" | "here" | null>(null);

  const move = (direction: MoveDirection) => {
    const moved = actions.move(partKey, direction);
    if (moved === null) return;
    // The caret went along into the page; whoever moves with the keyboard goes on moving.
    requestAnimationFrame(() => link.current && entryOf(link.current, moved)?.focus());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (movable && event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      move(event.key === "ArrowUp" ? "up" : "down");
      return;
    }
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return; // the browser's own
    if (hasChildren && event.key === (isFolded ? "ArrowRight" : "ArrowLeft")) {
      event.preventDefault();
      actions.fold(partKey);
    } else if (link.current !== null && isStep(event.key)) {
      event.preventDefault();
      entryFrom(link.current, event.key)?.focus();
    }
  };
  const draggedHere = (event: DragEvent): Dragged | null => {
    if (dragged === null || dragged === partKey) return null;
    const { top, height } = event.currentTarget.getBoundingClientRect();
    return { moved: dragged, onto: partKey, side: event.clientY < top + height / 2 ? "before" : "after" };
  };
  const onDragOver = (event: DragEvent) => {
    // Where it isn't prevented the browser shows that nothing can be let go.
    if (actions.over(draggedHere(event))) event.preventDefault();
  };

  return (
    <li
      className={classes.item}
      data-level={props.level}
      data-over={props.landing}
      data-dragged={dragged === partKey || undefined}
      aria-current={isCurrent ? "location" : undefined}
      draggable={movable}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = "move";
        carryPart(event.dataTransfer, partKey);
        actions.drag(partKey);
      }}
      onDragEnd={() => actions.drag(null)}
      onDragOver={onDragOver}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget as Element | null)) actions.over(null); // the page has elements only
      }}
      onDrop={(event) => {
        event.preventDefault();
        const here = draggedHere(event);
        if (here !== null) actions.drop(here);
        actions.drag(null);
      }}
    >
      {hasChildren ? (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={22}
          className={classes.fold}
          tabIndex={-1}
          aria-expanded={!isFolded}
          aria-label={isFolded ? messages.unfold(name) : messages.fold(name)}
          onClick={() => actions.fold(partKey)}
          onKeyDown={onKeyDown}
        >
          <IconChevronDown size={14} aria-hidden />
        </ActionIcon>
      ) : (
        <span className={classes.fold} />
      )}
      <button
        type="button"
        ref={link}
        className={classes.link}
        data-outline-link={partKey}
        data-level={props.level}
        tabIndex={isStop ? 0 : -1}
        aria-keyshortcuts={movable ? "Alt+ArrowUp Alt+ArrowDown" : undefined}
        onClick={() => actions.jump(partKey)}
        onKeyDown={onKeyDown}
      >
        <span className={classes.text} data-long={name.length > SURELY_TWO_LINES || undefined}>
          {props.number !== "" && <span className={classes.number}>{props.number}</span>}
          {text}
        </span>
        {comments > 0 && (
          <span className={classes.comments} title={words.inPart(comments)}>
            <IconMessage size={12} aria-hidden />
            {comments}
            <VisuallyHidden>{words.inPart(comments)}</VisuallyHidden>
          </span>
        )}
        <span className={classes.count}>{groupedNumber(props.characters)}</span>
      </button>
      {movable && (
        <span className={classes.more} data-opened={asked !== null || undefined}>
          {asked !== null && (
            <OutlineItemMenu
              label={messages.actions(name)}
              onMove={move}
              onClose={() => setAsked(null)}
              onHere={() => setAsked("here")}
            />
          )}
          {asked !== "here" && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size={22}
              tabIndex={-1}
              aria-label={messages.actions(name)}
              aria-haspopup="menu"
              onClick={() => setAsked("asked")}
            >
              <IconDots size={14} aria-hidden />
            </ActionIcon>
          )}
        </span>
      )}
    </li>
  );
});
