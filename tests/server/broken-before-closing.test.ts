/** Signatures that break so shortly before a text is closed that the pause comes when nobody is asked any more. */
import { afterEach, expect, it } from "vitest";
import type { SpeechId } from "@/core/ids";
import type { Person } from "@/core/person";
import { createStageService } from "@/server/services/stages";
import { reopenUnfinished } from "@/server/services/unfinished-closings";
import { describeOnBoth, type TestDatabase } from "../helpers/databases";
import { reasonsNow } from "../helpers/final-reasons";
import { COMPARER, openVersionOffice, type VersionOffice } from "../helpers/version-office";
import { typeLine } from "../helpers/version-typing";

const opened: VersionOffice[] = [];
afterEach(async () => {
  for (const { liveRooms } of opened.splice(0)) await liveRooms.close();
});

/** A speech that its leader signed and that was changed since; its pause is still to come. */
async function openChanged(database: TestDatabase) {
  const office = await openVersionOffice(await database.open(), {
    pauseMs: { quietMs: 3_600_000, longestMs: 3_600_000 },
  });
  opened.push(office);
  const { chief, speechId, signOffs, speeches, notices } = office;
  const leader = await office.addMember(chief, speechId, "commenter");
  await typeLine(office, chief, "要抓好落实。");
  await signOffs.request(chief, speechId, { people: [leader.id], inOrder: false, dueOn: null, note: "" });
  const { textHash } = await signOffs.text(leader, speechId);
  await signOffs.sign(leader, speechId, { answer: "agreed", opinion: "", textHash });
  const editor = await office.addMember(chief, speechId, "editor");
  await typeLine(office, editor, "还要督查。");
  const asks = async () => (await speeches.get(leader, speechId)).asksToSign;
  const told = async (person: Person) =>
    (await notices.inbox(person)).notices.filter(({ kind }) => kind === "broken").length;
  return { ...office, leader, asks, told };
}

describeOnBoth("signatures that break before a closing", (database) => {
  it("SG-21 is told once the final text is open again, and asks again", async () => {
    const { chief, leader, speechId, stages, signOffs, asks, told, bell } = await openChanged(database);
    const overrides = await reasonsNow(stages, chief, speechId, { "sign-offs": "先定" });
    await stages.move(chief, speechId, { stage: "final", note: "", overrides });
    await signOffs.tellBroken(speechId);
    expect([await asks(), await told(leader), await told(chief)]).toEqual([false, 0, 0]);
    bell.rung.length = 0;
    await stages.move(chief, speechId, { stage: "review", note: "再改" });
    expect([await asks(), await told(leader), await told(chief)]).toEqual([true, 1, 1]);
    expect([...bell.rung].sort()).toEqual([chief.id, leader.id].sort());
  });

  it("NT-33 is told once an archived speech is restored, and asks again", async () => {
    const { chief, leader, speechId, speeches, signOffs, asks, told } = await openChanged(database);
    await speeches.change(chief, speechId, { archived: true });
    await signOffs.tellBroken(speechId);
    expect([await asks(), await told(leader), await told(chief)]).toEqual([false, 0, 0]);
    const restored = await speeches.change(chief, speechId, { archived: false });
    expect(restored.archived).toBe(false);
    expect([await asks(), await told(leader), await told(chief)]).toEqual([true, 1, 1]);
  });

  it("SG-21 is told once a closing is taken back that a stopped server left half way", async () => {
    const { chief, leader, speechId, parts, signOffs, asks, told } = await openChanged(database);
    await database.execute(`update speeches set stage = 'final', updated_at = 1 where id = '${speechId}'`);
    await signOffs.tellBroken(speechId);
    expect([await asks(), await told(leader), await told(chief)]).toEqual([false, 0, 0]);
    expect(await reopenUnfinished(parts)).toEqual([speechId]);
    expect([await asks(), await told(leader), await told(chief)]).toEqual([true, 1, 1]);
  });

  it("SG-21 is told once a closing is taken back that failed as its draft was kept", async () => {
    const { chief, leader, speechId, parts, signOffs, stages, asks, told } = await openChanged(database);
    const overrides = await reasonsNow(stages, chief, speechId, { "sign-offs": "先定" });
    const compare = async () => {
      await signOffs.tellBroken(speechId);
      expect(await told(leader)).toBe(0);
      throw new Error("no comparison");
    };
    // As long as comparing the same texts once more takes, which nobody waits for.
    let goOn = () => {};
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const makeUpPause = async (id: SpeechId) => {
      await held;
      await parts.makeUpPause(id);
    };
    const closing = createStageService({ ...parts, makeUpPause, comparer: { ...COMPARER, compare } });
    const move = { stage: "final", note: "", overrides } as const;
    await expect(closing.move(chief, speechId, move)).rejects.toThrow("no comparison");
    expect(await told(leader)).toBe(0);
    goOn();
    await expect
      .poll(async () => [await asks(), await told(leader), await told(chief)])
      .toEqual([true, 1, 1]);
  });
});
