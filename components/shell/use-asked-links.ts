"use client";

import { useEffect } from "react";
import { mayLeave } from "./use-leaving-question";

/**
 * For a page whose own fields hold something that would be lost: its links are asked about as well. The router
 * follows them without leaving the page as the browser sees it.
 */
export function useAskedLinks(asks: boolean): void {
  useEffect(() => {
    if (!asks) return;
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      if (link === null || opensElsewhere(event, link) || mayLeave()) return;
      event.preventDefault();
      event.stopPropagation();
    };
    // Before the router hears of it.
    document.addEventListener("click", onClick, { capture: true });
    return () => document.removeEventListener("click", onClick, { capture: true });
  }, [asks]);
}

const opensElsewhere = (event: MouseEvent, link: Element): boolean =>
  event.ctrlKey || event.metaKey || event.shiftKey || link.getAttribute("target") === "_blank";
