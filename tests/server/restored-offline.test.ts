/** A version is brought back while a colleague writes without a network. */
import { afterEach, expect, it } from "vitest";
import { describeOnBoth } from "../helpers/databases";
import { until } from "../helpers/rooms";
import { editShared, textOf } from "../helpers/shared-edit";
import { openVersionOffice, type VersionOffice } from "../helpers/version-office";
import { textNow, typeLine } from "../helpers/version-typing";

const opened: VersionOffice[] = [];
afterEach(async () => {
  for (const { liveRooms } of opened.splice(0)) await liveRooms.close();
});

describeOnBoth("bringing a version back", (database) => {
  it("VE-25 SY-107 what was written offline in a paragraph that the version moves comes along with it", async () => {
    const office = await openVersionOffice(await database.open(), {
      pauseMs: { quietMs: 3_600_000, longestMs: 3_600_000 },
    });
    opened.push(office);
    const { versions, chief, speechId } = office;
    const editor = await office.addMember(chief, speechId, "editor");
    for (const line of ["甲段要抓好落实。", "乙段要加强领导。", "丙段要强化督查。"])
      await typeLine(office, chief, line);
    const { id } = await versions.create(chief, speechId, { name: "一稿", note: "" });
    const page = office.page(editor);
    await until(() => page.allSaved);
    // The first paragraph goes behind the second: 乙, 甲, 丙.
    editShared(page.doc, (tr) =>
      tr.insert(tr.doc.child(0).nodeSize * 2, tr.doc.child(0)).delete(0, tr.doc.child(0).nodeSize),
    );
    await until(() => page.allSaved);
    page.disconnect();
    textOf(page.doc).forEach((_, offset, index) => {
      editShared(page.doc, (tr) => tr.insertText(`【补${index + 1}】`, offset + 3 + index * 4));
    });
    await versions.restore(chief, speechId, id, {});
    const back = office.page(editor, "editor", page.doc);
    await until(() => back.allSaved);
    expect((await textNow(office)).split("\n")).toEqual([
      "甲段【补2】要抓好落实。",
      "乙段【补1】要加强领导。",
      "丙段【补3】要强化督查。",
    ]);
    back.disconnect();
  });

  it("VE-25 SY-118 what was written offline in a paragraph that the version hasn't is kept in one of its own", async () => {
    const office = await openVersionOffice(await database.open(), {
      pauseMs: { quietMs: 3_600_000, longestMs: 3_600_000 },
    });
    opened.push(office);
    const { versions, chief, speechId } = office;
    const editor = await office.addMember(chief, speechId, "editor");
    await typeLine(office, chief, "甲段要抓好落实。");
    const { id } = await versions.create(chief, speechId, { name: "一稿", note: "" });
    await typeLine(office, chief, "乙段后来才有。");
    const page = office.page(editor);
    await until(() => page.allSaved);
    page.disconnect();
    editShared(page.doc, (tr) => tr.insertText("路上写的", tr.doc.child(0).nodeSize + 1));
    await versions.restore(chief, speechId, id, {});
    const back = office.page(editor, "editor", page.doc);
    await until(() => back.allSaved);
    expect(await textNow(office)).toBe("甲段要抓好落实。\n路上写的");
    back.disconnect();
  });
});
