/** A speech that is asked for again because the answer was lost. */
import { afterEach, expect, it } from "vitest";
import { newId } from "@/core/new-id";
import { describeOnBoth } from "../helpers/databases";
import { type ImportOffice, openImportOffice, upload } from "../helpers/import-office";

const opened: ImportOffice[] = [];
afterEach(async () => {
  for (const { liveRooms } of opened.splice(0)) await liveRooms.close();
});

const SPEECH = { title: "动员讲话", speaker: "", occasion: "", dueOn: null, text: "同志们：\n正文。" };
const FILE = { name: "初稿.txt", people: [], title: "" };

describeOnBoth("a speech that is asked for again", (database) => {
  async function open() {
    const office = await openImportOffice(await database.open());
    opened.push(office);
    const writer = await office.addPerson();
    const count = async (person = writer) =>
      (await office.speeches.list(person, { q: "", archived: false })).speeches.length;
    return { ...office, writer, count };
  }

  it("ST-26 is there once, also when both requests come in one moment, and opens as it is now", async () => {
    const { speeches, records, writer, count } = await open();
    const asked = { ...SPEECH, key: newId() };
    const twins = await Promise.all([speeches.create(writer, asked), speeches.create(writer, asked)]);
    const { id } = twins[0];
    expect(twins[1].id).toBe(id);
    await speeches.change(writer, id, { title: "改过的题目" });
    expect(await speeches.create(writer, asked)).toMatchObject({ id, title: "改过的题目" });
    expect(await count()).toBe(1);
    const { entries } = await records.read(writer, id);
    expect(entries.filter(({ kind }) => kind === "create")).toHaveLength(1);
  });

  it("ST-26 is another one with anything changed, from another person, or asked for anew", async () => {
    const { speeches, writer, count, addPerson } = await open();
    const colleague = await addPerson();
    const asked = { ...SPEECH, key: newId() };
    const first = await speeches.create(writer, asked);
    const changes = [{ title: "另一题" }, { text: "" }, { dueOn: "2026-12-01" }, { key: newId() }];
    for (const change of changes) {
      expect(await speeches.create(writer, { ...asked, ...change })).toMatchObject({
        title: change.title ?? SPEECH.title,
      });
    }
    expect(await count()).toBe(5);
    // Whoever knows the key learns nothing of the speech that was made with it.
    const theirs = await speeches.create(colleague, asked);
    expect(theirs.id).not.toBe(first.id);
    expect(await count(colleague)).toBe(1);
    await speeches.create(writer, SPEECH);
    await speeches.create(writer, SPEECH);
    expect(await count()).toBe(7);
  });

  it("ST-26 isn't shown to its maker any more who was taken off it, nor made once more", async () => {
    const { speeches, writer, count, addPerson } = await open();
    const asked = { ...SPEECH, key: newId() };
    const { id } = await speeches.create(writer, asked);
    const heir = await addPerson();
    await speeches.setMember(writer, id, heir.id, "chief");
    await speeches.removeMember(heir, id, writer.id);
    await expect(speeches.create(writer, asked)).rejects.toMatchObject({ code: "not-found" });
    expect(await count()).toBe(0);
  });

  it("ST-26 so is one that a file becomes", async () => {
    const { imports, writer, count } = await open();
    const asked = { ...FILE, key: newId() };
    const make = (request: typeof asked, text = "在会议上的讲话\n正文。") =>
      imports.createSpeech(writer, upload(text), request);
    const first = await make(asked);
    expect((await make(asked)).id).toBe(first.id);
    expect(await count()).toBe(1);
    const others = [
      await make({ ...asked, title: "另起的题目" }),
      await make(asked, "另一份文件。"),
      await make({ ...asked, key: newId() }),
    ];
    expect(new Set([first, ...others].map(({ id }) => id)).size).toBe(4);
    expect(await count()).toBe(4);
  });
});
