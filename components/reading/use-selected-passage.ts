"use client";

import { useEffect } from "react";
import type { ReadingPlace } from "@/core/review/reading-place";
import { selectedPassage } from "./passage";

/** Calls back with what the reader selects in the text, of which these are the blocks, once the selection is made. */
export function useSelectedPassage(
  texts: readonly string[] | null,
  onSelect: (place: ReadingPlace) => void,
): void {
  useEffect(() => {
    if (texts === null) return;
    const select = (event: Event) => {
      if (event instanceof KeyboardEvent && !mayEndSelection(event)) return;
      const place = selectedPassage(texts, window.getSelection());
      if (place !== null) onSelect(place);
    };
    // A finger on a tablet's handles ends a selection without a mouse; touchend comes after it.
    for (const event of ["mouseup", "touchend", "keyup"]) window.document.addEventListener(event, select);
    return () => {
      for (const event of ["mouseup", "touchend", "keyup"])
        window.document.removeEventListener(event, select);
    };
  }, [texts, onSelect]);
}

const MOVES: ReadonlySet<string> = new Set([
  ...["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"],
  ...["Home", "End", "PageUp", "PageDown"],
]);

/** Any other key leaves the selection as it is, which must not be taken for a new one. */
function mayEndSelection({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return (
    key === "Shift" || (shiftKey && MOVES.has(key)) || ((ctrlKey || metaKey) && key.toLowerCase() === "a")
  );
}
