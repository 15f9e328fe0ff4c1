/** What the list of versions says of signatures. */
import { afterEach, expect, it } from "vitest";
import type { Person } from "@/core/person";
import type { SignOffAnswer } from "@/core/sign-off";
import { describeOnBoth } from "../helpers/databases";
import { openVersionOffice, type VersionOffice } from "../helpers/version-office";
import { typeLine } from "../helpers/version-typing";

const opened: VersionOffice[] = [];
afterEach(async () => {
  for (const { liveRooms } of opened.splice(0)) await liveRooms.close();
});

describeOnBoth("signatures on versions", (database) => {
  it("SG-83 each version says what was answered to just its text, by each what they said last", async () => {
    const office = await openVersionOffice(await database.open());
    opened.push(office);
    const { chief, speechId, signOffs, versions, addMember, latestAsked } = office;
    const [xu, chen] = [
      await addMember(chief, speechId, "commenter"),
      await addMember(chief, speechId, "suggester"),
    ];
    const ask = async () =>
      signOffs.request(chief, speechId, {
        people: [xu.id, chen.id],
        inOrder: false,
        dueOn: null,
        note: "",
        latest: await latestAsked(),
      });
    const sign = async (person: Person, answer: SignOffAnswer, opinion = "") => {
      const { textHash } = await signOffs.text(person, speechId);
      await signOffs.sign(person, speechId, { answer, opinion, textHash });
    };
    await typeLine(office, chief, "要抓好落实。");
    await ask();
    await sign(xu, "agreed-with-changes", "再短些");
    await sign(xu, "agreed");
    await sign(chen, "returned", "重写");
    await typeLine(office, chief, "还要督查。");
    await ask();
    await typeLine(office, chief, "散会。");
    await sign(chen, "agreed");
    const said = (await versions.list(chief, speechId)).map(({ kind, stage, signOffs: given }) => [
      stage?.draft ?? kind,
      given,
    ]);
    const answer = (person: Person, given: SignOffAnswer) => ({ name: person.name, answer: given });
    expect(said.filter(([kind]) => kind !== "automatic")).toEqual([
      ["signed", [answer(chen, "agreed")]],
      [2, []],
      [1, [answer(xu, "agreed"), answer(chen, "returned")]],
    ]);
    const newest = (await versions.list(chief, speechId)).find(({ kind }) => kind === "signed");
    const read = newest && (await versions.read(chief, speechId, newest.id));
    expect(read?.signOffs).toEqual([answer(chen, "agreed")]);
  });
});
