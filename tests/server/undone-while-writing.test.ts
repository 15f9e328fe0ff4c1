/** Taking back that a version was brought back, after others have written on and while they do. */
import type { Transaction } from "@tiptap/pm/state";
import { expect, it } from "vitest";
import { documentSchema } from "@/core/document/schema";
import { newId } from "@/core/new-id";
import { listSuggestions } from "@/core/review/list-suggestions";
import { charactersByPerson } from "../helpers/characters-by-person";
import { describeOnBoth } from "../helpers/databases";
import { FIRST, restorableOffices, SECOND, THIRD } from "../helpers/restorable-office";
import { until } from "../helpers/rooms";
import { editShared, suggestShared, textOf } from "../helpers/shared-edit";
import { addBefore, moveToFront, placeOf, remove } from "../helpers/text-edits";
import { commentOn, placesOf } from "../helpers/thread-on-words";
import { textNow } from "../helpers/version-typing";

const { openRestorable } = restorableOffices();

const heading = (words: string) => (tr: Transaction) =>
  tr.setBlockType(placeOf(tr.doc, words), placeOf(tr.doc, words), documentSchema().node("heading").type, {
    level: 1,
    runIn: false,
  });

describeOnBoth("undoing that a version was brought back as others write on", (database) => {
  it("VE-91 what a colleague wrote and took out since stays so, and the rest is what it was", async () => {
    const office = await openRestorable(database);
    const { versions, chief, speechId, change, restore, shows, undo, lines } = office;
    const restored = await restore();
    await shows("全省", false);
    expect(await lines()).toEqual([FIRST, SECOND]);
    await change(addBefore("头等", "最大的、"));
    await change(remove("我们"));
    await change(addBefore("发展", "可持续"));
    const { before, after } = await undo(restored);
    expect(await lines()).toEqual(["要推动全省高质量可持续发展。", "民生是最大的、头等大事。", THIRD]);
    // What was there is kept once more, with what the colleague wrote.
    const kept = JSON.stringify((await versions.read(chief, speechId, before.id)).document);
    expect(kept).toContain("最大的、");
    expect(after).toMatchObject({ fromVersion: restored.before.id });
  });

  it("VE-91 a colleague who types throughout stays connected and loses nothing", async () => {
    const office = await openRestorable(database);
    const { typist, restore, shows, undo, lines } = office;
    const restored = await restore();
    await shows("全省", false);
    typist.write("开头。");
    const undoing = undo(restored);
    for (let round = 0; round < 20; round += 1) {
      editShared(typist.doc, addBefore("头等", `${round}、`));
      typist.write(`同事${round}。`);
    }
    await undoing;
    await until(() => typist.allSaved);
    typist.write("结尾。");
    await until(() => typist.allSaved);
    const text = await lines();
    for (let round = 0; round < 20; round += 1) expect(text).toContain(`同事${round}。`);
    const typed = Array.from({ length: 20 }, (_, round) => `${round}、`).join("");
    expect(text).toEqual(expect.arrayContaining([`民生是${typed}头等大事。`, "开头。", "结尾。", THIRD]));
    expect(text[0]).toBe("我们要推动全省高质量发展。");
    expect(typist.closed).toBeNull();
  });

  it("VE-91 words that were written in a line that goes, or moves, with the undoing are kept", async () => {
    const office = await openRestorable(database);
    const { change, restore, shows, undo, liveRooms, speechId } = office;
    await change(remove(SECOND));
    await change(moveToFront(THIRD));
    const restored = await restore();
    await shows(SECOND);
    await change(addBefore("头等", "同事写的、"));
    await change(addBefore("高质量", "更"));
    await undo(restored);
    // What went with its line is put back a moment later.
    await liveRooms.textOf(speechId);
    const text = await textNow(office);
    expect(text).toContain("同事写的、");
    expect(text).not.toContain("民生是");
    expect(text).toMatch(/要推动(全省更|更全省)高质量发展。/);
    expect(text).toContain(THIRD);
  });

  it("VE-91 one paragraph that came back is taken back alone, and so is a restoring by a colleague", async () => {
    const office = await openRestorable(database);
    const { editor, change, restore, shows, undo, lines } = office;
    const restored = await restore(editor, { blocks: { start: 0, end: 1 } });
    await shows("全省", false);
    expect(await lines()).toEqual([FIRST, SECOND, THIRD]);
    await change(addBefore("抓好", "马上"));
    await undo(restored, editor);
    expect(await lines()).toEqual(["我们要推动全省高质量发展。", SECOND, "各单位要马上抓好落实。"]);
  });

  it("VE-91 comments and suggestions made since stay on their words, and those that went come back", async () => {
    const office = await openRestorable(database);
    const { editor, typist, restore, shows, undo } = office;
    const { fragment } = office.typist;
    const { thread: lost } = await commentOn(office, { fragment, block: 2, length: 3 });
    const restored = await restore();
    await shows(THIRD, false);
    const { thread: since } = await commentOn(office, { fragment, block: 1, length: 2 });
    suggestShared(typist.doc, editor.id, remove("头等"), newId());
    suggestShared(typist.doc, editor.id, addBefore("发展", "可持续"), newId());
    await until(() => typist.allSaved);
    await undo(restored);
    await shows(THIRD);
    expect(await placesOf(office, lost)).toEqual(["2:各单位"]);
    expect(await placesOf(office, since)).toEqual(["1:民生"]);
    expect(
      listSuggestions(textOf(typist.doc)).map(({ insertedText, deletedText }) => [insertedText, deletedText]),
    ).toEqual([
      ["可持续", ""],
      ["", "头等"],
    ]);
  });

  it("VE-91 a comment made since stays on words that the undoing moves", async () => {
    const office = await openRestorable(database);
    const { change, restore, shows, undo } = office;
    await change(heading(SECOND));
    const restored = await restore();
    await shows(THIRD, false);
    const { fragment } = office.typist;
    const { thread } = await commentOn(office, { fragment, block: 1, length: 2 });
    await change(addBefore("高质量", "更"));
    await undo(restored);
    expect(await placesOf(office, thread)).toEqual(["1:民生"]);
  });

  it("VE-91 WW-32 what comes back is its typists', and what the colleague wrote the colleague's", async () => {
    const office = await openRestorable(database);
    const { chief, editor, typist, change, restore, shows, undo } = office;
    const other = await office.addMember(chief, office.speechId, "editor");
    const restored = await restore(other);
    await shows("全省", false);
    await change(addBefore("头等", "最大的、"));
    await undo(restored, other);
    await shows("全省");
    expect(await charactersByPerson(office, typist.doc)).toEqual(
      new Map([
        [chief.id, FIRST.length + SECOND.length + THIRD.length],
        [editor.id, "全省最大的、".length],
      ]),
    );
  });
});
