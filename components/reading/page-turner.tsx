"use client";

import { ActionIcon } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { type RefObject, useEffect, useState } from "react";
import { useMessages } from "@/components/messages/messages-provider";
import classes from "./reading-page.module.css";

interface PageTurnerProps {
  /** What scrolls sideways, a page at a time. */
  readonly desk: RefObject<HTMLElement | null>;
  /** What makes other pages of the text. */
  readonly watch: readonly unknown[];
}

/** Which page is read, and the way to the next. */
export function PageTurner({ desk, watch }: PageTurnerProps) {
  const { reading: words } = useMessages();
  const [place, setPlace] = useState({ page: 1, pages: 1 });
  useEffect(() => {
    const area = desk.current;
    if (area === null) return;
    const measure = () => {
      const width = area.clientWidth || 1;
      const pages = Math.max(1, Math.round(area.scrollWidth / width));
      setPlace({ page: Math.min(pages, Math.round(area.scrollLeft / width) + 1), pages });
    };
    measure();
    const size = new ResizeObserver(measure);
    size.observe(area);
    area.addEventListener("scroll", measure, { passive: true });
    return () => {
      size.disconnect();
      area.removeEventListener("scroll", measure);
    };
  }, [desk, ...watch]);
  const turn = (by: 1 | -1) => {
    const area = desk.current;
    if (area === null) return;
    const page = Math.round(area.scrollLeft / area.clientWidth) + by;
    area.scrollTo({ left: page * area.clientWidth });
  };
  return (
    <nav className={classes.turner} aria-label={words.layouts.pages}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={48}
        aria-label={words.previousPage}
        disabled={place.page <= 1}
        onClick={() => turn(-1)}
      >
        <IconChevronLeft size={26} aria-hidden />
      </ActionIcon>
      <span aria-live="polite">{words.pageOf(place.page, place.pages)}</span>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={48}
        aria-label={words.nextPage}
        disabled={place.page >= place.pages}
        onClick={() => turn(1)}
      >
        <IconChevronRight size={26} aria-hidden />
      </ActionIcon>
    </nav>
  );
}
