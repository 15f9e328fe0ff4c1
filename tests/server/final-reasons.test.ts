/** A reason to make a text final stands for what the chief saw in its way, and for no more. */
import { afterEach, expect, it } from "vitest";
import { signerKey } from "@/core/blocker-keys";
import type { Person } from "@/core/person";
import type { FinalBlocker } from "@/core/sign-off";
import { describeOnBoth } from "../helpers/databases";
import { reasonsNow } from "../helpers/final-reasons";
import { until } from "../helpers/rooms";
import { editShared, suggestShared } from "../helpers/shared-edit";
import { openVersionOffice, type VersionOffice } from "../helpers/version-office";

const opened: VersionOffice[] = [];
afterEach(async () => {
  for (const { liveRooms } of opened.splice(0)) await liveRooms.close();
});

describeOnBoth("reasons for making final", (database) => {
  /** Three people are asked; the first two sign. */
  async function open() {
    const office = await openVersionOffice(await database.open(), {
      pauseMs: { quietMs: 3_600_000, longestMs: 3_600_000 },
    });
    opened.push(office);
    const { chief, speechId, stages, signOffs, records } = office;
    const signers: Person[] = [];
    for (let index = 0; index < 3; index += 1) {
      signers.push(await office.addMember(chief, speechId, "suggester"));
    }
    const writer = office.page(chief, "chief");
    await until(() => writer.allSaved);
    writer.write("投资××亿元，受益××户。");
    await until(() => writer.allSaved);
    const edit = async (from: number, to: number, text: string) => {
      editShared(writer.doc, (tr) => tr.insertText(text, from, to));
      await until(() => writer.allSaved);
    };
    await edit(3, 5, "35");
    await signOffs.request(chief, speechId, {
      people: signers.map(({ id }) => id),
      inOrder: false,
      dueOn: null,
      note: "",
    });
    const sign = async (person: Person | undefined, answer: "agreed" | "returned" = "agreed") => {
      if (person === undefined) throw new Error("nobody");
      const { textHash } = await signOffs.text(person, speechId);
      await signOffs.sign(person, speechId, { answer, opinion: "看过", textHash });
    };
    await sign(signers[0]);
    await sign(signers[1]);
    const reasons = (given: Partial<Record<FinalBlocker, string>>) =>
      reasonsNow(stages, chief, speechId, given);
    const toFinal = (overrides: Awaited<ReturnType<typeof reasons>>) =>
      stages.move(chief, speechId, { stage: "final", note: "", overrides });
    const overridden = async () => (await records.read(chief, speechId)).entries.at(-1)?.facts;
    return { ...office, signers, writer, edit, sign, reasons, toFinal, overridden };
  }

  const WHY = { "sign-offs": "第三位出差，已电话同意", placeholders: "会上口头补" };

  it("SG-27 whose return is in the way is named also once they were taken off the speech and others are asked", async () => {
    const { stages, chief, speechId, signers, sign, speeches, signOffs, addMember, latestAsked } =
      await open();
    const [first, second, third] = signers;
    if (first === undefined || second === undefined || third === undefined) throw new Error("nobody");
    await sign(third, "returned");
    await speeches.removeMember(chief, speechId, third.id);
    const asking = { people: [first.id], latest: await latestAsked() };
    await signOffs.request(chief, speechId, { ...asking, inOrder: false, dueOn: null, note: "再签" });
    const { blockers, names } = await stages.blockers(chief, speechId);
    expect(blockers["sign-offs"]).toContain(signerKey(third.id, "returned"));
    expect(names).toEqual({
      [first.id]: first.name,
      [second.id]: second.name,
      [third.id]: third.name,
    });
    // Whoever can't make it final isn't told who was asked.
    const viewer = await addMember(chief, speechId, "viewer");
    await expect(stages.blockers(viewer, speechId)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("SG-70 a reason for one missing signature isn't one for those that an edit broke meanwhile", async () => {
    const { edit, reasons, toFinal, overridden } = await open();
    const seen = await reasons(WHY);
    expect(seen["sign-offs"]?.seen).toHaveLength(1);
    await edit(3, 5, "36");
    await expect(toFinal(seen)).rejects.toMatchObject({
      code: "not-ready",
      fields: { "sign-offs": "3", placeholders: "1" },
    });
    await toFinal(await reasons(WHY));
    expect(await overridden()).toMatchObject({
      overrides: { "sign-offs": { count: 3, reason: WHY["sign-offs"] } },
    });
  });

  it("SG-70 as many as were seen aren't enough when they are others, and fewer are no matter", async () => {
    const { chief, speechId, directives: _, signers, sign, writer, threads, ...office } = await open();
    const { reasons, toFinal, overridden } = office;
    // Whoever was only missing has returned it by now.
    const seen = await reasons(WHY);
    await sign(signers[2], "returned");
    await expect(toFinal(seen)).rejects.toMatchObject({ code: "not-ready", message: "sign-offs" });

    const comment = (index: number) => ({
      id: `t${index}`.padEnd(20, "t") as never,
      place: null,
      comment: { id: `c${index}`.padEnd(20, "c") as never, body: "请核", mentions: [] },
    });
    const [leader] = signers as [Person];
    await threads.create(leader, speechId, comment(1));
    suggestShared(writer.doc, chief.id, (tr) => tr.insertText("约", 3));
    await until(() => writer.allSaved);
    const all = { ...WHY, threads: "会上再说", suggestions: "已定" };
    const before = await reasons(all);
    await threads.resolve(chief, speechId, comment(1).id, true);
    await threads.create(leader, speechId, comment(2));
    await expect(toFinal(before)).rejects.toMatchObject({ code: "not-ready", message: "threads" });

    await threads.create(leader, speechId, comment(3));
    const both = await reasons(all);
    await threads.resolve(chief, speechId, comment(2).id, true);
    await toFinal(both);
    expect(await overridden()).toMatchObject({ overrides: { threads: { count: 1, reason: "会上再说" } } });
  });
});
