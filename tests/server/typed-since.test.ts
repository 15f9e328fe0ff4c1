/** Who typed in the text as it is now since its newest version. */
import { afterEach, expect, it } from "vitest";
import { NOW } from "@/core/version";
import { describeOnSqlite } from "../helpers/databases";
import { openVersionOffice, type VersionOffice } from "../helpers/version-office";
import { typeLine } from "../helpers/version-typing";

const opened: VersionOffice[] = [];
afterEach(async () => {
  for (const { liveRooms } of opened.splice(0)) await liveRooms.close();
});

describeOnSqlite("a comparison with the text as it is now", (database) => {
  it("VE-31 names who typed since the newest version, whoever typed most first", async () => {
    const office = await openVersionOffice(await database.open(), {
      pauseMs: { quietMs: 3_600_000, longestMs: 3_600_000 },
    });
    opened.push(office);
    const { versions, chief, speechId } = office;
    const drafter = await office.addMember(chief, speechId, "editor");
    const keep = async (name: string) => (await versions.create(chief, speechId, { name, note: "" })).id;
    await typeLine(office, chief, "要抓好落实。");
    const first = await keep("一");
    await typeLine(office, chief, "督查。");
    const second = await keep("二");
    await typeLine(office, drafter, "各单位要认真组织。");
    await typeLine(office, chief, "散会。");
    const typed = async (from: typeof first | typeof NOW, to: typeof first | typeof NOW) =>
      (await versions.compare(chief, speechId, from, to)).typedSince.map(({ name, characters }) => [
        name,
        characters,
      ]);
    const people = [
      [drafter.name, 9],
      [chief.name, 3],
    ];
    expect(await typed(first, NOW)).toEqual(people);
    const accepted = await versions.compare(chief, speechId, first, NOW, { accepted: true });
    expect(accepted.typedSince).toHaveLength(2);
    expect(await typed(NOW, second)).toEqual(people);
    expect(await typed(first, second)).toEqual([]);
    const third = await keep("三");
    expect(await typed(third, NOW)).toEqual([]);
  });
});
