/**
 * What of a layout is changed, figure by figure. Two administrators may have the same one open: whoever saves sends
 * what was changed there, and takes back nothing of the other's.
 */
import * as z from "zod";
import { PAPER_FIELDS, type PaperStyle } from "./paper-style";

/** Of figures that are grouped, those that are named. Headings are changed together. */
export const paperChangeSchema = z
  .strictObject({
    ...PAPER_FIELDS,
    margins: PAPER_FIELDS.margins.partial(),
    fonts: PAPER_FIELDS.fonts.partial(),
    pageNumber: PAPER_FIELDS.pageNumber.partial(),
  })
  .omit({ page: true })
  .partial();
export type PaperChange = z.infer<typeof paperChangeSchema>;

/** The layout with the change made. Two changes that were right each by itself may not be together. */
export function changePaper(style: PaperStyle, change: PaperChange): PaperStyle {
  return {
    ...style,
    ...change,
    margins: { ...style.margins, ...change.margins },
    fonts: { ...style.fonts, ...change.fonts },
    pageNumber: { ...style.pageNumber, ...change.pageNumber },
  };
}

/** What leads from one layout to another; null when they are the same. */
export function paperChange(now: PaperStyle, begun: PaperStyle): PaperChange | null {
  const change = differences(now, begun);
  return change === null ? null : paperChangeSchema.parse(change);
}

/** Of plain JSON; lists are one value. */
function differences(now: object, begun: object): Record<string, unknown> | null {
  const before = new Map<string, unknown>(Object.entries(begun));
  const changed = Object.entries(now).flatMap(([name, value]): [string, unknown][] => {
    const former = before.get(name);
    if (JSON.stringify(value) === JSON.stringify(former)) return [];
    if (!isGroup(value) || !isGroup(former)) return [[name, value]];
    const inside = differences(value, former);
    return inside === null ? [] : [[name, inside]];
  });
  return changed.length === 0 ? null : Object.fromEntries(changed);
}

const isGroup = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);
