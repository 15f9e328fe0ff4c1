"use client";

import { useEffect, useEffectEvent } from "react";

/** A key as `mod+Alt+M`, and what it does. */
export type AltLetter = readonly [key: `mod+Alt+${Uppercase<string>}`, run: () => void];

/** What of a key press counts. */
export type KeyPress = Pick<
  KeyboardEvent,
  "key" | "keyCode" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey" | "getModifierState"
>;

/**
 * Whether that letter was pressed with Ctrl, or ⌘, and Alt. On a Mac Alt makes another sign of it, as µ of M, and
 * where letters aren't Latin ones the key has none: then it counts by the letter that the layout has on the key for
 * shortcuts. AltGr, which some browsers tell as Ctrl and Alt, types.
 */
export function isAltLetter(event: KeyPress, letter: string): boolean {
  if (!event.altKey || event.shiftKey || !(event.ctrlKey || event.metaKey)) return false;
  if (event.getModifierState("AltGraph")) return false;
  const isLetter = /^[a-z]$/i.test(event.key);
  return (isLetter ? event.key.toUpperCase() : String.fromCharCode(event.keyCode)) === letter;
}

/** Listens for them wherever the focus is, in the text and in fields too. */
export function useAltLetters(keys: readonly AltLetter[]): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    for (const [key, run] of keys) {
      if (!isAltLetter(event, key.slice(-1))) continue;
      event.preventDefault();
      run();
    }
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    document.documentElement.addEventListener("keydown", listener);
    return () => document.documentElement.removeEventListener("keydown", listener);
  }, []);
}
