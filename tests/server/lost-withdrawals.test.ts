/** A right that is withdrawn while the database's answer is lost on the way: withdrawn from what is open, too. */
import { expect, it } from "vitest";
import { AppError } from "@/core/errors";
import type { Database } from "@/server/db/database";
import { describeOnBoth, type TestDatabase } from "../helpers/databases";
import { openOffice, PASSWORD, servicesOver } from "../helpers/offices";

const lost = { code: "storage-unavailable" };

/** The office's services, for which all is done and no answer comes back. */
async function losingAnswers(database: TestDatabase) {
  const storage = await database.open();
  const office = await openOffice(storage);
  const chief = await office.addPerson();
  const { id } = await office.addSpeech(chief);
  const editor = await office.addMember(chief, id, "editor");
  const lose = async <T>(done: Promise<T>): Promise<T> => {
    await done;
    throw new AppError("storage-unavailable");
  };
  const losing: Database = {
    ...storage.database,
    transaction: (run) => lose(storage.database.transaction(run)),
  };
  office.rooms.revoked.length = 0;
  return { ...office, storage, chief, id, editor, losing: servicesOver({ ...storage, database: losing }) };
}

describeOnBoth("a withdrawal whose answer is lost", (database) => {
  it("AC-04 closes the sockets of who was taken off a speech, and again when it is sent again", async () => {
    const { speeches, rooms, losing, chief, id, editor } = await losingAnswers(database);
    await expect(losing.speeches.removeMember(chief, id, editor.id)).rejects.toMatchObject(lost);
    expect(losing.rooms.revoked).toEqual([{ personId: editor.id, speechId: id }]);
    const members = await speeches.removeMember(chief, id, editor.id);
    expect(members.map(({ personId }) => personId)).toEqual([chief.id]);
    expect(rooms.revoked).toEqual([{ personId: editor.id, speechId: id }]);
    expect(await speeches.roleOf(editor.id, id)).toBeNull();
  });

  it("AC-04 closes the sockets of who has a lesser role, an archived speech or a disabled account", async () => {
    const { administrator, losing, chief, id, editor } = await losingAnswers(database);
    const { speeches, people, rooms } = losing;
    await expect(speeches.setMember(chief, id, editor.id, "viewer")).rejects.toMatchObject(lost);
    expect(rooms.revoked).toEqual([{ personId: editor.id, speechId: id }]);
    await expect(speeches.change(chief, id, { archived: true })).rejects.toMatchObject(lost);
    const everybody = [chief.id, editor.id].sort();
    expect(
      rooms.revoked
        .slice(1)
        .map(({ personId }) => personId)
        .sort(),
    ).toEqual(everybody);
    await expect(people.change(administrator, editor.id, { disabled: true })).rejects.toMatchObject(lost);
    expect(rooms.revoked.at(-1)).toEqual({ personId: editor.id, speechId: undefined });
    expect(rooms.revoked).toHaveLength(4);
  });

  it("AC-04 tells who was taken off, and whoever has the speech open", async () => {
    const { losing, chief, id, editor } = await losingAnswers(database);
    const { speeches, bell, rooms } = losing;
    await expect(speeches.setMember(chief, id, editor.id, "viewer")).rejects.toMatchObject(lost);
    expect([bell.rung, rooms.changed]).toEqual([[editor.id], [id]]);
    await expect(speeches.removeMember(chief, id, editor.id)).rejects.toMatchObject(lost);
    expect([bell.rung, rooms.changed]).toEqual([
      [editor.id, editor.id],
      [id, id],
    ]);
    // Once more it is done already, and all was told.
    await expect(speeches.removeMember(chief, id, editor.id)).rejects.toMatchObject(lost);
    expect([bell.rung.length, rooms.changed.length]).toEqual([2, 2]);
  });

  it("AC-04 one that was refused closes nobody's", async () => {
    const { addPerson, losing, chief, id, editor } = await losingAnswers(database);
    const { speeches, people, rooms } = losing;
    const stranger = await addPerson();
    const [forbidden, unknown] = [{ code: "forbidden" }, { code: "not-found" }];
    await expect(speeches.removeMember(editor, id, chief.id)).rejects.toMatchObject(forbidden);
    await expect(speeches.removeMember(stranger, id, editor.id)).rejects.toMatchObject(unknown);
    await expect(speeches.removeMember(chief, id, chief.id)).rejects.toMatchObject({ code: "last-chief" });
    await expect(speeches.change(editor, id, { archived: true })).rejects.toMatchObject(forbidden);
    await expect(people.change(editor, chief.id, { disabled: true })).rejects.toMatchObject(forbidden);
    expect(rooms.revoked).toEqual([]);
  });

  it("AU-07 a changed password's closes the sockets of the sessions that it ended", async () => {
    const { storage, chief } = await losingAnswers(database);
    let queries = 0;
    const losing: Database = {
      ...storage.database,
      async query(run) {
        const done = await storage.database.query(run);
        queries += 1;
        // Read, forgotten to have failed, changed.
        if (queries === 3) throw new AppError("storage-unavailable");
        return done;
      },
    };
    const { people, rooms } = servicesOver({ ...storage, database: losing });
    const change = people.changeOwnPassword(chief, PASSWORD, "chosen by myself");
    await expect(change).rejects.toMatchObject(lost);
    expect(rooms.revoked).toEqual([{ personId: chief.id, speechId: undefined }]);
  });
});
