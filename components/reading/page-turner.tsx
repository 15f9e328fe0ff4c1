"use client";

import { ActionIcon } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useMessages } from "@/components/messages/messages-provider";
import classes from "./reading-page.module.css";
import type { Pages } from "./use-pages";

/** Which page is read, and the way to the next. */
export function PageTurner({ page, pages, turn }: Pages) {
  const { reading: words } = useMessages();
  return (
    <nav className={classes.turner} aria-label={words.layouts.pages}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={48}
        aria-label={words.previousPage}
        disabled={page <= 1}
        onClick={() => turn(-1)}
      >
        <IconChevronLeft size={26} aria-hidden />
      </ActionIcon>
      <span aria-live="polite">{words.pageOf(page, pages)}</span>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={48}
        aria-label={words.nextPage}
        disabled={page >= pages}
        onClick={() => turn(1)}
      >
        <IconChevronRight size={26} aria-hidden />
      </ActionIcon>
    </nav>
  );
}

/** Where a swipe comes to rest: the beginning of each page. Columns themselves hold no swipe in most browsers. */
export function PageStops({ pages }: Pick<Pages, "pages">) {
  return Array.from({ length: pages }, (_, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the page is its place.
    <span key={at} className={classes.stop} style={{ left: `${at * 100}%` }} aria-hidden />
  ));
}
