"use client";

import { type RefObject, useEffect } from "react";

const STEPS: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowRight: (index, count) => (index + 1) % count,
  ArrowLeft: (index, count) => (index + count - 1) % count,
  Home: () => 0,
  End: (_index, count) => count - 1,
};

/**
 * A toolbar is one stop of the Tab key; the arrow keys go along its buttons (ARIA's toolbar pattern).
 * Works on the elements themselves, so that no button has to know its place.
 */
export function useRovingFocus(bar: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = bar.current;
    if (element === null) return;
    const buttons = () => [...element.querySelectorAll<HTMLElement>("button, select")];
    const makeStop = (stop: HTMLElement | undefined) => {
      for (const button of buttons()) button.tabIndex = button === stop ? 0 : -1;
    };
    const onFocus = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement) makeStop(target.closest<HTMLElement>("button, select") ?? undefined);
    };
    const onKeyDown = (event: KeyboardEvent) => {
      const step = STEPS[event.key];
      const all = buttons();
      const index = event.target instanceof HTMLElement ? all.indexOf(event.target) : -1;
      if (step === undefined || index < 0) return;
      event.preventDefault();
      all[step(index, all.length)]?.focus();
    };
    makeStop(buttons()[0]);
    element.addEventListener("focusin", onFocus);
    element.addEventListener("keydown", onKeyDown);
    return () => {
      element.removeEventListener("focusin", onFocus);
      element.removeEventListener("keydown", onKeyDown);
    };
  }, [bar]);
}
