/** Half a character, as a program leaves it that cuts an emoji in two: databases hold another one in its place. */
import { afterEach, expect, it } from "vitest";
import { LIMITS } from "@/core/limits";
import { newVersionSchema } from "@/core/version-requests";
import { readJson } from "@/server/http/body";
import { UNCOUNTED } from "@/server/http/body-shares";
import { checkRecords } from "@/server/transfer/check-records";
import { describeOnBoth } from "../helpers/databases";
import { openVersionOffice, type VersionOffice } from "../helpers/version-office";
import { typeLine } from "../helpers/version-typing";

const opened: VersionOffice[] = [];
afterEach(async () => {
  for (const { liveRooms } of opened.splice(0)) await liveRooms.close();
});

const sent = (body: unknown) =>
  readJson(
    new Request("http://localhost/", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
    { mostBytes: LIMITS.requestBytes, share: UNCOUNTED },
  );

describeOnBoth("half a character in a version's name", ({ open }) => {
  it("EX-110 is on the record as it is stored: check-record finds nothing altered", async () => {
    const storage = await open();
    const office = await openVersionOffice(storage);
    opened.push(office);
    const { versions, records, chief, speechId } = office;
    await typeLine(office, chief, "第一段。");
    for (const name of ["一稿\ud83d", "二稿😀"]) {
      await versions.create(chief, speechId, newVersionSchema.parse(await sent({ name })));
    }
    const listed = await versions.list(chief, speechId);
    expect(listed.map(({ name }) => name)).toEqual(["二稿😀", "一稿\ufffd"]);
    const { entries } = await records.read(chief, speechId);
    const named = entries.flatMap(({ kind, facts }) => (kind === "version" ? [facts.name] : []));
    expect(named).toEqual(["一稿\ufffd", "二稿😀"]);
    expect((await storage.database.query((queries) => checkRecords(queries))).broken).toEqual([]);
  });
});

it("EX-110 a name keeps its whole characters", async () => {
  expect(await sent({ name: "\ude00甲😀\ud83d", of: [1, null] })).toEqual({
    name: "\ufffd甲😀\ufffd",
    of: [1, null],
  });
});
