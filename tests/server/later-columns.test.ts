/** What older rows are taken for where a column came later. */
import { afterEach, expect, it } from "vitest";
import { describeOnBoth } from "../helpers/databases";
import { servicesOver } from "../helpers/offices";
import { openVersionOffice, type VersionOffice } from "../helpers/version-office";
import { typeLine } from "../helpers/version-typing";

const opened: VersionOffice[] = [];
afterEach(async () => {
  for (const { liveRooms } of opened.splice(0)) await liveRooms.close();
});

describeOnBoth("columns that came later", (database) => {
  async function open() {
    const office = await openVersionOffice(await database.open());
    opened.push(office);
    await typeLine(office, office.chief, "要抓好落实。");
    return office;
  }

  /** As a database of before those migrations, opened by this program. */
  async function reopened(columns: readonly (readonly [table: string, column: string])[], since: string) {
    for (const [table, column] of columns) {
      await database.execute(`alter table ${table} drop column ${column}`);
    }
    await database.execute("drop table restored_texts");
    await database.execute(`delete from kysely_migration where name >= '${since}'`);
    return database.open();
  }

  const LATER = [
    ["sign_offs", "changed_by"],
    ["sign_offs", "broken"],
    ["office_stages", "needs_sign_off"],
    ["client_bindings", "clock"],
    ["updates", "batch"],
    ["version_people", "removed"],
  ] as const;

  it("SG-21 of several answers only the last stands, and one that was told broke is asked for again", async () => {
    const { chief, speechId, signOffs, addMember, speeches } = await open();
    const [one, other, third] = [
      await addMember(chief, speechId, "commenter"),
      await addMember(chief, speechId, "commenter"),
      await addMember(chief, speechId, "commenter"),
    ] as const;
    const people = [one.id, other.id, third.id];
    await signOffs.request(chief, speechId, { people, inOrder: false, dueOn: null, note: "" });
    for (const [person, opinion] of [
      [one, ""],
      [one, "已看"],
      [other, ""],
      [third, ""],
    ] as const) {
      const { textHash } = await signOffs.text(person, speechId);
      await signOffs.sign(person, speechId, { answer: "agreed", opinion, textHash });
    }
    await speeches.change(chief, speechId, { numberingStyle: "flat" });
    await database.execute(`update sign_offs set break_told = 0 where person_id = '${third.id}'`);
    const storage = await reopened(LATER, "0022");
    const after = servicesOver(storage).speeches;
    const asks = async (person: typeof one) => (await after.get(person, speechId)).asksToSign;
    expect([await asks(one), await asks(other), await asks(third)]).toEqual([true, true, false]);
  });

  it("VE-49 versions of before are numbered as their speech is", async () => {
    const { chief, speechId, versions, speeches } = await open();
    await versions.create(chief, speechId, { name: "一", note: "" });
    await speeches.change(chief, speechId, { numberingStyle: "flat" });
    const storage = await reopened([...LATER, ["versions", "numbering_style"]], "0021");
    const rows = await storage.database.query((queries) =>
      queries.selectFrom("versions").select("numbering_style").execute(),
    );
    expect(new Set(rows.map((row) => row.numbering_style))).toEqual(new Set(["flat"]));
  });
});
