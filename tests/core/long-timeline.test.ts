/** A speech of a thousand versions: its list is drawn anew with each key that is pressed in the search above it. */
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import Chinese from "@/components/messages/chinese";
import { Timeline } from "@/components/versions/timeline";
import { newVersionId } from "@/core/ids";
import { DEFAULT_STAGES } from "@/core/office-stages";
import type { VersionSummary } from "@/core/version";

const HOUR = 3_600_000;
const versions = Array.from({ length: 1000 }, (_, index): VersionSummary => {
  const id = newVersionId();
  const said = {
    name: "",
    note: "",
    madeBy: null,
    authors: [],
    signOffs: [],
    fromVersion: null,
    stage: null,
  };
  const figures = { contentHash: "", characters: 1000, spokenUnits: 900, added: 12, deleted: 3 };
  const createdAt = Date.UTC(2026, 10, 20) - index * 7 * HOUR;
  return { id, kind: "automatic", numberingStyle: "nested", createdAt, ...said, ...figures };
});

/** Those that are made from here on. */
function countFormats(): () => number {
  let made = 0;
  const counted = new Proxy(Intl.DateTimeFormat, {
    construct(format, [locale, options]) {
      made += 1;
      return new format(locale, options);
    },
  });
  vi.stubGlobal("Intl", Object.create(Intl, { DateTimeFormat: { value: counted } }));
  return () => made;
}

it("VE-85 a list of a thousand versions makes each form of a time once", () => {
  const made = countFormats();
  const list = createElement(Timeline, { versions, chosen: [], onChoose: () => undefined });
  const html = renderToStaticMarkup(Chinese({ stages: DEFAULT_STAGES, children: list }));
  vi.unstubAllGlobals();
  expect(html.match(/<time /g)).toHaveLength(1000);
  expect(html).toContain("11月20日");
  // Of a day in this year or another, and of the time of day.
  expect([made() > 0, made() <= 3]).toEqual([true, true]);
});
