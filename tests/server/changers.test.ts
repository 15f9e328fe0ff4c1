/** Who made which change between two texts of a speech, through rooms that really stored it. */
import type { NodeType } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import { afterEach, expect, it } from "vitest";
import { mergeUpdates } from "yjs";
import { changesIn } from "@/core/compare/changes-in";
import type { Row, Span } from "@/core/compare/comparison";
import { documentSchema } from "@/core/document/schema";
import type { Person } from "@/core/person";
import { settle } from "@/core/review/settle";
import { nodeText } from "@/core/text/count";
import { NOW, type VersionComparison, type VersionRef } from "@/core/version";
import { describeOnBoth, type TestDatabase } from "../helpers/databases";
import { until } from "../helpers/rooms";
import { editShared, suggestShared, textOf, writeText } from "../helpers/shared-edit";
import { SyncClient } from "../helpers/sync-client";
import { addBefore, bold, moveToFront, placeOf, remove } from "../helpers/text-edits";
import { openVersionOffice, type VersionOffice } from "../helpers/version-office";

const opened: VersionOffice[] = [];
afterEach(async () => {
  for (const { liveRooms } of opened.splice(0)) await liveRooms.close();
});

const LINES = ["推动高质量发展，这一句不要。", "农村公路实行路长制管理。", "抓好落实，务求实效。"];

const HEADING = documentSchema().node("heading").type;
const { bulletList: BULLET_LIST, listItem: LIST_ITEM } = documentSchema().nodes as Record<
  "bulletList" | "listItem",
  NodeType
>;

/** Each change that somebody is known for, with its words and their names. */
function worded({ comparison, changers }: VersionComparison, nameOf: (id: string) => string): string[] {
  const people = changers?.people ?? [];
  return changesIn(comparison.rows).flatMap((change, index) => {
    const names = (changers?.byChange[index] ?? []).map((number) => nameOf(people[number]?.id ?? ""));
    return names.length === 0 ? [] : [`${kindAndWords(change)}: ${names.join("、")}`];
  });
}

function kindAndWords(change: Row | Span): string {
  if ("content" in change) return `${change.kind} ${change.content.map(nodeText).join("")}`;
  return "block" in change ? `${change.kind} ${nodeText(change.block)}` : change.kind;
}

