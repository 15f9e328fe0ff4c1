/** Letters that somebody else puts elsewhere stay their typist's, wherever it is said who wrote what. */
import type { Transaction } from "@tiptap/pm/state";
import { afterEach, expect, it } from "vitest";
import { documentSchema } from "@/core/document/schema";
import type { Person } from "@/core/person";
import { charactersByPerson } from "../helpers/characters-by-person";
import { describeOnBoth } from "../helpers/databases";
import { until } from "../helpers/rooms";
import { editShared } from "../helpers/shared-edit";
import { openVersionOffice, type VersionOffice } from "../helpers/version-office";
import { typeLine } from "../helpers/version-typing";

const opened: VersionOffice[] = [];
afterEach(async () => {
  for (const { liveRooms } of opened.splice(0)) await liveRooms.close();
});

const LINE = "我们要推动高质量发展。";

/** Each changes the line that the chief typed without writing a word. */
const CHANGES: readonly (readonly [string, (tr: Transaction) => Transaction])[] = [
  ["splits", (tr) => tr.split(4)],
  [
    "makes a heading of",
    (tr) => tr.setBlockType(1, 1, documentSchema().nodes.heading ?? tr.doc.type, { level: 1 }),
  ],
  ["moves", (tr) => tr.insert(tr.doc.content.size, tr.doc.child(0)).delete(0, tr.doc.child(0).nodeSize)],
];

describeOnBoth("letters put elsewhere by somebody else", (database) => {
  async function open() {
    const office = await openVersionOffice(await database.open(), {
      pauseMs: { quietMs: 3_600_000, longestMs: 3_600_000 },
    });
    opened.push(office);
    const { chief, speechId } = office;
    const editor = await office.addMember(chief, speechId, "editor");
    await typeLine(office, chief, LINE);
    await typeLine(office, editor, "末段");
    const change = async (person: Person, edit: (tr: Transaction) => Transaction) => {
      const page = office.page(person);
      await until(() => page.allSaved);
      editShared(page.doc, edit);
      await until(() => page.allSaved);
      return page;
    };
    return { office, editor, change };
  }

  it.each(CHANGES)("WW-14 are their typist's in the page when another %s the line", async (_, edit) => {
    const { office, editor, change } = await open();
    const page = await change(editor, edit);
    expect(await charactersByPerson(office, page.doc)).toEqual(
      new Map([
        [office.chief.id, LINE.length],
        [editor.id, 2],
      ]),
    );
    page.disconnect();
  });

  it("WW-14 aren't counted as typed in a version, nor told as written by who put them there", async () => {
    const { office, editor, change } = await open();
    const { versions, chief, speechId } = office;
    await versions.create(chief, speechId, { name: "一稿", note: "" });
    for (const [, edit] of CHANGES) (await change(editor, edit)).disconnect();
    const page = await change(editor, (tr) => tr.insertText("再", 1));
    page.disconnect();
    const second = await versions.create(chief, speechId, { name: "二稿", note: "" });
    expect(second.authors).toEqual([{ id: editor.id, name: editor.name, characters: 1, removed: 0 }]);
    const { spans } = await versions.search(chief, speechId, "高质量发展");
    expect(spans.map(({ writers }) => writers?.map(({ id }) => id))).toEqual([[chief.id]]);
  });
});
