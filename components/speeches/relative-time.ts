import type { Locale } from "@/core/messages/locale";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** 3小时前, 昨天, 6月2日: how long ago, as coarse as a list needs; null within the last minute. */
export function relativeTime(epochMs: number, now: number, locale: Locale): string | null {
  const age = now - epochMs;
  if (age < MINUTE_MS) return null;
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  if (age < HOUR_MS) return format.format(-Math.floor(age / MINUTE_MS), "minute");
  if (age < DAY_MS) return format.format(-Math.floor(age / HOUR_MS), "hour");
  if (age < 30 * DAY_MS) return format.format(-daysBetween(epochMs, now), "day");
  return shortDate(epochMs, now, locale);
}

/** A date without time (2026-12-01) in the same words, whatever zone it is read in. */
export function shortDay(day: string, now: number, locale: Locale): string {
  // Without a zone it is read as the reader's own, like the year that it is compared with.
  return shortDate(Date.parse(`${day}T00:00`), now, locale);
}

/** 11月25日, with the year when it isn't this one. */
function shortDate(epochMs: number, now: number, locale: Locale): string {
  const sameYear = new Date(epochMs).getFullYear() === new Date(now).getFullYear();
  const year = sameYear ? undefined : ("numeric" as const);
  return new Intl.DateTimeFormat(locale, { year, month: "short", day: "numeric" }).format(epochMs);
}

/** By the reader's calendar, in which some days are an hour shorter or longer. */
function daysBetween(epochMs: number, now: number): number {
  return Math.round((new Date(now).setHours(0, 0, 0, 0) - new Date(epochMs).setHours(0, 0, 0, 0)) / DAY_MS);
}
