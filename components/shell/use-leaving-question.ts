"use client";

import { useEffect, useRef } from "react";
import { isLeaveAgreed } from "./agreed-leave";

interface Asking {
  readonly asks: () => boolean;
  readonly ask: () => string;
  /** About the text of a speech, of which the browser has a copy: signing out asks about those by itself. */
  readonly isCopied: boolean;
  /** Where the page stood, to stay there. */
  readonly state: unknown;
  readonly address: string;
}

const asking: Asking[] = [];

/** The latest of those that ask now. */
const askingNow = (withCopied = true) =>
  asking.findLast(({ asks, isCopied }) => (withCopied || !isCopied) && asks());

function register({ asks, ask, isCopied }: Pick<Asking, "asks" | "ask" | "isCopied">): () => void {
  const here = { asks, ask, isCopied, state: history.state as unknown, address: location.href };
  asking.push(here);
  return () => void asking.splice(asking.indexOf(here), 1);
}

/**
 * Asks before the page is left, closed, reloaded or gone back from, while something in it would be lost. The browser
 * asks in its own words, but of going back within the program it knows nothing; there `question` is asked.
 */
export function useLeavingQuestion(asks: boolean, question: string): void {
  const asked = useRef(question);
  asked.current = question;
  useEffect(() => {
    if (!asks) return;
    const unregister = register({ asks: () => true, ask: () => asked.current, isCopied: false });
    const stay = (event: BeforeUnloadEvent) => {
      if (!isLeaveAgreed()) event.preventDefault();
    };
    window.addEventListener("beforeunload", stay);
    return () => {
      unregister();
      window.removeEventListener("beforeunload", stay);
    };
  }, [asks]);
}

/**
 * For the text of a speech: the same but for closing and reloading, where whether to ask changes with every key. It is
 * looked up when the page is left, and nothing is drawn for it. `asks` must stay the same function.
 */
export function useLiveLeavingQuestion(asks: () => boolean, question: string): void {
  const asked = useRef(question);
  asked.current = question;
  useEffect(() => register({ asks, ask: () => asked.current, isCopied: true }), [asks]);
}

/** Whether a page in this tab would be lost by leaving it. */
export const isAskedAbout = (): boolean => askingNow() !== undefined;

/**
 * Asks, where something would be lost, before what takes it away without leaving the page; but of speeches' text where
 * that was asked about already.
 */
export function mayLeave({ copiesAsked = false } = {}): boolean {
  const here = askingNow(!copiesAsked);
  return here === undefined || window.confirm(here.ask());
}

/**
 * For what every page stands in. The router listens to the same event, and Chromium calls whoever listened first, so
 * this has to be before it: effects of what stands inside it run first.
 */
export function useGuardedBack(): void {
  useEffect(() => {
    const onPopState = (event: PopStateEvent) => {
      const here = askingNow();
      if (here === undefined || mayLeave()) return;
      event.stopImmediatePropagation();
      // The address is the other page's by now.
      history.pushState(here.state, "", here.address);
    };
    window.addEventListener("popstate", onPopState, { capture: true });
    return () => window.removeEventListener("popstate", onPopState, { capture: true });
  }, []);
}
