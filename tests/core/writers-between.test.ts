/** Who is named as having written between the two texts of a comparison. */
import { expect, it } from "vitest";
import { writersBetween } from "@/components/versions/writers-between";
import type { PersonId, VersionId } from "@/core/ids";
import { NOW, type VersionAuthor, type VersionRef, type VersionSummary } from "@/core/version";

const typed = (name: string, characters: number, removed = 0): VersionAuthor => ({
  id: name as PersonId,
  name,
  characters,
  removed,
});
const id = (letter: string) => letter.repeat(20) as VersionId;
const version = (letter: string, ...authors: VersionAuthor[]) =>
  ({ id: id(letter), authors }) as unknown as VersionSummary;
/** Newest first. */
const VERSIONS = [version("c", typed("李", 5)), version("b", typed("赵", 9)), version("a", typed("王", 50))];
const SINCE = [typed("刘", 7), typed("李", 1)];

it("VE-31 between a version and the text as it is now, whoever wrote since the last version is named too", () => {
  expect(writersBetween(VERSIONS, { from: id("c"), to: NOW, typedSince: SINCE, changers: null })).toEqual([
    "刘",
    "李",
  ]);
  expect(writersBetween(VERSIONS, { from: id("a"), to: NOW, typedSince: SINCE, changers: null })).toEqual([
    "赵",
    "刘",
    "李",
  ]);
  expect(writersBetween(VERSIONS, { from: NOW, to: id("a"), typedSince: SINCE, changers: null })).toEqual([
    "赵",
    "刘",
    "李",
  ]);
});

it("VE-31 between two versions those of the versions up to the later one are", () => {
  const between = (from: VersionId, to: VersionId) =>
    writersBetween(VERSIONS, { from, to, typedSince: [], changers: null });
  expect(between(id("a"), id("b"))).toEqual(["赵"]);
  expect(between(id("c"), id("a"))).toEqual(["赵", "李"]);
  expect(between(id("b"), id("b"))).toEqual([]);
});

it("VE-31 who only took words away, or only moved or formatted some, is named too", () => {
  const versions = [
    version("c", typed("李", 5), typed("孙", 0, 26)),
    version("b", typed("周", 0)),
    ...VERSIONS,
  ];
  const changers = {
    people: [
      { id: "吴" as PersonId, name: "吴" },
      { id: "孙" as PersonId, name: "孙" },
    ],
    byChange: [],
  };
  expect(
    writersBetween(versions, { from: id("a"), to: id("c"), typedSince: [], changers }).slice(0, 3),
  ).toEqual(["孙", "李", "赵"]);
  expect(writersBetween(versions, { from: id("c"), to: NOW, typedSince: SINCE, changers })).toEqual([
    "刘",
    "李",
    "吴",
    "孙",
  ]);
});

it("VE-31 nobody is between the text as it is now and itself", () => {
  expect(writersBetween(VERSIONS, { from: NOW, to: NOW, typedSince: SINCE, changers: null })).toEqual([]);
});

it("VE-31 nobody is between a draft from elsewhere and a text of the speech's own", () => {
  const draft = { ...version("d"), kind: "imported" } as VersionSummary;
  const [last, ...earlier] = VERSIONS;
  const versions = last === undefined ? [] : [last, draft, ...earlier];
  const between = (from: VersionRef, to: VersionRef) =>
    writersBetween(versions, { from, to, typedSince: SINCE, changers: null });
  expect(between(id("a"), draft.id)).toEqual([]);
  expect(between(draft.id, id("c"))).toEqual([]);
  expect(between(draft.id, NOW)).toEqual([]);
  expect(between(NOW, draft.id)).toEqual([]);
  // It stands between these two in the list only.
  expect(between(id("b"), id("c"))).toEqual(["李"]);
});
