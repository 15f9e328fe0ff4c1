/** A paragraph of a version comes back out of a list that was made of it, while a colleague writes in that. */
import type { Transaction } from "@tiptap/pm/state";
import { expect, it } from "vitest";
import { documentSchema } from "@/core/document/schema";
import { charactersByPerson } from "../helpers/characters-by-person";
import { describeOnBoth } from "../helpers/databases";
import { FIRST, restorableOffices, SECOND, THIRD } from "../helpers/restorable-office";
import { until } from "../helpers/rooms";
import { editShared, textOf } from "../helpers/shared-edit";
import { addBefore, placeOf } from "../helpers/text-edits";

const { openRestorable } = restorableOffices();

/** The line with these words as the only item of a list. */
const listed = (words: string) => (tr: Transaction) => {
  const at = tr.doc.resolve(placeOf(tr.doc, words));
  const item = documentSchema().node("listItem", null, [at.parent]);
  return tr.replaceWith(at.before(), at.after(), documentSchema().node("bulletList", null, [item]));
};

describeOnBoth("a paragraph brought back out of a list", (database) => {
  it("VE-25 VE-22 SY-107 what was written in it offline comes along, and it stands once", async () => {
    const office = await openRestorable(database);
    const { editor, typist, change, restore, lines } = office;
    await change(listed(SECOND));
    typist.disconnect();
    editShared(typist.doc, addBefore("大事", "要事、"));
    await restore(office.chief, { blocks: { start: 1, end: 2 } });
    const back = office.page(editor, "editor", typist.doc);
    await until(() => back.allSaved);
    expect(await lines()).toEqual([
      FIRST.replace("高质量", "全省高质量"),
      SECOND.replace("大事", "要事、大事"),
      THIRD,
    ]);
    await until(() => textOf(back.doc).child(1).type.name === "paragraph");
    expect(back.closed).toBeNull();
    back.disconnect();
  });

  it("VE-22 WW-32 each letter of it is its typist's, not of whoever brings it back", async () => {
    const office = await openRestorable(database);
    const { chief, editor, typist, change, restore } = office;
    const other = await office.addMember(chief, office.speechId, "editor");
    await change(listed(SECOND));
    await restore(other, { blocks: { start: 1, end: 2 } });
    await until(() => textOf(typist.doc).child(1).type.name === "paragraph");
    expect(await charactersByPerson(office, typist.doc)).toEqual(
      new Map([
        [chief.id, FIRST.length + SECOND.length + THIRD.length],
        [editor.id, "全省".length],
      ]),
    );
  });
});
