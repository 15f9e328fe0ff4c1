/** Words that somebody takes out and brings back stay their typist's, however much it was and by however many steps. */
import type { Slice } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { UndoManager, type Transaction as YTransaction } from "yjs";
import { CarryFollower } from "@/core/authors/carry-follower";
import { readOrigins } from "@/core/authors/origins";
import { lettersByPerson } from "../helpers/letters-by-person";
import { openRooms, until } from "../helpers/rooms";
import { editShared, textOf } from "../helpers/shared-edit";
import { SyncClient } from "../helpers/sync-client";

const LINES = 60;
const lineOf = (index: number) => `第${index}段，各不相同的话语。`;
const LETTERS = Array.from({ length: LINES }, (_, index) => lineOf(index).length).reduce((a, b) => a + b);

const all = (tr: Transaction) => tr.delete(0, tr.doc.content.size);

/** A speech of the chief's, in which two colleagues type nothing. */
async function open() {
  const { rooms, speechId, log } = openRooms();
  const join = (back: Pick<SyncClient, "personId" | "doc"> | null = null) =>
    new SyncClient(rooms, speechId, back === null ? {} : { personId: back.personId, doc: back.doc });
  const chief = join();
  for (let index = 0; index < LINES; index += 1) chief.write(lineOf(index));
  await until(() => chief.allSaved);
  const [editor, other] = [join(), join()];
  const together = () =>
    until(() =>
      [chief, editor, other].every(({ allSaved, doc }) => allSaved && textOf(doc).eq(textOf(editor.doc))),
    );
  await together();
  const undo = new UndoManager(editor.fragment, { captureTimeout: 0 });
  const follower = new CarryFollower();
  editor.doc.on("afterTransaction", (transaction: YTransaction) => follower.follow(transaction));
  /** That the page itself counts as the editor's, before it asks the server. */
  const followedAsOwn = () => {
    const letters = readOrigins(editor.fragment).flatMap((block) => block.letters);
    return letters
      .filter(({ clientId }) => clientId === editor.doc.clientID)
      .flatMap(({ clientId, clock, length }) =>
        follower.runs.find({ clientId, clock: clock ?? 0, length }).filter(({ held }) => held === null),
      )
      .reduce((sum, { length }) => sum + length, 0);
  };
  const counts = () => lettersByPerson(editor.doc, log, speechId);
  const change = async (client: SyncClient, edit: (tr: Transaction) => Transaction) => {
    editShared(client.doc, edit);
    await together();
  };
  /** Everybody goes, and the editor comes back to a room that was closed meanwhile. */
  const closedMeanwhile = async () => {
    for (const client of [chief, editor, other]) client.disconnect();
    await until(() => rooms.size === 0);
    const back = join(editor);
    await until(() => back.allSaved);
    return back;
  };
  return { chief, editor, other, undo, change, together, counts, followedAsOwn, closedMeanwhile };
}

describe("words that were taken out and come back", () => {
  it("WW-30 are their typist's when all was deleted at once and that is undone", async () => {
    const { chief, editor, undo, change, together, counts, followedAsOwn } = await open();
    await change(editor, all);
    undo.undo();
    await together();
    expect(counts()).toEqual(new Map([[chief.personId, LETTERS]]));
    expect(followedAsOwn()).toBe(0);
  });

  it("WW-30 are so when they were cut in one message and pasted in another", async () => {
    const { chief, editor, change, counts, followedAsOwn } = await open();
    let cut: Slice | undefined;
    await change(editor, (tr) => {
      cut = tr.doc.slice(0, tr.doc.content.size);
      return all(tr);
    });
    await change(editor, (tr) => (cut === undefined ? tr : tr.replace(0, tr.doc.content.size, cut)));
    expect(counts()).toEqual(new Map([[chief.personId, LETTERS]]));
    expect(followedAsOwn()).toBe(0);
  });

  it("WW-30 are so when a few letters of each line went one after the other, others' deletions in between", async () => {
    const { chief, editor, other, undo, change, together, counts, followedAsOwn } = await open();
    for (let index = 0; index < LINES; index += 1) {
      const startOf = (tr: Transaction) => {
        let at = 1;
        for (let before = 0; before < index; before += 1) at += tr.doc.child(before).nodeSize;
        return at;
      };
      await change(editor, (tr) => tr.delete(startOf(tr), startOf(tr) + 3));
      await change(other, (tr) => tr.delete(startOf(tr), startOf(tr) + 2));
    }
    for (let step = 0; step < LINES; step += 1) undo.undo();
    await together();
    expect(counts()).toEqual(new Map([[chief.personId, LETTERS - 2 * LINES]]));
    expect(followedAsOwn()).toBe(0);
  });

  it("WW-30 are so when something was typed over them that undo takes out again", async () => {
    const { chief, editor, undo, change, together, counts, followedAsOwn } = await open();
    await change(editor, (tr) => tr.insertText("改为别的话", 1, tr.doc.child(0).nodeSize - 1));
    undo.undo();
    await together();
    expect(counts()).toEqual(new Map([[chief.personId, LETTERS]]));
    expect(followedAsOwn()).toBe(0);
  });

  it("WW-31 are so when the room was closed in between", async () => {
    const { chief, editor, undo, change, counts, closedMeanwhile } = await open();
    await change(editor, (tr) => tr.delete(0, tr.doc.child(0).nodeSize));
    await change(editor, (tr) => tr.delete(1, 4));
    const back = await closedMeanwhile();
    undo.undo();
    undo.undo();
    await until(() => back.allSaved);
    expect(counts()).toEqual(new Map([[chief.personId, LETTERS]]));
    back.disconnect();
  });

  it("WW-30 are another's own when that person types the same, and one's own when a short word is typed long after", async () => {
    const { editor, other, change, counts } = await open();
    await change(editor, (tr) => tr.delete(1, 4));
    await change(other, (tr) => tr.insertText("第0段", 1));
    expect(counts().get(other.personId)).toBe(3);
    // Deleting forty lines comes in between.
    for (let step = 0; step < 40; step += 1) {
      await change(editor, (tr) =>
        tr.delete(tr.doc.child(0).nodeSize, tr.doc.child(0).nodeSize + tr.doc.child(1).nodeSize),
      );
    }
    await change(editor, (tr) => tr.insertText("第0段", 1));
    expect(counts().get(editor.personId)).toBe(3);
  });
});
