/** The record of a speech: a chain that shows where it was touched. */
import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import type { ExportRequest } from "@/core/export";
import type { SpeechRecord } from "@/core/record";
import type { Database } from "@/server/db/database";
import { appendEntry, readRecord } from "@/server/services/record-rows";
import { checkRecords, reportOf } from "@/server/transfer/check-records";
import { describeOnBoth } from "../helpers/databases";
import { openOffice } from "../helpers/offices";

const PAPER: ExportRequest = {
  format: "docx",
  style: "gbt9704",
  watermark: false,
  content: "clean",
  comments: false,
};

describeOnBoth("the record of a speech", (database) => {
  async function open() {
    const storage = await database.open();
    const office = await openOffice(storage);
    const chief = await office.addPerson();
    const { id: speechId } = await office.addSpeech(chief);
    const { database: store } = storage;
    const append = (hash: string) =>
      store.transaction((queries) =>
        appendEntry(queries, speechId, {
          kind: "export",
          facts: { ...PAPER, contentHash: hash },
          personId: chief.id,
          at: office.clock.now(),
        }),
      );
    const read = (): Promise<SpeechRecord> => store.query((queries) => readRecord(queries, speechId));
    // The speech's beginning is entry 1.
    for (const hash of ["bb", "cc", "dd"]) await append(hash);
    const check = () => store.query(checkRecords);
    return { append, read, check, speechId, office, chief, store };
  }

  it("EX-09 entries are numbered and chained, and untouched they fit together", async () => {
    const { append, read } = await open();
    await append("ee");
    const { entries, brokenAt } = await read();
    expect(brokenAt).toBeNull();
    expect(
      entries.map(({ number, facts }) => [number, "contentHash" in facts ? facts.contentHash : null]),
    ).toEqual([
      [1, null],
      [2, "bb"],
      [3, "cc"],
      [4, "dd"],
      [5, "ee"],
    ]);
    expect(new Set(entries.map(({ hash }) => hash)).size).toBe(5);
  });

  it("EX-14 the check counts whole records and names broken ones", async () => {
    const { check, speechId } = await open();
    expect(reportOf(await check())).toBe("4 entries on the records of 1 speeches: all fit together.\n");
    await database.execute(
      "update record_entries set person_id = person_id, kind = 'stage' where number = 3",
    );
    expect(await check()).toMatchObject({ broken: [{ speechId, entry: 3 }] });
    expect(reportOf(await check())).toContain(`${speechId}: from entry 3`);
    await database.execute("delete from record_entries");
    expect(await check()).toMatchObject({ broken: [{ speechId, entry: 1 }] });
  });

  it("EX-09 entries that are written while it is read break nothing", async () => {
    const { append, read } = await open();
    for (let round = 0; round < 40; round += 1) {
      const [{ brokenAt }] = await Promise.all([read(), append(`${round}`)]);
      expect(brokenAt).toBeNull();
    }
  });

  it("EX-09 who did it stays called as they were then, and no other name is put in", async () => {
    const { append, read, office, chief } = await open();
    await office.people.change(office.administrator, chief.id, { name: "改名以后" });
    await append("ee");
    const { entries, brokenAt } = await read();
    expect(brokenAt).toBeNull();
    expect(entries.map(({ person }) => person.name)).toEqual([...Array(4).fill(chief.name), "改名以后"]);
  });

  it("EX-09 records from before their ends and names were kept are whole, and get their ends as they are", async () => {
    const { speechId, store: written } = await open();
    await database.execute(await withoutNames(written));
    for (const table of [
      "record_heads",
      "comment_edits",
      "stage_tasks",
      "ended_sessions",
      "restored_texts",
    ]) {
      await database.execute(`drop table ${table}`);
    }
    for (const [table, column] of [
      ["record_entries", "person_name"],
      ["versions", "numbering_style"],
      ["sign_offs", "broken"],
      ["sign_offs", "changed_by"],
      ["office_stages", "needs_sign_off"],
      ["client_bindings", "clock"],
      ["updates", "batch"],
      ["version_people", "removed"],
    ]) {
      await database.execute(`alter table ${table} drop column ${column}`);
    }
    await database.execute("delete from kysely_migration where name >= '0016'");
    const { database: store } = await database.open();
    const read = () => store.query((queries) => readRecord(queries, speechId));
    expect((await read()).brokenAt).toBeNull();
    await database.execute("delete from record_entries where number = 4");
    expect((await read()).brokenAt).toBe(4);
  });

  it.each([
    ["other facts", "update record_entries set facts = replace(facts, 'bb', 'b0') where number = 2", 2],
    ["another name", "update record_entries set person_name = '别人' where number = 2", 2],
    ["a name that is gone", "update record_entries set person_name = null where number = 3", 3],
    ["another time", "update record_entries set created_at = created_at + 1 where number = 3", 3],
    ["another hash", "update record_entries set hash = 'made up' where number = 1", 1],
    ["an entry that is gone", "delete from record_entries where number = 2", 2],
    ["the first that is gone", "delete from record_entries where number = 1", 1],
    ["the last that is gone", "delete from record_entries where number = 4", 4],
    ["a record that is gone whole", "delete from record_entries", 1],
    ["its end's mark that is gone", "delete from record_heads", 5],
  ])("EX-09 %s is found where it begins", async (_what, tampering, brokenAt) => {
    const { read } = await open();
    await database.execute(tampering);
    expect((await read()).brokenAt).toBe(brokenAt);
  });
});

/** SQL that makes entries what they were before names were kept, with the hashes of that time. */
async function withoutNames(database: Database): Promise<string> {
  const entries = await database.query((queries) =>
    queries.selectFrom("record_entries").selectAll().orderBy("number").execute(),
  );
  let previous = "";
  const updates = entries.map(({ speech_id, number, kind, facts, person_id, created_at }) => {
    const text = JSON.stringify([previous, speech_id, number, kind, facts, person_id, created_at]);
    previous = createHash("sha256").update(text).digest("hex");
    return `update record_entries set hash = '${previous}' where number = ${number}`;
  });
  return updates.join("; ");
}
