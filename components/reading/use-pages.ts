"use client";

import { type RefObject, useCallback, useLayoutEffect, useState } from "react";

export interface Pages {
  /** From 1; which one is read. */
  readonly page: number;
  /** How many there are; 1 where the text is read in one. */
  readonly pages: number;
  readonly turn: (by: 1 | -1) => void;
}

/**
 * The pages that the first child of `desk` makes beside one another, each as wide as the desk.
 * @param watch what makes other pages of the text
 */
export function usePages(desk: RefObject<HTMLElement | null>, watch: readonly unknown[]): Pages {
  const [place, setPlace] = useState({ page: 1, pages: 1 });
  useLayoutEffect(() => {
    const area = desk.current;
    if (area === null) return;
    const measure = () => {
      const width = area.clientWidth || 1;
      // The child's, not the desk's own: the desk holds a stop for each page that there was before.
      const content = area.firstElementChild?.scrollWidth ?? 0;
      const pages = Math.max(1, Math.round(content / width));
      const page = Math.min(pages, Math.round(area.scrollLeft / width) + 1);
      setPlace((last) => (last.page === page && last.pages === pages ? last : { page, pages }));
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
  const turn = useCallback(
    (by: 1 | -1) => {
      const area = desk.current;
      if (area === null) return;
      const page = Math.round(area.scrollLeft / area.clientWidth) + by;
      area.scrollTo({ left: page * area.clientWidth });
    },
    [desk],
  );
  return { ...place, turn };
}
