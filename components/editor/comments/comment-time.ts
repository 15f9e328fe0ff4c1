import { clockOptions } from "@/core/messages/clock-options";
import type { Locale } from "@/core/messages/locale";

const DAY_MS = 24 * 60 * 60 * 1000;

/** 14:05 of the last day, else 11月23日 14:05, with the year when it isn't this one. */
export function commentTime(epochMs: number, now: number, locale: Locale, timeZone?: string): string {
  const time = { ...clockOptions(locale), timeZone };
  if (now - epochMs < DAY_MS && new Date(now).getDate() === new Date(epochMs).getDate()) {
    return new Intl.DateTimeFormat(locale, time).format(epochMs);
  }
  const sameYear = new Date(epochMs).getFullYear() === new Date(now).getFullYear();
  const year = sameYear ? undefined : ("numeric" as const);
  return new Intl.DateTimeFormat(locale, { ...time, year, month: "short", day: "numeric" }).format(epochMs);
}
