/** How near a due date is, in whole days of the office's calendar. */

/** A year of which only the last two digits are typed is one of the first century to the browser. */
export const EARLIEST_DUE_DAY = "2000-01-01";
/** The last day that such a date can name. */
export const LATEST_DUE_DAY = "9999-12-31";

/** From this many days before the date on, a speech counts as due soon. */
const DUE_SOON_DAYS = 3;

export type Due =
  | { readonly kind: "none" }
  | { readonly kind: "overdue"; readonly days: number }
  | { readonly kind: "soon"; readonly days: number }
  | { readonly kind: "later"; readonly days: number };

const DAY_MS = 24 * 60 * 60 * 1000;

/** Both as ISO dates (2026-11-23); `today` in the time zone of whoever looks. */
export function dueOf(dueOn: string | null, today: string): Due {
  if (dueOn === null) return { kind: "none" };
  // Dates without a time are midnight UTC by definition, so the difference is whole days.
  const days = Math.round((Date.parse(dueOn) - Date.parse(today)) / DAY_MS);
  if (days < 0) return { kind: "overdue", days: -days };
  return { kind: days <= DUE_SOON_DAYS ? "soon" : "later", days };
}

/** The ISO date of a moment in the local time zone. */
export function localDate(epochMs: number): string {
  const date = new Date(epochMs);
  const month = String(date.getMonth() + 1).padStart(2, "0");
  const day = String(date.getDate()).padStart(2, "0");
  return `${date.getFullYear()}-${month}-${day}`;
}
