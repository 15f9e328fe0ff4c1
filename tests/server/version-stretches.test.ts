/** Which versions go as they age: of each stretch of time the last stays, and the stretches grow. */
import { expect, it } from "vitest";
import type { VersionKind } from "@/core/version";
import { type AgingVersion, versionsToThin } from "@/server/services/version-thinning";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Every stretch ends here, also wrong ones of 3 hours, 90 or 900 days. */
const NOW = 25_200 * DAY;

type Aged = readonly [ago: number, kind: VersionKind];
/** In order of time, with a named one of each day since the oldest: all age as the days go. */
function aging(versions: readonly Aged[]): AgingVersion[] {
  const oldest = Math.max(...versions.map(([ago]) => ago));
  const daily = Array.from({ length: Math.ceil(oldest / DAY) }, (_, day): Aged => [day * DAY, "named"]);
  const of = ([ago, kind]: Aged) => ({ id: `${kind} ${ago}`, kind, createdAt: NOW - ago });
  return [...versions, ...daily].map(of).sort((one, other) => one.createdAt - other.createdAt);
}

const automatic = (...ages: readonly number[]) => ages.map((ago): Aged => [ago, "automatic"]);

it.each<[what: string, versions: readonly Aged[], gone: readonly number[]]>([
  ["each stays up to a day", automatic(DAY, DAY - MINUTE, 0), []],
  ["older than a day, one an hour stays", automatic(DAY + 2 * MINUTE, DAY + MINUTE, 0), [DAY + 2 * MINUTE]],
  ["of each hour one stays", automatic(2 * DAY, 2 * DAY - HOUR, 0), []],
  ["one an hour stays up to a week", automatic(7 * DAY, 7 * DAY - HOUR / 2, 0), [7 * DAY]],
  ["of each hour one stays, up to a week", automatic(7 * DAY, 7 * DAY - HOUR, 0), []],
  [
    "older than a week, one a day stays",
    automatic(7 * DAY + 2 * HOUR, 7 * DAY + HOUR, 0),
    [7 * DAY + 2 * HOUR],
  ],
  ["of each day one stays", automatic(9 * DAY, 8 * DAY, 0), []],
  ["one a day stays up to 90 days", automatic(90 * DAY, 90 * DAY - 12 * HOUR, 0), [90 * DAY]],
  ["of each day one stays, up to 90 days", automatic(90 * DAY, 89 * DAY, 0), []],
  [
    "older than 90 days, one a week stays",
    automatic(90 * DAY + 2 * HOUR, 88 * DAY, 0),
    [90 * DAY + 2 * HOUR],
  ],
  ["of each week one stays", automatic(98 * DAY, 91 * DAY, 0), []],
  ["of each week one stays, after years too", automatic(798 * DAY, 791 * DAY, 0), []],
  [
    "the last of more than two in one stretch stays",
    automatic(2 * DAY, 2 * DAY - 1000, 2 * DAY - 2000),
    [2 * DAY, 2 * DAY - 1000],
  ],
  ["the newest stays, however old", automatic(798 * DAY), []],
  [
    "the newest stays behind which a named one stands",
    [
      [798 * DAY, "automatic"],
      [0, "named"],
    ],
    [],
  ],
])("VE-12 of versions that made themselves %s", (_, versions, gone) => {
  expect(versionsToThin(aging(versions))).toEqual(gone.map((ago) => `automatic ${ago}`));
});

it.each<[kind: VersionKind, goes: boolean]>([
  ["automatic", true],
  ["before-change", true],
  ["named", false],
  ["stage", false],
  ["signed", false],
  ["imported", false],
])("VE-12 whether a version of the kind %s goes: %s", (kind, goes) => {
  const ages: readonly Aged[] = [
    [2 * DAY, kind],
    [2 * DAY - MINUTE, "automatic"],
  ];
  expect(versionsToThin(aging(ages))).toEqual(goes ? [`${kind} ${2 * DAY}`] : []);
});
