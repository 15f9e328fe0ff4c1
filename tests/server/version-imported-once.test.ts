/** A draft that is brought in as a version again because the answer was lost, or that can't be brought in whole. */
import { afterEach, expect, it } from "vitest";
import { newId } from "@/core/new-id";
import type { LiveImports } from "@/server/services/ports";
import { describeOnBoth } from "../helpers/databases";
import { type ImportOffice, openImportOffice, upload } from "../helpers/import-office";
import { returnedDraft } from "../helpers/returned-draft";

const opened: ImportOffice[] = [];
afterEach(async () => {
  for (const { liveRooms } of opened.splice(0)) await liveRooms.close();
});

const DRAFT = JSON.stringify(returnedDraft());
const REQUEST = { name: "回稿.json", people: [null], comments: true };

describeOnBoth("a version that a file is brought in as", (database) => {
  async function open(crossing?: Partial<LiveImports>) {
    const office = await openImportOffice(await database.open(), crossing);
    opened.push(office);
    const { imports, versions, records, threads, chief, speechId } = office;
    return {
      ...office,
      bring: (request: Parameters<typeof imports.createVersion>[3], person = chief, file = DRAFT) =>
        imports.createVersion(person, speechId, upload(file), request),
      /** How many there are of each. */
      stored: async () => ({
        versions: (await versions.list(chief, speechId)).filter(({ kind }) => kind === "imported").length,
        entries: (await records.read(chief, speechId)).entries.filter(({ kind }) => kind === "import").length,
        threads: (await threads.list(chief, speechId)).length,
      }),
    };
  }

  it("IM-140 is there once when it is asked for again, also when both requests come in one moment", async () => {
    const { bring, stored } = await open();
    const asked = { ...REQUEST, key: newId() };
    const twins = await Promise.all([bring(asked), bring(asked)]);
    expect(twins[1]).toEqual(twins[0]);
    expect(await bring(asked)).toEqual(twins[0]);
    expect(await stored()).toEqual({ versions: 1, entries: 1, threads: 1 });
  });

  it("IM-140 is another one with anything changed, by somebody else, or chosen anew", async () => {
    const { bring, stored, addMember, chief, speechId } = await open();
    const colleague = await addMember(chief, speechId, "editor");
    const asked = { ...REQUEST, comments: false, key: newId() };
    const made = [
      await bring(asked),
      await bring({ ...asked, name: "再回稿.json" }),
      await bring({ ...asked, comments: true }),
      await bring({ ...asked, key: newId() }),
      await bring(asked, chief, JSON.stringify(returnedDraft(undefined, "u".repeat(20)))),
      await bring(asked, colleague),
    ];
    expect(new Set(made.map(({ id }) => id)).size).toBe(6);
    expect(await stored()).toEqual({ versions: 6, entries: 6, threads: 1 });
  });

  it("IM-140 isn't there without its comments: broken off, nothing is stored, and the next time all of it is", async () => {
    let isBroken = true;
    const { bring, stored } = await open({
      carry: async () => {
        if (isBroken) throw new Error("broken off");
      },
    });
    const asked = { ...REQUEST, key: newId() };
    await expect(bring(asked)).rejects.toThrow("broken off");
    expect(await stored()).toEqual({ versions: 0, entries: 0, threads: 0 });
    isBroken = false;
    await bring(asked);
    expect(await stored()).toEqual({ versions: 1, entries: 1, threads: 1 });
  });

  it("IM-140 nor is half of it where the right is withdrawn meanwhile", async () => {
    let withdraw = async () => {};
    const { bring, stored, speeches, addMember, chief, speechId } = await open({ carry: () => withdraw() });
    const editor = await addMember(chief, speechId, "editor");
    withdraw = async () => {
      await speeches.setMember(chief, speechId, editor.id, "commenter");
    };
    await expect(bring(REQUEST, editor)).rejects.toMatchObject({ code: "forbidden" });
    expect(await stored()).toEqual({ versions: 0, entries: 0, threads: 0 });
  });
});
