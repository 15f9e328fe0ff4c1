/** Taking back that a version was brought back. */
import { afterEach, expect, it } from "vitest";
import { documentSchema } from "@/core/document/schema";
import { newId } from "@/core/new-id";
import type { VersionTexts } from "@/server/services/ports";
import { createVersionService } from "@/server/services/versions";
import { createVersionTexts } from "@/server/sync/version-texts";
import { describeOnBoth, type TestDatabase } from "../helpers/databases";
import { until } from "../helpers/rooms";
import { textOf, writeText } from "../helpers/shared-edit";
import { COMPARER, openVersionOffice, PASSAGES, type VersionOffice } from "../helpers/version-office";
import { textNow, typeLine } from "../helpers/version-typing";

const opened: VersionOffice[] = [];
afterEach(async () => {
  for (const { liveRooms } of opened.splice(0)) await liveRooms.close();
});

async function open(database: TestDatabase) {
  const storage = await database.open();
  const office = await openVersionOffice(storage, {
    pauseMs: { quietMs: 3_600_000, longestMs: 3_600_000 },
  });
  opened.push(office);
  return { ...office, database: storage.database };
}

const named = (name: string) => ({ name, note: "" });

describeOnBoth("undoing that a version was brought back", (database) => {
  it("VE-46 it is undone while the text is what was brought back, and not once somebody has written on", async () => {
    const office = await open(database);
    const { versions, chief, speechId } = office;
    await typeLine(office, chief, "第一段。");
    const first = await versions.create(chief, speechId, named("一稿"));
    await typeLine(office, chief, "第二段。");
    const { before, after } = await versions.restore(chief, speechId, first.id, {});
    const undo = { ifContentHash: after.contentHash };
    await typeLine(office, chief, "又写一段。");
    const listed = await versions.list(chief, speechId);
    const refused = versions.restore(chief, speechId, before.id, undo);
    await expect(refused).rejects.toMatchObject({ code: "conflict" });
    expect(await textNow(office)).toBe("第一段。\n又写一段。");
    expect(await versions.list(chief, speechId)).toEqual(listed);

    await versions.restore(chief, speechId, first.id, {});
    await versions.restore(chief, speechId, before.id, undo);
    expect(await textNow(office)).toBe("第一段。\n第二段。");
  });

  it("VE-46 what a colleague writes while it is undone, or just after it was brought back, keeps it from that", async () => {
    const office = await open(database);
    const { versions, chief, speechId, clock } = office;
    const editor = await office.addMember(chief, speechId, "editor");
    const texts = createVersionTexts(office.liveRooms);
    /** Somebody writes between two steps of the service. */
    const interrupted = (step: "snapshot" | "restore", words: string) => {
      let isFirst = true;
      const after = async <Taken>(taken: Promise<Taken>): Promise<Taken> => {
        const value = await taken;
        if (isFirst) {
          isFirst = false;
          await typeLine(office, editor, words);
        }
        return value;
      };
      const wrapped: VersionTexts =
        step === "snapshot"
          ? { ...texts, snapshot: (...asked) => after(texts.snapshot(...asked)) }
          : { ...texts, restore: (...asked) => after(texts.restore(...asked)) };
      const { database: store } = office;
      return createVersionService({
        database: store,
        texts: wrapped,
        comparer: COMPARER,
        passages: PASSAGES,
        clock,
      });
    };
    await typeLine(office, chief, "第一段。");
    const first = await versions.create(chief, speechId, named("一稿"));
    await typeLine(office, chief, "第二段。");

    const one = await interrupted("restore", "刚恢复就写。").restore(chief, speechId, first.id, {});
    expect(one.after.contentHash).toBe(first.contentHash);
    const undo = { ifContentHash: one.after.contentHash };
    await expect(versions.restore(chief, speechId, one.before.id, undo)).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await textNow(office)).toBe("第一段。\n刚恢复就写。");

    const other = await versions.restore(chief, speechId, first.id, {});
    const late = interrupted("snapshot", "撤销时写。").restore(chief, speechId, other.before.id, {
      ifContentHash: other.after.contentHash,
    });
    await expect(late).rejects.toMatchObject({ code: "conflict" });
    expect(await textNow(office)).toBe("第一段。\n撤销时写。");
  });

  it("VE-46 what was proposed then and decided since comes with the version, and goes as that is undone", async () => {
    const office = await open(database);
    const { versions, chief, speechId } = office;
    const client = office.page(chief);
    await until(() => client.allSaved);
    const schema = documentSchema();
    const line = (...words: Parameters<typeof schema.text>[]) =>
      schema.node(
        "paragraph",
        null,
        words.map((word) => schema.text(...word)),
      );
    const proposal = schema.mark("insertion", { id: newId(), person: chief.id, at: 1, begins: null });
    const write = async (...blocks: ReturnType<typeof line>[]) => {
      writeText(client.doc, schema.node("doc", null, blocks));
      await until(() => client.allSaved);
    };
    await write(line(["加强"], ["作风", [proposal]], ["建设。"]));
    const proposed = await versions.create(chief, speechId, named("提了修订"));
    await write(line(["加强建设。"]), line(["第二段。"]));
    const decided = textOf(client.doc).toJSON();
    const { before, after } = await versions.restore(chief, speechId, proposed.id, {});
    expect(after.contentHash).toBe(proposed.contentHash);
    const undone = await versions.restore(chief, speechId, before.id, { ifContentHash: after.contentHash });
    expect(undone.after.contentHash).toBe(before.contentHash);
    await until(() => textOf(client.doc).childCount === 2);
    expect(textOf(client.doc).toJSON()).toEqual(decided);
    client.disconnect();
  });
});
