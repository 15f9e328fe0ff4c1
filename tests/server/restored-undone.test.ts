/** Taking back that a version was brought back. */
import { expect, it } from "vitest";
import { documentSchema } from "@/core/document/schema";
import { newId } from "@/core/new-id";
import type { VersionTexts } from "@/server/services/ports";
import { createVersionService } from "@/server/services/versions";
import { createVersionTexts } from "@/server/sync/version-texts";
import { describeOnBoth } from "../helpers/databases";
import { until } from "../helpers/rooms";
import { textOf, writeText } from "../helpers/shared-edit";
import { COMPARER, PASSAGES } from "../helpers/version-office";
import { versionOffices } from "../helpers/version-offices";
import { textNow, typeLine } from "../helpers/version-typing";

const { open } = versionOffices();

const named = (name: string) => ({ name, note: "" });

describeOnBoth("undoing that a version was brought back", (database) => {
  it("VE-46 while nobody has written on it is exactly what it was, also after a second time", async () => {
    const office = await open(database);
    const { versions, chief, speechId } = office;
    await typeLine(office, chief, "第一段。");
    const first = await versions.create(chief, speechId, named("一稿"));
    await typeLine(office, chief, "第二段。");
    for (let times = 0; times < 2; times += 1) {
      const { before, after } = await versions.restore(chief, speechId, first.id, {});
      expect(await textNow(office)).toBe("第一段。");
      const undo = { ifContentHash: after.contentHash };
      const undone = await versions.restore(chief, speechId, before.id, undo);
      expect(undone.after.contentHash).toBe(before.contentHash);
      expect(await textNow(office)).toBe("第一段。\n第二段。");
    }
  });

  it("VE-91 what a colleague writes while it is undone, or just after it was brought back, stays", async () => {
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
    await versions.restore(chief, speechId, one.before.id, { ifContentHash: one.after.contentHash });
    const lines = async () => (await textNow(office)).split("\n").sort();
    expect(await lines()).toEqual(["刚恢复就写。", "第一段。", "第二段。"]);

    const other = await versions.restore(chief, speechId, first.id, {});
    await interrupted("snapshot", "撤销时写。").restore(chief, speechId, other.before.id, {
      ifContentHash: other.after.contentHash,
    });
    expect(await lines()).toEqual(["刚恢复就写。", "撤销时写。", "第一段。", "第二段。"]);
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
