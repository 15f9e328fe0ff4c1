"use client";

import type { Editor } from "@tiptap/core";
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { ShownText } from "../shell/shown-text";
import { keptInSight, layoutCards } from "./card-layout";
import classes from "./comments.module.css";
import { COMMENTED, threadOf } from "./thread-elements";

/** A card and where it belongs. */
export interface MarginCard {
  readonly id: string;
  /** The position in the text that it stands beside, and the thread on it; null for the beginning. */
  readonly beside: { readonly pos: number; readonly thread?: string } | null;
  readonly content: ReactNode;
}

interface MarginProps {
  readonly editor: Editor;
  readonly shown: ShownText;
  /** What scrolls the text. */
  readonly desk: RefObject<HTMLElement | null>;
  readonly cards: readonly MarginCard[];
  readonly active: string | null;
  /** A new value when text or threads moved. */
  readonly revision: unknown;
}

const GAP = 10;

/** Cards beside their text, scrolling with it; none covers another. */
export function Margin({ editor, shown, desk, cards, active, revision }: MarginProps) {
  const frame = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [tops, setTops] = useState<ReadonlyMap<string, number>>(new Map());
  const latest = useRef({ cards, active });
  latest.current = { cards, active };

  const [place] = useState(() => () => {
    const [area, holder] = [desk.current, list.current];
    if (area === null || holder === null || editor.isDestroyed) return;
    const offset = area.scrollTop - (frame.current?.getBoundingClientRect().top ?? 0);
    const inSight = { from: area.scrollTop, to: area.scrollTop + (frame.current?.clientHeight ?? 0) };
    const texts = topsOfThreads(shown.element);
    const wishes = latest.current.cards.map(({ id, beside }) => {
      const element = holder.querySelector<HTMLElement>(`[data-card="${id}"]`);
      const top = beside === null ? null : (texts.get(beside.thread ?? "") ?? shown.topAt(beside.pos));
      const wish = { id, top: top === null ? 0 : top + offset, height: element?.offsetHeight ?? 0 };
      return id === latest.current.active ? keptInSight(wish, inSight, GAP) : wish;
    });
    setTops(layoutCards(wishes, latest.current.active, GAP));
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: they are what makes cards move.
  useLayoutEffect(place, [place, cards, active, revision]);

  useEffect(() => {
    const [area, holder] = [desk.current, list.current];
    if (area === null || holder === null) return;
    const follow = () => {
      holder.style.transform = `translateY(${-area.scrollTop}px)`;
    };
    follow();
    const observer = new ResizeObserver(() => requestAnimationFrame(place));
    const watchText = () => {
      observer.observe(shown.element);
      requestAnimationFrame(place);
    };
    watchText();
    const unwatchText = shown.onChange(watchText);
    for (const card of holder.children) observer.observe(card);
    const watch = new MutationObserver(() => {
      for (const card of holder.children) observer.observe(card);
    });
    watch.observe(holder, { childList: true });
    area.addEventListener("scroll", follow, { passive: true });
    return () => {
      observer.disconnect();
      watch.disconnect();
      unwatchText();
      area.removeEventListener("scroll", follow);
    };
  }, [desk, shown, place]);

  return (
    // The wheel over the cards scrolls the text that they belong to.
    <div
      className={classes.margin}
      ref={frame}
      onWheel={(event) => {
        if (!scrollsItself(event.target)) desk.current?.scrollBy({ top: event.deltaY });
      }}
    >
      <div ref={list}>
        {cards.map(({ id, content }) => (
          <div
            key={id}
            data-card={id}
            className={classes.placed}
            style={{ transform: `translateY(${tops.get(id) ?? 0}px)`, opacity: tops.has(id) ? 1 : 0 }}
          >
            {content}
          </div>
        ))}
      </div>
    </div>
  );
}

/** The active card, where it is taller than what one sees of the margin. */
function scrollsItself(target: EventTarget): boolean {
  const card = target instanceof Element ? target.closest("[data-active]") : null;
  return card !== null && card.scrollHeight > card.clientHeight;
}

/** One pass over the marks; the first of a thread counts. */
function topsOfThreads(text: HTMLElement): ReadonlyMap<string, number> {
  const tops = new Map<string, number>();
  for (const element of text.querySelectorAll(COMMENTED)) {
    const id = threadOf(element);
    if (!tops.has(id)) tops.set(id, element.getBoundingClientRect().top);
  }
  return tops;
}
