/** The text is kept before somebody takes much of it out at once, by whatever hand. */
import { afterEach, expect, it, vi } from "vitest";
import { documentSchema } from "@/core/document/schema";
import { nodeText } from "@/core/text/count";
import { describeOnBoth } from "../helpers/databases";
import { until } from "../helpers/rooms";
import { editShared } from "../helpers/shared-edit";
import { openVersionOffice, type VersionOffice } from "../helpers/version-office";
import { typeLine } from "../helpers/version-typing";

const opened: VersionOffice[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  for (const { liveRooms } of opened.splice(0)) await liveRooms.close();
});

const LONG = "一要抓好落实，二要抓好督查。".repeat(30);

describeOnBoth("much taken out at once", (database) => {
  async function open(text: string) {
    const kept: Promise<void>[] = [];
    const office: VersionOffice = await openVersionOffice(await database.open(), {
      pauseMs: { quietMs: 3_600_000, longestMs: 3_600_000 },
      onLargeRemoval: (...removal) => {
        const keeping = office.versions.keepBeforeRemoval(...removal);
        kept.push(keeping);
        return keeping;
      },
    });
    opened.push(office);
    const editor = await office.addMember(office.chief, office.speechId, "editor");
    await typeLine(office, office.chief, text);
    const page = office.page(editor);
    await until(() => page.allSaved);
    const { versions, chief, speechId } = office;
    const list = () => versions.list(chief, speechId);
    return { ...office, editor, page, list, kept };
  }

  it("VE-42 what is pasted over everything leaves the text that was there as a version", async () => {
    const { editor, page, list, versions, chief, speechId } = await open(LONG);
    editShared(page.doc, (tr) =>
      tr.replaceWith(1, tr.doc.child(0).nodeSize - 1, documentSchema().text("误贴")),
    );
    await vi.waitFor(async () => expect(await list()).toHaveLength(1));
    const [kept] = await list();
    expect(kept).toMatchObject({ kind: "before-change", madeBy: { id: editor.id }, characters: LONG.length });
    const { document } = await versions.read(chief, speechId, kept?.id ?? ("" as never));
    expect(nodeText(document)).toBe(LONG);
    page.disconnect();
  });

  it("SY-121 after the clock was set back it is kept as ever", async () => {
    const { page, kept } = await open(LONG);
    const pasteOver = (text: string) =>
      editShared(page.doc, (tr) =>
        tr.replaceWith(1, tr.doc.child(0).nodeSize - 1, documentSchema().text(text.repeat(300))),
      );
    pasteOver("误贴");
    await until(() => kept.length === 1 && page.allSaved);
    const { now: timeOfDay } = Date;
    const steady = performance.now.bind(performance);
    vi.spyOn(Date, "now").mockImplementation(() => timeOfDay() - 24 * 3_600_000);
    vi.spyOn(performance, "now").mockImplementation(() => steady() + 10_000);
    pasteOver("又误");
    await until(() => page.allSaved);
    expect(kept).toHaveLength(2);
    page.disconnect();
  });

  it("VE-42 a restoring, which has it kept already, leaves no other", async () => {
    const { page, list, kept, versions, chief, speechId } = await open("一稿只有一句话。");
    const { id } = await versions.create(chief, speechId, { name: "一稿", note: "" });
    page.write(LONG);
    await until(() => page.allSaved);
    const { before, after } = await versions.restore(chief, speechId, id, {});
    await Promise.all(kept);
    expect(kept).toHaveLength(1);
    page.write("后来写的。");
    await until(() => page.allSaved);
    const last = await versions.create(chief, speechId, { name: "二稿", note: "" });
    expect((await list()).map((each) => each.id)).toEqual([last.id, after.id, before.id, id]);
    page.disconnect();
  });

  it("VE-42 a line that is taken out or put elsewhere leaves none", async () => {
    const { page, list, kept, versions, chief, speechId } = await open(LONG);
    editShared(page.doc, (tr) => tr.split(200));
    editShared(page.doc, (tr) => tr.delete(1, 100));
    await until(() => page.allSaved);
    expect(kept).toEqual([]);
    const last = await versions.create(chief, speechId, { name: "二稿", note: "" });
    expect((await list()).map((each) => each.id)).toEqual([last.id]);
    page.disconnect();
  });
});
