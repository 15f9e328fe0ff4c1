"use client";

import { type RefObject, useCallback, useEffect, useState } from "react";

/** Goes from change to change of a comparison, round the end. */
export function useChanges(page: RefObject<HTMLElement | null>, revision: object) {
  const [total, setTotal] = useState(0);
  const [current, setCurrent] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: it says when the page shows another comparison.
  useEffect(() => {
    for (const mark of page.current?.querySelectorAll("[data-current]") ?? [])
      mark.removeAttribute("data-current");
    setTotal(stopsIn(page.current).length);
    setCurrent(0);
  }, [page, revision]);

  const go = useCallback(
    (step: 1 | -1) => {
      const stops = stopsIn(page.current);
      if (stops.length === 0) return;
      const from = current === 0 && step === -1 ? 1 : current;
      const next = ((from - 1 + step + stops.length) % stops.length) + 1;
      for (const stop of stops) stop.removeAttribute("data-current");
      stops[next - 1]?.setAttribute("data-current", "");
      stops[next - 1]?.scrollIntoView({ block: "center" });
      setCurrent(next);
    },
    [page, current],
  );
  return { total, current, go };
}

/** The outermost mark of each change that is pointed out; of two sides, on one. */
function stopsIn(page: HTMLElement | null): Element[] {
  const marks = page?.querySelectorAll("[data-change]") ?? [];
  return [...marks].filter(
    (mark) =>
      mark.parentElement?.closest("[data-change]") == null &&
      !mark.hasAttribute("data-other") &&
      !mark.matches(AGAIN_BESIDE),
  );
}

/** A block that moved, or became another, stands on the other side too. */
const AGAIN_BESIDE = "[data-side=before] :is([data-change=moved], [data-change=edited])";
