/** WordprocessingML's units. */
import { LATEST_TIME } from "@/core/document/suggestion";
import { POINTS_PER_MM } from "@/core/paper/paper-style";

/** Twentieths of a point. */
export const twips = (points: number): number => Math.round(points * 20);
export const twipsOfMm = (mm: number): number => twips(mm * POINTS_PER_MM);
/** Type sizes count in halves of a point. */
export const halfPoints = (points: number): number => Math.round(points * 2);

/**
 * Word shows a revision's time as it is written and ignores the zone, so it is written as the clock on
 * the office's wall showed it.
 */
export function wordDate(given: number): string {
  // What was stored before such times were refused must not keep the file from being made.
  const epochMs = Math.min(given, LATEST_TIME);
  const local = new Date(epochMs - new Date(epochMs).getTimezoneOffset() * 60_000);
  return `${local.toISOString().slice(0, 19)}Z`;
}
