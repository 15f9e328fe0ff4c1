/** What a version brings back stays its typists', whoever brings it back. */
import type { Node } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import { afterEach, expect, it } from "vitest";
import type { Person } from "@/core/person";
import { charactersByPerson } from "../helpers/characters-by-person";
import { describeOnBoth, type TestDatabase } from "../helpers/databases";
import { until } from "../helpers/rooms";
import { editShared, suggestShared } from "../helpers/shared-edit";
import { openVersionOffice, type VersionOffice } from "../helpers/version-office";
import { textNow, typeLine } from "../helpers/version-typing";

const opened: VersionOffice[] = [];
afterEach(async () => {
  for (const { liveRooms } of opened.splice(0)) await liveRooms.close();
});

const CHIEFS = ["我们要推动高质量发展。", "谢谢大家。", "各单位要抓好落实。"];
const EDITORS = ["民生是头等大事。", "谢谢大家。"];
const lengthOf = (lines: readonly string[]) => lines.join("").length;
const all = (tr: Transaction) => tr.delete(0, tr.doc.content.size);

function startOf(doc: Node, index: number): number {
  let at = 0;
  for (let before = 0; before < index; before += 1) at += doc.child(before).nodeSize;
  return at;
}

const line = (index: number) => (tr: Transaction) =>
  tr.delete(startOf(tr.doc, index), startOf(tr.doc, index) + tr.doc.child(index).nodeSize);

/** Five lines of two people's, kept as a version, and a third who has typed nothing. */
async function open(database: TestDatabase) {
  const office = await openVersionOffice(await database.open(), {
    pauseMs: { quietMs: 3_600_000, longestMs: 3_600_000 },
  });
  opened.push(office);
  const { chief, speechId, versions } = office;
  const editor = await office.addMember(chief, speechId, "editor");
  const other = await office.addMember(chief, speechId, "editor");
  for (const text of CHIEFS) await typeLine(office, chief, text);
  for (const text of EDITORS) await typeLine(office, editor, text);
  const version = await versions.create(chief, speechId, { name: "一稿", note: "" });
  const change = async (person: Person, edit: (tr: Transaction) => Transaction) => {
    const page = office.page(person);
    await until(() => page.allSaved);
    editShared(page.doc, edit);
    await until(() => page.allSaved);
    page.disconnect();
  };
  const counts = async () => {
    const page = office.page(chief);
    await until(() => page.allSaved);
    const characters = await charactersByPerson(office, page.doc);
    page.disconnect();
    return characters;
  };
  const typed = new Map([
    [chief.id, lengthOf(CHIEFS)],
    [editor.id, lengthOf(EDITORS)],
  ]);
  const restore = (person: Person, what: Parameters<typeof versions.restore>[3] = {}) =>
    versions.restore(person, speechId, version.id, what);
  return { ...office, editor, other, change, counts, typed, restore };
}

describeOnBoth("a version that is brought back", (database) => {
  it("WW-32 is its typists' though another deleted all, and is so again after that is undone and done once more", async () => {
    const office = await open(database);
    const { versions, chief, speechId, editor, other, change, counts, typed, restore } = office;
    await change(editor, all);
    const { before, after } = await restore(other);
    expect(await counts()).toEqual(typed);
    await versions.restore(other, speechId, before.id, { ifContentHash: after.contentHash });
    expect(await textNow(office)).toBe("");
    await restore(chief);
    expect(await counts()).toEqual(typed);
    // Nobody typed it in the versions' figures either.
    const last = await versions.create(chief, speechId, { name: "二稿", note: "" });
    expect(last.authors).toEqual([]);
  });

  it("WW-32 tells lines of one wording apart, and words within a line", async () => {
    const { editor, other, change, counts, typed, restore } = await open(database);
    await change(editor, line(1));
    await change(editor, (tr) => tr.delete(startOf(tr.doc, 0) + 4, startOf(tr.doc, 0) + 6));
    await change(editor, (tr) => tr.insertText("改了", startOf(tr.doc, 1) + 1, startOf(tr.doc, 1) + 4));
    await restore(other);
    expect(await counts()).toEqual(typed);
  });

  it("WW-32 brought back in part, likewise; what others typed since stays theirs", async () => {
    const office = await open(database);
    const { editor, other, change, counts, typed, restore } = office;
    await change(editor, all);
    await typeLine(office, other, "新写的一段。");
    await restore(other, { blocks: { start: 3, end: 5 } });
    expect(await counts()).toEqual(
      new Map([
        [editor.id, lengthOf(EDITORS)],
        [other.id, 6],
      ]),
    );
    await restore(other);
    expect(await counts()).toEqual(typed);
  });

  it("WW-32 is so where a line was put elsewhere before it went", async () => {
    const { editor, other, change, counts, typed, restore } = await open(database);
    await change(editor, (tr) => tr.split(4));
    await change(editor, (tr) => {
      const moved = tr.doc.child(2);
      return line(2)(tr).insert(0, moved);
    });
    await change(other, all);
    await restore(editor);
    expect(await counts()).toEqual(typed);
  });

  it("WW-32 is so where words are proposed in what stays, which are their proposer's", async () => {
    const office = await open(database);
    const { chief, editor, other, change, counts, restore } = office;
    const page = office.page(other);
    await until(() => page.allSaved);
    suggestShared(page.doc, other.id, (tr) => tr.insertText("大力", startOf(tr.doc, 0) + 4));
    await until(() => page.allSaved);
    page.disconnect();
    await change(editor, (tr) => {
      const end = startOf(tr.doc, 1) - 1;
      return tr.delete(end - 4, end - 1);
    });
    await restore(other);
    expect(await textNow(office)).toContain("我们要大力推动高质量发展。");
    expect(await counts()).toEqual(
      new Map([
        [chief.id, lengthOf(CHIEFS)],
        [other.id, 2],
        [editor.id, lengthOf(EDITORS)],
      ]),
    );
  });
});
