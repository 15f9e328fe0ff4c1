"use client";

import { useEffect, useRef } from "react";

interface Asking {
  readonly ask: () => string;
  /** Where the page stood, to stay there. */
  readonly state: unknown;
  readonly address: string;
}

/** The latest is asked. */
const asking: Asking[] = [];

/**
 * Asks before the page is left, closed, reloaded or gone back from, while something in it would be lost. The browser
 * asks in its own words, but of going back within the program it knows nothing; there `question` is asked.
 */
export function useLeavingQuestion(asks: boolean, question: string): void {
  const asked = useRef(question);
  asked.current = question;
  useEffect(() => {
    if (!asks) return;
    const here = { ask: () => asked.current, state: history.state as unknown, address: location.href };
    asking.push(here);
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", stay);
    return () => {
      asking.splice(asking.indexOf(here), 1);
      window.removeEventListener("beforeunload", stay);
    };
  }, [asks]);
}

/** Whether a page in this tab would be lost by leaving it. */
export const isAskedAbout = (): boolean => asking.length > 0;

/** Asks, where something would be lost, before what takes it away without leaving the page. */
export function mayLeave(): boolean {
  const here = asking.at(-1);
  return here === undefined || window.confirm(here.ask());
}

/**
 * For what every page stands in. The router listens to the same event, and Chromium calls whoever listened first, so
 * this has to be before it: effects of what stands inside it run first.
 */
export function useGuardedBack(): void {
  useEffect(() => {
    const onPopState = (event: PopStateEvent) => {
      const here = asking.at(-1);
      if (here === undefined || mayLeave()) return;
      event.stopImmediatePropagation();
      // The address is the other page's by now.
      history.pushState(here.state, "", here.address);
    };
    window.addEventListener("popstate", onPopState, { capture: true });
    return () => window.removeEventListener("popstate", onPopState, { capture: true });
  }, []);
}
