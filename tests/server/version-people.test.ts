/** Who is named as having taken part in a version, and with how much, through rooms that really stored it. */
import type { Transaction } from "@tiptap/pm/state";
import { afterEach, expect, it } from "vitest";
import type { Person } from "@/core/person";
import { acceptAll } from "@/core/review/settle";
import { describeOnBoth, type TestDatabase } from "../helpers/databases";
import { until } from "../helpers/rooms";
import { editShared, suggestShared, textOf, writeText } from "../helpers/shared-edit";
import type { SyncClient } from "../helpers/sync-client";
import { addBefore, bold, moveToFront, placeOf, remove } from "../helpers/text-edits";
import { openVersionOffice, type VersionOffice } from "../helpers/version-office";
import { typeLine } from "../helpers/version-typing";

const opened: VersionOffice[] = [];
afterEach(async () => {
  for (const { liveRooms } of opened.splice(0)) await liveRooms.close();
});

type Edit = (tr: Transaction) => Transaction;

const LINES = [
  "推动高质量发展，这一句不要。",
  "农村公路实行路长制，管好护好每一条回家的路，落到实处。",
  "抓好落实，务求实效。",
];
const [FIRST = "", LONG = "", LAST = ""] = LINES;

/** The chief's three lines, kept as a version, and two colleagues who have typed nothing. */
async function open(database: TestDatabase) {
  const pauseMs = { quietMs: 3_600_000, longestMs: 3_600_000 };
  const office = await openVersionOffice(await database.open(), { pauseMs });
  opened.push(office);
  const { versions, chief, speechId } = office;
  const [one, other] = [
    await office.addMember(chief, speechId, "editor"),
    await office.addMember(chief, speechId, "editor"),
  ];
  for (const line of LINES) await typeLine(office, chief, line);
  await versions.create(chief, speechId, { name: "一稿", note: "" });
  const onPage = async (person: Person, change: (doc: SyncClient["doc"]) => void) => {
    const page = office.page(person, person === chief ? "chief" : "editor");
    await until(() => page.allSaved);
    change(page.doc);
    await until(() => page.allSaved);
    expect(page.closed).toBeNull();
    page.disconnect();
  };
  const names = new Map([
    [chief.id, "chief"],
    [one.id, "one"],
    [other.id, "other"],
  ]);
  return {
    office,
    one,
    other,
    by: (person: Person, edit: Edit) => onPage(person, (doc) => editShared(doc, edit)),
    suggest: (person: Person, edit: Edit) => onPage(person, (doc) => suggestShared(doc, person.id, edit)),
    acceptEverything: (person: Person) => onPage(person, (doc) => writeText(doc, acceptAll(textOf(doc)))),
    /** Of the version that makes itself now: its figures and its people's. */
    kept: async () => {
      await versions.keepAfterPause(speechId);
      const [newest] = await versions.list(chief, speechId);
      return {
        madeBy: newest?.madeBy,
        figures: [newest?.added, newest?.deleted],
        people: newest?.authors.map(({ id, characters, removed }) => [names.get(id), characters, removed]),
      };
    },
  };
}

describeOnBoth("who took part in a version", (database) => {
  it("VE-10 names who only took words away, with how many", async () => {
    const { one, by, kept } = await open(database);
    await by(one, remove(LONG));
    expect(await kept()).toEqual({
      madeBy: null,
      figures: [0, LONG.length],
      people: [["one", 0, LONG.length]],
    });
    await by(one, addBefore(LAST, "再"));
    expect((await kept()).people).toEqual([["one", 1, 0]]);
  });

  it("VE-10 who typed most comes first, then who took most away; both stand by one name", async () => {
    const { office, one, other, by, kept } = await open(database);
    await by(one, remove("，这一句不要"));
    await by(other, remove("路长制"));
    await by(other, addBefore("管好", "专人"));
    await by(office.chief, remove("务求"));
    expect((await kept()).people).toEqual([
      ["other", 2, 3],
      ["one", 0, 6],
      ["chief", 0, 2],
    ]);
  });

  it("VE-10 who took away what a colleague typed since is named, whoever took back their own isn't for that", async () => {
    const { one, other, by, kept } = await open(database);
    await by(one, addBefore("务求", "一步一步"));
    await by(one, remove("一步一步"));
    await by(one, addBefore("务求", "稳扎稳打"));
    await by(other, remove("稳扎"));
    expect((await kept()).people).toEqual([
      ["one", 8, 0],
      ["other", 0, 2],
    ]);
  });

  it("VE-10 who only moved, broke or formatted something is named without a number", async () => {
    const { one, other, by, kept } = await open(database);
    await by(one, moveToFront(LAST));
    expect((await kept()).people).toEqual([["one", 0, 0]]);
    await by(other, bold("推动"));
    expect((await kept()).people).toEqual([["other", 0, 0]]);
    await by(one, (tr) => tr.split(placeOf(tr.doc, "管好")));
    expect((await kept()).people).toEqual([["one", 0, 0]]);
  });

  it("VE-10 words in a line that was moved were taken away by who took them, not by who moved it", async () => {
    const { one, other, by, kept } = await open(database);
    await by(one, moveToFront(LAST));
    await by(other, remove("，务求实效"));
    const { people } = await kept();
    expect(people).toEqual([
      ["other", 0, 5],
      ["one", 0, 0],
    ]);
  });

  it("VE-10 words that are proposed to go count for who proposed it, once, and not for who accepts it", async () => {
    const { office, one, suggest, by, acceptEverything, kept } = await open(database);
    await suggest(one, remove("路长制"));
    expect(await kept()).toMatchObject({ figures: [0, 3], people: [["one", 0, 3]] });
    await acceptEverything(office.chief);
    await by(office.chief, addBefore("高质量", "要"));
    expect(await kept()).toMatchObject({ figures: [1, 0], people: [["chief", 1, 0]] });
  });

  it("VE-10 VE-41 what bringing a version back takes away is in nobody's figures", async () => {
    const { office, one, by, kept } = await open(database);
    const { versions, chief, speechId } = office;
    await by(one, addBefore(FIRST, "同志们："));
    await kept();
    const first = (await versions.list(chief, speechId)).at(-1);
    if (first === undefined) throw new Error("no version");
    await versions.restore(chief, speechId, first.id, {});
    const [restored] = await versions.list(chief, speechId);
    expect(restored).toMatchObject({ fromVersion: first.id, deleted: 4, authors: [] });
    await by(one, remove("推动"));
    expect((await kept()).people).toEqual([["one", 0, 2]]);
  });

  it("VE-12 what people took away goes over to the version that follows a thinned one", async () => {
    const { office, one, other, by, kept } = await open(database);
    office.clock.time += 60_000;
    await by(one, remove("路长制"));
    await kept();
    office.clock.time += 60_000;
    await by(one, remove("务求"));
    await by(other, bold("推动"));
    await kept();
    office.clock.time += 3 * 86_400_000;
    await by(office.chief, addBefore("高质量", "要"));
    await kept();
    const { versions, chief, speechId } = office;
    const [, thinned] = await versions.list(chief, speechId);
    expect(thinned?.authors.map(({ id, characters, removed }) => [id, characters, removed])).toEqual([
      [one.id, 0, 5],
      [other.id, 0, 0],
    ]);
  });
});
