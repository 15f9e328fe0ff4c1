"use client";

import { useEffect, useRef } from "react";

/** What pages came with that were drawn already. */
const drawn = new WeakSet<object>();

/** Whether a page with this was drawn before: then it is gone back to. Ask once each time it is mounted, in an effect. */
export function isReturn(initial: object): boolean {
  if (drawn.has(initial)) return true;
  drawn.add(initial);
  return false;
}

/**
 * Going back shows a page with what it came with the first time, however old that is and whatever was done on it since:
 * then it is asked for anew. Where that fails the page stays as it is.
 */
export function useFreshReturn<Value>(
  initial: object,
  load: () => Promise<Value>,
  take: (fresh: Value) => void,
): void {
  const latest = useRef({ load, take });
  latest.current = { load, take };
  useEffect(() => {
    if (!isReturn(initial)) return;
    let isLeft = false;
    latest.current.load().then(
      (fresh) => isLeft || latest.current.take(fresh),
      () => undefined,
    );
    return () => {
      isLeft = true;
    };
  }, [initial]);
}
