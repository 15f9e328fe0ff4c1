import { serverNow } from "@/components/server-clock";
import { clockOptions } from "@/core/messages/clock-options";
import type { Locale } from "@/core/messages/locale";

/** 14:05: within a day of the list. */
export function timeOfDay(epochMs: number, locale: Locale): string {
  return formatOf(locale, clockOptions(locale)).format(epochMs);
}

/** 11月23日周一, with the year when it isn't this one. */
export function dayOf(epochMs: number, now: number, locale: Locale): string {
  return formatOf(locale, {
    year: otherYear(epochMs, now),
    month: "long",
    day: "numeric",
    weekday: "short",
  }).format(epochMs);
}

/** 11月23日 14:05: where it stands alone, with the year when it isn't this one. */
export function momentOf(epochMs: number, locale: Locale, now = serverNow()): string {
  return formatOf(locale, {
    year: otherYear(epochMs, now),
    month: "short",
    day: "numeric",
    ...clockOptions(locale),
  }).format(epochMs);
}

/** Making one takes a hundred times as long as using it, and a list has a thousand versions. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, format);
  return format;
}

function otherYear(epochMs: number, now: number): "numeric" | undefined {
  return new Date(epochMs).getFullYear() === new Date(now).getFullYear() ? undefined : "numeric";
}
