"use client";

import { useEffect, useMemo } from "react";
import type { DocumentNode } from "@/core/document/schema";
import type { ReadingPlace } from "@/core/review/reading-place";
import { textBlocks } from "@/core/text/text-blocks";
import { selectedPassage } from "./passage";

/** Calls back with what the reader selects in the text, once the selection is made. */
export function useSelectedPassage(
  document: DocumentNode | null,
  onSelect: (place: ReadingPlace) => void,
): void {
  const texts = useMemo(
    () => (document === null ? null : textBlocks(document).map(({ text }) => text)),
    [document],
  );
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
