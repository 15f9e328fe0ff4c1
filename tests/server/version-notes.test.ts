/** What is said of a version: by whom it may be changed, and what is on the record of it. */
import { afterEach, expect, it } from "vitest";
import { describeOnBoth } from "../helpers/databases";
import { openVersionOffice, type VersionOffice } from "../helpers/version-office";
import { typeLine } from "../helpers/version-typing";

const opened: VersionOffice[] = [];
afterEach(async () => {
  for (const { liveRooms } of opened.splice(0)) await liveRooms.close();
});

describeOnBoth("notes of versions", (database) => {
  it("VE-16 what a stage began with stays as it was said; its version may be named", async () => {
    const office = await openVersionOffice(await database.open());
    opened.push(office);
    const { versions, stages, chief, speechId, addMember } = office;
    const editor = await addMember(chief, speechId, "editor");
    await typeLine(office, chief, "第一段。");
    await stages.move(chief, speechId, { stage: "consultation", note: "周五前反馈", tasks: [] });
    const [staged] = await versions.list(chief, speechId);
    if (staged === undefined) throw new Error("no version");
    const other = { name: "征求意见", note: "不急" };
    for (const person of [editor, chief]) {
      await expect(versions.name(person, speechId, staged.id, other)).rejects.toMatchObject({
        code: "forbidden",
      });
    }
    const named = await versions.name(editor, speechId, staged.id, { name: "征求意见", note: "周五前反馈" });
    expect(named).toMatchObject({ kind: "stage", name: "征求意见", note: "周五前反馈" });
  });

  it("VE-16 another note is on the record as another name is", async () => {
    const office = await openVersionOffice(await database.open());
    opened.push(office);
    const { versions, records, chief, speechId } = office;
    await typeLine(office, chief, "第一段。");
    const { id } = await versions.create(chief, speechId, { name: "一稿", note: "送审" });
    await versions.name(chief, speechId, id, { name: "一稿", note: "退回重写" });
    const { entries } = await records.read(chief, speechId);
    expect(entries.filter(({ kind }) => kind === "version")).toHaveLength(2);
  });

  it("VE-87 naming a version leaves its note, and a note its name, as a colleague left them meanwhile", async () => {
    const office = await openVersionOffice(await database.open());
    opened.push(office);
    const { versions, stages, records, chief, speechId, addMember } = office;
    const editor = await addMember(chief, speechId, "editor");
    await typeLine(office, chief, "第一段。");
    const { id } = await versions.create(chief, speechId, { name: "一稿", note: "" });
    await versions.name(editor, speechId, id, { note: "送李主任" });
    expect(await versions.name(chief, speechId, id, { name: "初稿" })).toMatchObject({ note: "送李主任" });
    expect(await versions.name(editor, speechId, id, { note: "" })).toMatchObject({ name: "初稿", note: "" });
    const named = async () =>
      (await records.read(chief, speechId)).entries.filter(({ kind }) => kind === "version").length;
    expect(await named()).toBe(4);
    await versions.name(editor, speechId, id, {});
    expect(await named()).toBe(4);

    await stages.move(chief, speechId, { stage: "consultation", note: "周五前反馈", tasks: [] });
    const [staged] = await versions.list(chief, speechId);
    if (staged === undefined) throw new Error("no version");
    expect(await versions.name(editor, speechId, staged.id, { name: "征求意见" })).toMatchObject({
      name: "征求意见",
      note: "周五前反馈",
    });
  });

  it("VE-87 a version that made itself is kept for ever under a name only", async () => {
    const office = await openVersionOffice(await database.open());
    opened.push(office);
    const { versions, chief, speechId } = office;
    await typeLine(office, chief, "第一段。");
    await versions.keepAfterPause(speechId);
    const [automatic] = await versions.list(chief, speechId);
    if (automatic === undefined) throw new Error("no version");
    await expect(versions.name(chief, speechId, automatic.id, { note: "送审" })).rejects.toMatchObject({
      code: "invalid-input",
      fields: { name: "required" },
    });
    const named = await versions.name(chief, speechId, automatic.id, { name: "一稿" });
    expect(named).toMatchObject({ kind: "named", name: "一稿", note: "" });
  });

  it("AC-05 the versions of an archived speech keep their names, until it is restored", async () => {
    const office = await openVersionOffice(await database.open());
    opened.push(office);
    const { versions, speeches, chief, speechId } = office;
    await typeLine(office, chief, "第一段。");
    const { id } = await versions.create(chief, speechId, { name: "一稿", note: "" });
    await speeches.change(chief, speechId, { archived: true });
    const other = { name: "改名", note: "" };
    await expect(versions.name(chief, speechId, id, other)).rejects.toMatchObject({ code: "forbidden" });
    await speeches.change(chief, speechId, { archived: false });
    expect((await versions.name(chief, speechId, id, other)).name).toBe("改名");
  });
});
