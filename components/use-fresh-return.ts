"use client";

import { useEffect, useRef } from "react";

/** What pages came with that were drawn already. */
const drawn = new WeakSet<object>();

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
    if (!drawn.has(initial)) {
      drawn.add(initial);
      return;
    }
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
