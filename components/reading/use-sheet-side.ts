"use client";

import { type RefObject, useLayoutEffect, useState } from "react";

/** CSS pixels that the sheet takes with a field of six lines. */
const SHEET_HEIGHT = 380;

/**
 * Where the sheet for the chosen passage lies in its frame: below, or above where it would cover what is
 * spoken of. Settled once per passage, and anew when the page becomes wider or narrower, as by turning a tablet:
 * a sheet that changed sides under a tablet's keyboard, which takes height alone, would jump.
 */
export function useSheetSide(sheet: RefObject<HTMLElement | null>): "below" | "above" {
  const [side, setSide] = useState<"below" | "above">("below");
  useLayoutEffect(() => {
    const frame = sheet.current?.parentElement;
    if (frame == null) return;
    const settle = () => setSide((now) => sideIn(frame) ?? now);
    settle();
    let { width } = frame.getBoundingClientRect();
    // Told after the text has been laid out anew.
    const turned = new ResizeObserver(([entry]) => {
      if (entry === undefined || entry.contentRect.width === width) return;
      width = entry.contentRect.width;
      settle();
    });
    turned.observe(frame);
    return () => turned.disconnect();
  }, [sheet]);
  return side;
}

/** Null while nothing of the passage is seen. */
function sideIn(frame: Element): "below" | "above" | null {
  const { top, bottom, left, right } = frame.getBoundingClientRect();
  const lines = [...frame.querySelectorAll("[data-chosen]")]
    .flatMap((sentence) => [...sentence.getClientRects()])
    // Where the text is read by pages, what is on the next one isn't seen.
    .filter((line) => line.right > left && line.left < right && line.bottom > top && line.top < bottom);
  if (lines.length === 0) return null;
  const roomAbove = Math.min(...lines.map((line) => line.top)) - top;
  const roomBelow = bottom - Math.max(...lines.map((line) => line.bottom));
  return roomBelow < SHEET_HEIGHT && roomAbove > roomBelow ? "above" : "below";
}
