"use client";

import { ActionIcon, VisuallyHidden } from "@mantine/core";
import { IconChevronRight, IconDots, IconMessage } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { type DragEvent, type KeyboardEvent, useRef, useState } from "react";
import { useLocale, useMessages } from "@/components/messages/messages-provider";
import type { MoveDirection } from "./move-part";
import classes from "./outline.module.css";
import type { OutlinePart } from "./read-outline";

const OutlineItemMenu = dynamic(() => import("./outline-item-menu").then((module) => module.OutlineItemMenu));

interface OutlineItemProps {
  readonly part: OutlinePart;
  /** Number and text together. */
  readonly name: string;
  /** Open threads in it. */
  readonly comments: number;
  readonly isCurrent: boolean;
  readonly hasChildren: boolean;
  readonly isFolded: boolean;
  readonly movable: boolean;
  /** Key of the part being dragged, from anywhere in the outline. */
  readonly dragged: string | null;
  readonly onFold: () => void;
  readonly onJump: () => void;
  /** Whether it moved. */
  readonly onMove: (direction: MoveDirection) => boolean;
  readonly onDrag: (key: string | null) => void;
  readonly onDrop: (key: string, side: "before" | "after") => void;
}

export function OutlineItem(props: OutlineItemProps) {
  const { part, name, comments, isCurrent, hasChildren, isFolded, movable, dragged } = props;
  const { outlinePane: messages, comments: words } = useMessages().editor;
  const locale = useLocale();
  const link = useRef<HTMLButtonElement>(null);
  const [asked, setAsked] = useState(false);
  const [over, setOver] = useState<"before" | "after" | null>(null);

  const move = (direction: MoveDirection) => {
    // The caret went along into the page; whoever moves with the keyboard goes on moving.
    if (props.onMove(direction)) requestAnimationFrame(() => link.current?.focus());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (movable && event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      move(event.key === "ArrowUp" ? "up" : "down");
    } else if (hasChildren && (event.key === "ArrowLeft" || event.key === "ArrowRight")) {
      if (isFolded === (event.key === "ArrowRight")) props.onFold();
    } else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      event.preventDefault();
      neighbour(link.current, event.key === "ArrowUp" ? -1 : 1)?.focus();
    }
  };
  const onDragOver = (event: DragEvent) => {
    if (dragged === null || dragged === part.key) return;
    event.preventDefault();
    const { top, height } = event.currentTarget.getBoundingClientRect();
    setOver(event.clientY < top + height / 2 ? "before" : "after");
  };

  return (
    <li
      className={classes.item}
      data-level={part.level}
      data-over={over ?? undefined}
      data-dragged={dragged === part.key || undefined}
      aria-current={isCurrent ? "location" : undefined}
      draggable={movable}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", name);
        props.onDrag(part.key);
      }}
      onDragEnd={() => props.onDrag(null)}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(null)}
      onDrop={(event) => {
        event.preventDefault();
        if (dragged !== null && over !== null) props.onDrop(dragged, over);
        setOver(null);
        props.onDrag(null);
      }}
    >
      {hasChildren ? (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={22}
          className={classes.fold}
          aria-expanded={!isFolded}
          aria-label={isFolded ? messages.unfold(name) : messages.fold(name)}
          onClick={props.onFold}
        >
          <IconChevronRight size={14} aria-hidden />
        </ActionIcon>
      ) : (
        <span className={classes.fold} />
      )}
      <button
        type="button"
        ref={link}
        className={classes.link}
        data-outline-link
        onClick={props.onJump}
        onKeyDown={onKeyDown}
      >
        <span className={classes.text}>
          {part.number !== "" && <span className={classes.number}>{part.number}</span>}
          {part.text || messages.untitled}
        </span>
        {comments > 0 && (
          <span className={classes.comments} title={words.inPart(comments)}>
            <IconMessage size={12} aria-hidden />
            {comments}
            <VisuallyHidden>{words.inPart(comments)}</VisuallyHidden>
          </span>
        )}
        <span className={classes.count}>{part.characters.toLocaleString(locale)}</span>
      </button>
      {movable && (
        <span className={classes.more} data-opened={asked || undefined}>
          {asked ? (
            <OutlineItemMenu label={messages.actions(name)} onMove={move} onClose={() => setAsked(false)} />
          ) : (
            <ActionIcon
              variant="subtle"
              color="gray"
              size={22}
              aria-label={messages.actions(name)}
              aria-haspopup="menu"
              onClick={() => setAsked(true)}
            >
              <IconDots size={14} aria-hidden />
            </ActionIcon>
          )}
        </span>
      )}
    </li>
  );
}

/** The outline's entry above or below in what is shown. */
function neighbour(link: HTMLElement | null, step: -1 | 1): HTMLElement | null {
  const links = [...(link?.closest("ol")?.querySelectorAll<HTMLElement>("[data-outline-link]") ?? [])];
  return links[link === null ? -1 : links.indexOf(link) + step] ?? null;
}