describeOnBoth("who made a change", (database) => {
  async function open(from: TestDatabase) {
    const storage = await from.open();
    const pauseMs = { quietMs: 3_600_000, longestMs: 3_600_000 };
    const office = await openVersionOffice(storage, { pauseMs });
    opened.push(office);
    const { versions, chief, speechId } = office;
    const [one, other] = [
      await office.addMember(chief, speechId, "editor"),
      await office.addMember(chief, speechId, "editor"),
    ];
    const page = office.page(chief, "chief");
    await until(() => page.allSaved);
    for (const line of LINES) page.write(line);
    await until(() => page.allSaved);
    page.disconnect();
    const before = await versions.create(chief, speechId, { name: "一", note: "" });
    /** On a page of its own for each, as after a reload. */
    const by = async (person: Person, ...edits: ((tr: Transaction) => Transaction)[]) => {
      const client = office.page(person, person === chief ? "chief" : "editor");
      await until(() => client.allSaved);
      for (const edit of edits) {
        editShared(client.doc, edit);
        await until(() => client.allSaved);
      }
      expect(client.closed).toBeNull();
      client.disconnect();
    };
    const names = new Map<string, string>([
      [chief.id, "chief"],
      [one.id, "one"],
      [other.id, "other"],
    ]);
    const changes = async (to: VersionRef = NOW, since: VersionRef = before.id) =>
      worded(await versions.compare(chief, speechId, since, to), (id) => names.get(id) ?? id);
    return { storage, office, one, other, by, changes, before };
  }

  it("VE-44 words taken away are known by who took them, what replaced them by who typed it", async () => {
    const { one, other, by, changes } = await open(database);
    await by(one, remove("，这一句不要"));
    await by(other, remove("路长制"));
    await by(one, addBefore("管理", "专人"));
    expect(await changes()).toEqual([
      "deleted ，这一句不要: one",
      "deleted 路长制: other",
      "added 专人: one",
    ]);
  });

  it("VE-44 a line taken away whole, and one moved, are known by who did it", async () => {
    const { one, other, by, changes } = await open(database);
    await by(one, remove(LINES[0] ?? ""), (tr) => tr.delete(0, 2));
    await by(other, moveToFront("抓好落实"));
    const found = await changes();
    expect(found).toContain(`deleted ${LINES[0]}: one`);
    expect(found.filter((change) => change.startsWith("moved"))).toEqual([
      "moved-here: other",
      "moved-away: other",
    ]);
  });

  it("VE-44 whoever splits and joins a line took none of its words", async () => {
    const { one, other, by, changes } = await open(database);
    await by(one, (tr) => tr.split(placeOf(tr.doc, "实行")));
    await by(one, (tr) => tr.join(tr.doc.resolve(placeOf(tr.doc, "实行")).before()));
    expect(await changes()).toEqual([]);
    await by(other, remove("路长制"));
    expect(await changes()).toEqual(["deleted 路长制: other"]);
  });

  it("VE-44 a line that was broken, and two that became one, are known by who did it; their words are nobody's", async () => {
    const { one, other, by, changes } = await open(database);
    await by(other, (tr) => tr.split(placeOf(tr.doc, "务求")));
    expect(await changes()).toEqual(["split: other"]);
    await by(one, (tr) => tr.join(tr.doc.resolve(placeOf(tr.doc, "农村")).before()));
    expect(await changes()).toEqual(["joined: one", "split: other"]);
  });

  it("VE-44 in a line that somebody moved, words are still their typist's and who took some away is known", async () => {
    const { one, other, by, changes, office } = await open(database);
    await by(other, addBefore("抓好", "全力"));
    await by(one, moveToFront("抓好"));
    await by(office.chief, remove("，务求"));
    expect(await changes()).toEqual([
      "moved-here: one",
      "added 全力: other",
      "deleted ，务求: chief",
      "moved-away: one",
    ]);
  });

  it("VE-44 of words that replace others the letters in common are nobody's new ones", async () => {
    const { other, by, changes } = await open(database);
    await by(other, (tr) => {
      const from = placeOf(tr.doc, "推动") + 1;
      return tr.insertText("进", from, from + 1);
    });
    expect(await changes()).toEqual(["deleted 推动: other", "added 推进: other"]);
  });

  it("VE-44 old words in a new place are the work of who put them there, whichever way it was done", async () => {
    const { one, other, by, changes, office } = await open(database);
    const { versions, chief, speechId } = office;
    // Cut and pasted within a line, with words of the same line around them.
    await by(other, remove("路长制"), addBefore("农村", "路长制"));
    await by(other, (tr) => tr.join(tr.doc.resolve(placeOf(tr.doc, "抓好")).before()));
    await by(one, (tr) => {
      const range = tr.doc.resolve(placeOf(tr.doc, "推动")).blockRange();
      if (range === null) throw new Error("no line there");
      return tr.wrap(range, [{ type: BULLET_LIST }, { type: LIST_ITEM }]);
    });
    const found = await changes();
    expect(found.length).toBeGreaterThan(2);
    for (const change of found) {
      expect(change).toMatch(change.includes("推动") ? /: one$/ : /: other$/);
    }
    await by(other, addBefore("抓好", "全力"));
    const withWords = await versions.create(chief, speechId, { name: "二", note: "" });
    await by(other, remove("全力"));
    const gone = await versions.create(chief, speechId, { name: "三", note: "" });
    await versions.restore(chief, speechId, withWords.id, {});
    expect(await changes(NOW, gone.id)).toEqual(["added 全力: chief"]);
  });

  it("VE-44 what undo brought back counts as taken by who took it after that", async () => {
    const { one, other, by, changes } = await open(database);
    await by(one, remove("，这一句不要"), addBefore("。", "，这一句不要"));
    await by(other, remove("，这一句不要"));
    expect(await changes()).toEqual(["deleted ，这一句不要: other"]);
  });

  it("VE-44 marks and other kinds of block are known by who gave them", async () => {
    const { one, other, by, changes } = await open(database);
    await by(one, bold("高质量"));
    await by(other, (tr) => {
      const at = tr.doc.resolve(placeOf(tr.doc, "抓好"));
      return tr.setBlockType(at.pos, at.pos, HEADING, { level: 2 });
    });
    expect(await changes()).toEqual(["reformatted: one", "edited: other"]);
  });

  it("VE-44 a mark or level taken back is known by who took it, whoever gave it", async () => {
    const { one, other, by, changes, office } = await open(database);
    const { chief, versions, speechId } = office;
    await by(one, bold("高质量"), (tr) => {
      const at = tr.doc.resolve(placeOf(tr.doc, "抓好"));
      return tr.setBlockType(at.pos, at.pos, HEADING, { level: 2 });
    });
    const second = await versions.create(chief, speechId, { name: "二", note: "" });
    await by(other, (tr) => {
      const from = placeOf(tr.doc, "高质量");
      return tr.removeMark(from, from + 3, documentSchema().mark("bold"));
    });
    await by(chief, (tr) =>
      tr.setNodeAttribute(tr.doc.resolve(placeOf(tr.doc, "抓好")).before(), "level", 3),
    );
    expect(await changes(NOW, second.id)).toEqual(["reformatted: other", "edited: chief"]);
  });

  it("VE-44 an accepted deletion is its proposer's, and what happened later counts for later", async () => {
    const { one, other, by, changes, office } = await open(database);
    const { chief, versions, speechId } = office;
    const client = office.page(one);
    await until(() => client.allSaved);
    suggestShared(client.doc, one.id, remove("，这一句不要"));
    await until(() => client.allSaved);
    const page = office.page(chief, "chief");
    await until(() => page.allSaved && textOf(page.doc).eq(textOf(client.doc)));
    writeText(
      page.doc,
      settle(textOf(page.doc), () => "accept"),
    );
    await until(() => page.allSaved);
    page.disconnect();
    client.disconnect();
    expect(await changes()).toEqual(["deleted ，这一句不要: one"]);
    const second = await versions.create(chief, speechId, { name: "二", note: "" });
    await by(other, remove("路长制"));
    expect(await changes(second.id)).toEqual(["deleted ，这一句不要: one"]);
    expect(await changes()).toEqual(["deleted ，这一句不要: one", "deleted 路长制: other"]);
  });

  it("VE-44 who comes back with everybody's deletions took none of them", async () => {
    const { one, other, by, changes, office } = await open(database);
    const { liveRooms, speechId } = office;
    await by(one, remove("，这一句不要"));
    const away = office.page(other);
    await until(() => away.allSaved);
    away.disconnect();
    editShared(away.doc, remove("路长制"));
    await by(one, remove("，务求实效"));
    const back = new SyncClient(liveRooms, speechId, { personId: other.id, doc: away.doc });
    await until(() => back.allSaved);
    expect(await changes()).toEqual([
      "deleted ，这一句不要: one",
      "deleted 路长制: other",
      "deleted ，务求实效: one",
    ]);
  });

  it("VE-44 merging the log keeps who took what, one row for each", async () => {
    const { storage, one, other, by, changes, office } = await open(database);
    const { speechId } = office;
    await by(one, remove("，这一句不要"), remove("，务求"));
    await by(other, remove("路长制"));
    await by(one, remove("实效"));
    const found = await changes();
    expect(found).toHaveLength(3);
    const { updates, lastSeq } = await storage.log.load(speechId);
    await storage.log.compact(speechId, lastSeq, mergeUpdates([...updates]));
    const rows = await storage.database.query((queries) =>
      queries.selectFrom("removals").select(["seq", "person_id"]).where("speech_id", "=", speechId).execute(),
    );
    expect(new Set(rows.map(({ person_id }) => person_id))).toEqual(new Set([one.id, other.id]));
    expect(rows.map(({ seq }) => Number(seq))).toEqual([lastSeq, lastSeq]);
    expect(await changes()).toEqual(found);
  });

  it("VE-44 with the earlier text second each change is still named by who made it, what went first", async () => {
    const { one, other, by, changes, office, before } = await open(database);
    await by(one, remove("，这一句不要"), addBefore("管理", "专人"));
    await by(other, moveToFront("抓好"), (tr) => {
      const from = placeOf(tr.doc, "推动") + 1;
      return tr.insertText("进", from, from + 1);
    });
    const second = await office.versions.create(office.chief, office.speechId, { name: "二", note: "" });
    const backwards = [
      "moved-away: other",
      "deleted 推进: other",
      "added 推动: other",
      "added ，这一句不要: one",
      "deleted 专人: one",
      "moved-here: other",
    ];
    expect(await changes(before.id, NOW)).toEqual(backwards);
    expect(await changes(before.id, second.id)).toEqual(backwards);
  });

  it("VE-44 where it wasn't kept who wrote a text, nobody is named", async () => {
    const { one, by, office, before } = await open(database);
    const { chief, versions, speechId } = office;
    await by(one, remove("，这一句不要"));
    const second = await versions.create(chief, speechId, { name: "二", note: "" });
    expect((await versions.compare(chief, speechId, before.id, second.id)).changers).not.toBeNull();
    await database.execute("update version_texts set authors = null");
    expect((await versions.compare(chief, speechId, before.id, second.id)).changers).toBeNull();
    expect((await versions.compare(chief, speechId, second.id, before.id)).changers).toBeNull();
  });
});
