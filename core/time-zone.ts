/** Times as a clock on the wall of some time zone shows them. */
import * as z from "zod";

/** An IANA name, for example Asia/Shanghai, as it is spelled here: a clock is kept for each name that is asked for. */
export const timeZoneSchema = z.string().max(64).refine(isTimeZone).transform(nameOf);

/**
 * By whose clock a file's times are written and read; left out, by the server's. So too in a zone that the server doesn't
 * know, as a newer browser may: rather times of another clock than no file.
 */
export const fileTimeZoneSchema = timeZoneSchema.optional().catch(undefined);

export const timeZoneQuerySchema = z.object({ timeZone: fileTimeZoneSchema });

/** Throws RangeError for a zone that there isn't. */
function nameOf(timeZone: string): string {
  return new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone;
}

function isTimeZone(name: string): boolean {
  try {
    return nameOf(name) !== "";
  } catch {
    return false;
  }
}

/** Of whoever sits at this device. */
export const ownTimeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** 2026-11-26T09:05:12. Without a time zone by this process's own. */
export function wallTime(epochMs: number, timeZone?: string): string {
  const parts = clockOf(timeZone).formatToParts(epochMs);
  const of = (type: Intl.DateTimeFormatPartTypes, length = 2) =>
    (parts.find((part) => part.type === type)?.value ?? "").padStart(length, "0");
  return `${of("year", 4)}-${of("month")}-${of("day")}T${of("hour")}:${of("minute")}:${of("second")}`;
}

/** As `wallTime`, to the minute, for a reader: 2026-11-26 09:05. */
export const wallMinute = (epochMs: number, timeZone?: string): string =>
  wallTime(epochMs, timeZone).slice(0, 16).replace("T", " ");

/** When that clock showed this time, epoch milliseconds; NaN for none. Shown twice as summer ends, the first. */
export function epochOf(wall: string, timeZone?: string): number {
  const asUtc = Date.parse(`${wall}Z`);
  if (Number.isNaN(asUtc)) return Number.NaN;
  const offsetAt = (epochMs: number) => Date.parse(`${wallTime(epochMs, timeZone)}Z`) - epochMs;
  // As it was a day before and will be a day after: between them lies any change of the clock.
  const [earlier, later] = [asUtc - DAY_MS, asUtc + DAY_MS].map((at) => asUtc - offsetAt(at));
  const found = [earlier, later].find((at) => at !== undefined && at + offsetAt(at) === asUtc);
  return found ?? earlier ?? Number.NaN;
}

const DAY_MS = 24 * 60 * 60_000;

/** Making one takes longer than all that it is used for in a file. */
const clocks = new Map<string | undefined, Intl.DateTimeFormat>();

function clockOf(timeZone: string | undefined): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  const clock = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  clocks.set(timeZone, clock);
  return clock;
}
