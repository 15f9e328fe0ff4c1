"use client";

import { type RefObject, useCallback, useRef } from "react";

interface SheetFocus {
  readonly text: RefObject<HTMLDivElement | null>;
  readonly sheet: RefObject<HTMLFormElement | null>;
  /** From the text into the sheet. */
  readonly enter: () => void;
  /** Before the sheet closes: back to the text, for whoever was in it. */
  readonly leave: () => void;
}

/** Where the keys go between the text and the sheet for a passage of it. */
export function useSheetFocus(): SheetFocus {
  const text = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLFormElement>(null);
  const enter = useCallback(() => firstControl(sheet.current)?.focus(), []);
  const leave = useCallback(() => {
    const { activeElement, body } = document;
    // A button that is busy has lost the focus to the page.
    if (activeElement !== body && !sheet.current?.contains(activeElement)) return;
    // Where one reads: the text is longer than the page.
    text.current?.focus({ preventScroll: true });
  }, []);
  return { text, sheet, enter, leave };
}

/** What is written or chosen in it, before the way out. */
function firstControl(sheet: HTMLElement | null): HTMLElement | null {
  for (const control of ["textarea", "[data-kinds] button", "button"]) {
    const found = sheet?.querySelector<HTMLElement>(control);
    if (found != null) return found;
  }
  return null;
}
