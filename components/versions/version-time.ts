import { serverNow } from "@/components/server-clock";
import { clockOptions } from "@/core/messages/clock-options";
import type { Locale } from "@/core/messages/locale";

/** 14:05: within a day of the list. */
export function timeOfDay(epochMs: number, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, clockOptions(locale)).format(epochMs);
}

/** 11月23日周一, with the year when it isn't this one. */
export function dayOf(epochMs: number, now: number, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, {
    year: otherYear(epochMs, now),
    month: "long",
    day: "numeric",
    weekday: "short",
  }).format(epochMs);
}

/** 11月23日 14:05: where it stands alone, with the year when it isn't this one. */
export function momentOf(epochMs: number, locale: Locale, now = serverNow()): string {
  return new Intl.DateTimeFormat(locale, {
    year: otherYear(epochMs, now),
    month: "short",
    day: "numeric",
    ...clockOptions(locale),
  }).format(epochMs);
}

function otherYear(epochMs: number, now: number): "numeric" | undefined {
  return new Date(epochMs).getFullYear() === new Date(now).getFullYear() ? undefined : "numeric";
}
