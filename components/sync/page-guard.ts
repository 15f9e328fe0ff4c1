/** What the page's end means for unsynced text: the browser asks first, and the copy's record is written. */

import { isLeaveAgreed } from "../shell/agreed-leave";

export interface PageGuard {
  /** Whether closing the page now needs the browser's question. */
  asks(): boolean;
  /** The page is being hidden or left: write now what would be written later. */
  keep(): void;
}

/** Listens to the page; returns the way to stop. */
export function guardPage({ asks, keep }: PageGuard): () => void {
  const askFirst = (event: BeforeUnloadEvent) => {
    if (asks() && !isLeaveAgreed()) event.preventDefault();
  };
  window.addEventListener("beforeunload", askFirst);
  window.addEventListener("pagehide", keep);
  document.addEventListener("visibilitychange", keep);
  return () => {
    window.removeEventListener("beforeunload", askFirst);
    window.removeEventListener("pagehide", keep);
    document.removeEventListener("visibilitychange", keep);
  };
}
