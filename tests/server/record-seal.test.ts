/** A seal of the records outside the database finds what was written anew as a whole. */
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { appendEntry } from "@/server/services/record-rows";
import { checkRecords, reportOf } from "@/server/transfer/check-records";
import { readSeal, writeSeal } from "@/server/transfer/record-seal";
import { describeOnBoth } from "../helpers/databases";
import { openOffice } from "../helpers/offices";

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "lectern-seal-"));
  file = path.join(folder, "records.seal");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const NOW = new Date(Date.UTC(2026, 10, 27));

describeOnBoth("the seal of the records", (database) => {
  async function open() {
    const storage = await database.open();
    const office = await openOffice(storage);
    const chief = await office.addPerson();
    const { id: speechId } = await office.addSpeech(chief);
    const append = (contentHash: string) =>
      storage.database.transaction((queries) =>
        appendEntry(queries, speechId, {
          kind: "export",
          facts: {
            format: "docx",
            style: "gbt9704",
            watermark: false,
            content: "clean",
            comments: false,
            contentHash,
          },
          personId: chief.id,
          at: office.clock.now(),
        }),
      );
    for (const hash of ["bb", "cc", "dd"]) await append(hash);
    const check = async () => {
      const sealed = (await readSeal(file)) ?? undefined;
      return storage.database.query((queries) => checkRecords(queries, sealed));
    };
    return { append, check, speechId };
  }

  it("EX-90 fits a record that went on, and is renewed by it", async () => {
    const { append, check, speechId } = await open();
    expect(await readSeal(file)).toBeNull();
    const first = await check();
    await writeSeal(file, first.heads, NOW);
    expect(first.heads[speechId]?.entries).toBe(4);
    await append("ee");
    const second = await check();
    expect(second.broken).toEqual([]);
    await writeSeal(file, second.heads, NOW);
    expect((await readSeal(file))?.[speechId]).toEqual(second.heads[speechId]);
    expect(second.heads[speechId]?.entries).toBe(5);
    expect(await readdir(folder)).toEqual(["records.seal"]);
  });

  it("EX-90 finds what the record itself can't: an end that was written anew, with its mark", async () => {
    const { append, check, speechId } = await open();
    await writeSeal(file, (await check()).heads, NOW);
    await database.execute(
      `delete from record_entries where number > 2;
       update record_heads set entries = 2, hash = (select hash from record_entries where number = 2)`,
    );
    const cut = await check();
    expect(cut.broken).toEqual([{ speechId, entry: 4, fault: "sealed" }]);
    expect(reportOf(cut)).toContain(`${speechId}: up to entry 4 it isn't what was sealed.`);
    for (const hash of ["made", "up", "longer"]) await append(hash);
    const { broken, entries } = await check();
    expect(entries).toBe(5);
    expect(broken).toEqual([{ speechId, entry: 4, fault: "sealed" }]);
    // Without the seal nothing shows.
    await rm(file);
    expect((await check()).broken).toEqual([]);
  });

  it("EX-90 a speech that is gone is missed, a seal that was damaged is refused", async () => {
    const { check, speechId } = await open();
    const { heads } = await check();
    const gone = "gone1234567890abcdef";
    await writeSeal(file, { ...heads, [gone]: { entries: 7, hash: "ff" } }, NOW);
    expect((await check()).broken).toEqual([{ speechId: gone, entry: 7, fault: "sealed" }]);
    const good = await readFile(file, "utf8");
    for (const bad of ["", "{}", good.slice(0, 40), good.replace('"version": 1', '"version": 2')]) {
      await writeFile(file, bad);
      await expect(readSeal(file)).rejects.toThrow("is no seal of Lectern's records");
    }
    await writeFile(file, good.replace(`"${gone}"`, '"another"'));
    expect((await check()).broken).toEqual([{ speechId: "another", entry: 7, fault: "sealed" }]);
    await writeSeal(file, heads, NOW);
    expect(await check()).toMatchObject({ broken: [], heads: { [speechId]: heads[speechId] } });
    await expect(writeSeal(path.join(folder, "no", "folder"), heads, NOW)).rejects.toThrow(
      "can't be written",
    );
  });
});
