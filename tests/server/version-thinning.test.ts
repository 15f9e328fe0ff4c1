/** Which versions go as the versions of weeks are made, one after the other. */
import { expect, it } from "vitest";
import { type AgingVersion, versionsToThin } from "@/server/services/version-thinning";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const QUARTER = HOUR / 4;
const BEGINNING = Date.UTC(2026, 10, 2);

/** A version every quarter of an hour, for so many days. */
const daysOf = (days: number, from = BEGINNING): number[] =>
  Array.from({ length: days * 96 }, (_, at) => from + at * QUARTER);

/** The times of the versions that are there once those of all these times were made. */
function keptOf(times: readonly number[]): number[] {
  let versions: AgingVersion[] = [];
  for (const createdAt of times) {
    versions.push({ id: `${createdAt}`, kind: "automatic", createdAt });
    const due = new Set(versionsToThin(versions));
    versions = versions.filter(({ id }) => !due.has(id));
  }
  return versions.map(({ createdAt }) => createdAt);
}

it("VE-12 the last day keeps each version, a week one an hour, what is older one a day", () => {
  const kept = keptOf(daysOf(10));
  const ofDay = (day: number) =>
    kept.filter((at) => Math.floor((at - BEGINNING) / DAY) === day).map((at) => at - BEGINNING - day * DAY);
  expect(ofDay(9)).toHaveLength(96);
  expect(ofDay(5)).toEqual(Array.from({ length: 24 }, (_, hour) => hour * HOUR + 3 * QUARTER));
  expect(ofDay(1)).toEqual([DAY - QUARTER]);
});

it("VE-12 a clock that was a hundred days ahead, for one version or several, takes no more than a day later would", () => {
  const times = daysOf(10);
  const last = times.at(-1) ?? 0;
  const before = (kept: readonly number[]) => kept.filter((at) => at <= last);
  const dayLater = before(keptOf([...times, last + DAY]));
  expect(dayLater.length).toBeGreaterThan(140);
  const ahead = last + 100 * DAY;
  expect(before(keptOf([...times, ahead]))).toEqual(dayLater);
  // The last one was made when the clock was right again.
  const several = before(keptOf([...times, ahead, ahead + 5 * 60_000, ahead + 5 * 60_000 + 1]));
  const severalDayLater = [last + DAY, last + DAY + 5 * 60_000, last + DAY + 5 * 60_000 + 1];
  expect(several).toEqual(before(keptOf([...times, ...severalDayLater])));
});

it("VE-12 what is kept behind a clock that was ahead stays once real time is past that, to the first and the last", () => {
  const ahead = BEGINNING + 100 * DAY;
  const stamped = Array.from({ length: 501 }, (_, at) => ahead + at);
  const kept = keptOf([...stamped, ...daysOf(3, ahead + QUARTER)]);
  expect(kept.slice(0, stamped.length)).toEqual(stamped);
  // What is made at its own time goes as ever: of its last day nothing, before that all but one an hour.
  expect(kept.length - stamped.length).toBe(97 + 2 * 24);
});

it("VE-12 versions that are made within one second, as before much goes and after it, are thinned as all others", () => {
  const pairs = daysOf(3).flatMap((at) => [at, at + 700]);
  expect(keptOf(pairs).length).toBeLessThan(2 * 96 + 2 * 24 + 1);
});

it("VE-12 versions from before weeks of quiet age on as the writing goes on", () => {
  const times = daysOf(3);
  const weeksLater = (times.at(-1) ?? 0) + 21 * DAY;
  const ofBefore = (days: number) =>
    keptOf([...times, ...daysOf(days, weeksLater)]).filter((at) => at < weeksLater);
  expect(ofBefore(1).length).toBeLessThanOrEqual(3 * 24);
  expect(ofBefore(8)).toHaveLength(3);
});
