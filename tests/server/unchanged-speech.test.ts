/** A change of a speech that leaves it as it is. */
import { expect, it } from "vitest";
import type { SpeechChange } from "@/core/speech-requests";
import { describeOnBoth } from "../helpers/databases";
import { openOffice } from "../helpers/offices";

describeOnBoth("a change that changes nothing", (database) => {
  it("AC-45 is nobody's edit: neither who may only read nor a second click moves the speech up the list", async () => {
    const office = await openOffice(await database.open());
    const chief = await office.addPerson({ name: "主笔" });
    const { id } = await office.addSpeech(chief);
    const viewer = await office.addMember(chief, id, "viewer");
    const other = await office.addSpeech(chief);
    const listed = async () =>
      (await office.speeches.list(chief, { q: "", archived: false })).speeches.map((speech) => speech.id);
    const change = (what: SpeechChange, actor = chief) => {
      office.clock.time += 60_000;
      return office.speeches.change(actor, id, what);
    };
    await change({ title: "今天的讲话" });
    await office.speeches.change(chief, other.id, { title: "后来的讲话" });
    const before = await office.speeches.get(chief, id);
    expect(await listed()).toEqual([other.id, id]);
    await change({}, viewer);
    await change({ title: "今天的讲话", archived: false, suggestOnly: false });
    expect(await office.speeches.get(chief, id)).toEqual(before);
    expect(await listed()).toEqual([other.id, id]);
    await change({ title: "明天的讲话" });
    expect(await listed()).toEqual([id, other.id]);
  });
});
