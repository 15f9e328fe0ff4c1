"use client";

import { type RefObject, useCallback, useEffect, useRef } from "react";
import { BEHIND_TEXT } from "@/core/notice";

interface BehindText {
  /** Of what stands behind the text: the reader's own points and the answer. */
  readonly behind: RefObject<HTMLDivElement | null>;
  readonly goBehind: () => void;
}

/**
 * The way to what stands behind a text of many pages; taken by itself when the page's address asks for it.
 * @param isThere whether the text has come
 */
export function useBehindText(isThere: boolean): BehindText {
  const behind = useRef<HTMLDivElement>(null);
  const goBehind = useCallback(() => {
    behind.current?.scrollIntoView();
    behind.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    if (!isThere || window.location.hash !== `#${BEHIND_TEXT}`) return;
    // The pages are counted before it: until then there is none to come to rest on.
    const frame = requestAnimationFrame(goBehind);
    return () => cancelAnimationFrame(frame);
  }, [isThere, goBehind]);
  return { behind, goBehind };
}
