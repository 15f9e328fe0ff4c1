/** When something was said or proposed, as Word has it. */
import { LATEST_TIME } from "@/core/document/suggestion";
import { wallTime } from "@/core/time-zone";
import type { Attributes } from "./xml";

/**
 * Word shows a time as it is written in w:date and ignores the zone, so that is what the clock on the office's wall
 * showed; beside it newer Word writes the true time, by which it comes back wherever it is read.
 */
export function wordDates(given: number, timeZone?: string): Attributes {
  // What was stored before such times were refused must not keep the file from being made.
  const epochMs = Math.min(given, LATEST_TIME);
  return {
    "w:date": `${wallTime(epochMs, timeZone)}Z`,
    "w16du:dateUtc": `${new Date(epochMs).toISOString().slice(0, 19)}Z`,
  };
}
