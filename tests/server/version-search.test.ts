/** When a passage appeared, and who wrote it. */
import { afterEach, describe, expect, it } from "vitest";
import { readOrigins } from "@/core/authors/origins";
import { FRAGMENT } from "@/core/document/schema";
import type { Person } from "@/core/person";
import type { PassageSpan } from "@/core/version";
import { createPassageFinder } from "@/server/search/passage-finder";
import { readOriginsOf } from "@/server/services/version-text-store";
import { describeOnBoth, type TestDatabase } from "../helpers/databases";
import { until } from "../helpers/rooms";
import { editShared } from "../helpers/shared-edit";
import { openVersionOffice, type VersionOffice } from "../helpers/version-office";

const opened: VersionOffice[] = [];
afterEach(async () => {
  for (const { liveRooms } of opened.splice(0)) await liveRooms.close();
});

describeOnBoth("a passage in all versions", (database) => {
  async function open(from: TestDatabase) {
    const storage = await from.open();
    const office = await openVersionOffice(storage, {
      pauseMs: { quietMs: 3_600_000, longestMs: 3_600_000 },
    });
    opened.push(office);
    const { versions, chief, speechId } = office;
    const drafter = await office.addMember(chief, speechId, "editor");
    const write = async (person: Person, change: "add" | "delete", text: string) => {
      const page = office.page(person);
      await until(() => page.allSaved);
      if (change === "add") page.write(text);
      else page.fragment.delete(0, 1);
      await until(() => page.allSaved);
      page.disconnect();
    };
    const keep = (name: string) => versions.create(chief, speechId, { name, note: "" });
    const search = (passage: string) => versions.search(chief, speechId, passage);
    return { storage, office, drafter, write, keep, search };
  }
  const ids = (spans: readonly PassageSpan[]) =>
    spans.map(({ first, last, before, writers }) => [
      before?.name ?? null,
      first?.name ?? null,
      last?.name ?? null,
      writers?.map(({ id }) => id) ?? null,
    ]);

  it("VE-41 shows each time that it came and went, and who typed it", async () => {
    const { office, drafter, write, keep, search } = await open(database);
    const { chief } = office;
    await write(chief, "add", "推动高质量发展。");
    await keep("一");
    await write(drafter, "add", "农村公路实行路长制。");
    await keep("二");
    await keep("三");
    await write(chief, "delete", "");
    await keep("四");
    await write(drafter, "add", "推动高质量发展。");

    expect(await search("发展")).toMatchObject({ searched: 4 });
    expect(ids((await search("高质量发展")).spans)).toEqual([
      [null, "一", "三", [chief.id]],
      ["四", null, null, [drafter.id]],
    ]);
    expect(ids((await search("路长")).spans)).toEqual([["一", "二", null, [drafter.id]]]);
    expect((await search("没有写过")).spans).toEqual([]);
  });

  it("VE-41 a passage that several wrote names them all", async () => {
    const { storage, office, drafter, write, keep, search } = await open(database);
    await write(office.chief, "add", "推动发展。");
    const page = office.page(drafter);
    await until(() => page.allSaved);
    editShared(page.doc, (tr) => tr.insertText("高质量", 3));
    await until(() => page.allSaved);
    const { id } = await keep("一");
    const both = (await search("推动高质量发展")).spans[0]?.writers?.map((writer) => writer.id);
    expect(new Set(both)).toEqual(new Set([office.chief.id, drafter.id]));
    expect(ids((await search("高质量")).spans)).toEqual([[null, "一", null, [drafter.id]]]);
    const { text_id } = await storage.database.query((queries) =>
      queries.selectFrom("versions").select("text_id").where("id", "=", id).executeTakeFirstOrThrow(),
    );
    expect(await readOriginsOf(storage.database, text_id)).toEqual(
      readOrigins(page.doc.getXmlFragment(FRAGMENT)),
    );
  });

  it("VE-41 what a version brought back was written by its writers, not by who brought it back", async () => {
    const { office, drafter, write, keep, search } = await open(database);
    const { versions, chief, speechId } = office;
    await write(drafter, "add", "推动高质量发展。");
    const { id } = await keep("一");
    await write(chief, "delete", "");
    await keep("二");
    const { after } = await versions.restore(chief, speechId, id, {});
    expect(ids((await search("高质量")).spans).map(([, , , writers]) => writers)).toEqual([
      [drafter.id],
      [drafter.id],
    ]);
    expect(after.authors).toEqual([]);
  });

  it("VE-41 says that it isn't known for texts kept before authors were", async () => {
    const { office, write, keep, search } = await open(database);
    await write(office.chief, "add", "早先写的。");
    await keep("一");
    await database.execute("update version_texts set authors = null");
    expect(ids((await search("早先")).spans)).toEqual([[null, "一", null, null]]);
  });

  it("VE-41 a draft from elsewhere neither breaks a passage's time nor begins one, and is named when it alone has it", async () => {
    const { office, write, keep, search } = await open(database);
    const { chief } = office;
    const fromElsewhere = async (name: string) => {
      await database.execute(`update versions set kind = 'imported' where id = '${(await keep(name)).id}'`);
    };
    await write(chief, "add", "推动高质量发展。");
    await keep("一");
    await write(chief, "delete", "");
    await write(chief, "add", "外单位改的。");
    await fromElsewhere("来稿");
    await write(chief, "delete", "");
    await write(chief, "add", "推动高质量发展。");

    expect(ids((await search("高质量发展")).spans)).toEqual([[null, "一", null, [chief.id]]]);
    expect(ids((await search("外单位")).spans)).toEqual([[null, "来稿", "来稿", null]]);
    await write(chief, "add", "外单位也这么说。");
    expect(ids((await search("外单位")).spans)).toEqual([["一", null, null, [chief.id]]]);
  });

  it("VE-41 is shown to who may see versions, and to nobody else", async () => {
    const { office } = await open(database);
    const { versions, chief, speechId } = office;
    const viewer = await office.addMember(chief, speechId, "viewer");
    const commenter = await office.addMember(chief, speechId, "commenter");
    await expect(versions.search(viewer, speechId, "发展")).rejects.toMatchObject({ code: "forbidden" });
    await expect(versions.search(commenter, speechId, "发展")).resolves.toMatchObject({ spans: [] });
  });
});

describe("the searching thread", () => {
  it("VE-41 answers from a thread of its own, again and again until it is closed", async () => {
    const finder = createPassageFinder();
    expect(await finder.find({ pattern: "发展", texts: [] })).toEqual([]);
    expect(await finder.find({ pattern: "推动", texts: [] })).toEqual([]);
    await finder.close();
    await expect(finder.find({ pattern: "发展", texts: [] })).rejects.toMatchObject({
      code: "shutting-down",
    });
  });
});
