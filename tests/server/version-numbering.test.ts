/** How a version's headings are numbered: it stands in no node, and yet belongs to what was read and signed. */
import { afterEach, expect, it } from "vitest";
import { NOW } from "@/core/version";
import { describeOnBoth, type TestDatabase } from "../helpers/databases";
import { openVersionOffice, type VersionOffice } from "../helpers/version-office";
import { typeLine } from "../helpers/version-typing";

const opened: VersionOffice[] = [];
afterEach(async () => {
  for (const { liveRooms } of opened.splice(0)) await liveRooms.close();
});

async function open(database: TestDatabase): Promise<VersionOffice> {
  const office = await openVersionOffice(await database.open());
  opened.push(office);
  await typeLine(office, office.chief, "要抓好落实。");
  return office;
}

describeOnBoth("the numbers of a version's headings", (database) => {
  it("VE-49 stay as they were when the speech is numbered otherwise, and a comparison says so", async () => {
    const { versions, speeches, chief, speechId } = await open(database);
    const first = await versions.create(chief, speechId, { name: "一", note: "" });
    await speeches.change(chief, speechId, { numberingStyle: "flat" });
    const second = await versions.create(chief, speechId, { name: "二", note: "" });
    expect((await versions.read(chief, speechId, first.id)).numberingStyle).toBe("nested");
    expect((await versions.read(chief, speechId, second.id)).numberingStyle).toBe("flat");
    expect(second.contentHash).toBe(first.contentHash);
    const stylesOf = async (from: typeof first.id | typeof NOW, to: typeof first.id | typeof NOW) =>
      (await versions.compare(chief, speechId, from, to)).numberingStyles;
    expect(await stylesOf(first.id, second.id)).toEqual({ before: "nested", after: "flat" });
    expect(await stylesOf(first.id, NOW)).toEqual({ before: "nested", after: "flat" });
    expect(await stylesOf(NOW, first.id)).toEqual({ before: "flat", after: "nested" });
  });

  it("VE-49 make another version of the same words, once", async () => {
    const { versions, speeches, chief, speechId } = await open(database);
    await versions.keepAfterPause(speechId);
    await speeches.change(chief, speechId, { numberingStyle: "flat" });
    await versions.keepAfterPause(speechId);
    await versions.keepAfterPause(speechId);
    const [newest, older, ...others] = await versions.list(chief, speechId);
    expect([newest?.numberingStyle, older?.numberingStyle]).toEqual(["flat", "nested"]);
    expect([newest?.added, newest?.deleted, others.length]).toEqual([0, 0, 0]);
  });

  it("VE-49 SG-21 are those that were signed in the version that a signature names", async () => {
    const { versions, speeches, signOffs, chief, speechId, addMember } = await open(database);
    const leader = await addMember(chief, speechId, "commenter");
    await signOffs.request(chief, speechId, { people: [leader.id], inOrder: false, dueOn: null, note: "" });
    await speeches.change(chief, speechId, { numberingStyle: "flat" });
    const { textHash } = await signOffs.text(leader, speechId);
    await signOffs.sign(leader, speechId, { answer: "agreed", opinion: "", textHash });
    const signed = async () => (await signOffs.read(chief, speechId)).request?.asked[0];
    const version = (await signed())?.signOff?.version ?? NOW;
    await speeches.change(chief, speechId, { numberingStyle: "nested" });
    expect(await signed()).toMatchObject({ state: "broken", changedCharacters: 0 });
    const compared = await versions.compare(chief, speechId, version, NOW);
    expect(compared.numberingStyles).toEqual({ before: "flat", after: "nested" });
  });
});
