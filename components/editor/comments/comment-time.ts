import { clockOptions } from "@/core/messages/clock-options";
import type { Locale } from "@/core/messages/locale";

/** 14:05 for today, else 11月23日 14:05, with the year when it isn't this one. */
export function commentTime(epochMs: number, now: number, locale: Locale): string {
  const time = clockOptions(locale);
  if (new Date(now).toDateString() === new Date(epochMs).toDateString()) {
    return new Intl.DateTimeFormat(locale, time).format(epochMs);
  }
  const sameYear = new Date(epochMs).getFullYear() === new Date(now).getFullYear();
  const year = sameYear ? undefined : ("numeric" as const);
  return new Intl.DateTimeFormat(locale, { ...time, year, month: "short", day: "numeric" }).format(epochMs);
}
