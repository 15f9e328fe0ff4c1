import type { Locale } from "./locale";

/** A date without time as people write it: 2026年12月1日, Dec 1, 2026. `day` is ISO 8601, 2026-12-01. */
export function dayText(day: string, locale: Locale): string {
  // It is read as midnight UTC; shown in UTC it stays the same day everywhere.
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).format(Date.parse(day));
}
