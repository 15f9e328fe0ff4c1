"use client";

import { type RefObject, useLayoutEffect, useState } from "react";

/** CSS pixels that the sheet takes with a field of six lines. */
const SHEET_HEIGHT = 380;

/**
 * Where the sheet for the chosen passage lies in its frame: below, or above where it would cover what is
 * spoken of. Settled once per passage: a sheet that changed sides under a tablet's keyboard would jump.
 */
export function useSheetSide(sheet: RefObject<HTMLElement | null>): "below" | "above" {
  const [side, setSide] = useState<"below" | "above">("below");
  useLayoutEffect(() => {
    const frame = sheet.current?.parentElement;
    if (frame == null) return;
    const { top, bottom, left, right } = frame.getBoundingClientRect();
    const lines = [...frame.querySelectorAll("[data-chosen]")]
      .flatMap((sentence) => [...sentence.getClientRects()])
      // Where the text is read by pages, what is on the next one isn't seen.
      .filter((line) => line.right > left && line.left < right && line.bottom > top && line.top < bottom);
    if (lines.length === 0) return;
    const roomAbove = Math.min(...lines.map((line) => line.top)) - top;
    const roomBelow = bottom - Math.max(...lines.map((line) => line.bottom));
    setSide(roomBelow < SHEET_HEIGHT && roomAbove > roomBelow ? "above" : "below");
  }, [sheet]);
  return side;
}
