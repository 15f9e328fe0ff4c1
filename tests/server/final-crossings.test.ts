/** What crosses with making a text final, opening it again, asking to sign it and bringing a version back. */
import { afterEach, expect, it } from "vitest";
import type { Person } from "@/core/person";
import type { StageMove } from "@/core/speech-requests";
import type { Comparer } from "@/server/compare/comparer";
import { createSignOffService } from "@/server/services/sign-offs";
import { createStageService } from "@/server/services/stages";
import { reopenUnfinished } from "@/server/services/unfinished-closings";
import { createVersionService } from "@/server/services/versions";
import { describeOnBoth } from "../helpers/databases";
import { reasonsNow } from "../helpers/final-reasons";
import { COMPARER, openVersionOffice, type VersionOffice } from "../helpers/version-office";
import { textNow, typeLine } from "../helpers/version-typing";

const opened: VersionOffice[] = [];
afterEach(async () => {
  for (const { liveRooms } of opened.splice(0)) await liveRooms.close();
});

describeOnBoth("what crosses with closing a text", (database) => {
  async function open() {
    const office = await openVersionOffice(await database.open(), {
      pauseMs: { quietMs: 3_600_000, longestMs: 3_600_000 },
    });
    opened.push(office);
    const { chief, speechId, speeches, stages, records, signOffs } = office;
    await typeLine(office, chief, "要抓好落实。");
    /** The service's own way, with something happening while versions are compared. */
    const comparing = (meanwhile: () => Promise<unknown>): Comparer => {
      let isDone = false;
      const compare: Comparer["compare"] = async (...texts) => {
        if (!isDone) {
          isDone = true;
          await meanwhile();
        }
        return COMPARER.compare(...texts);
      };
      return { ...COMPARER, compare };
    };
    const stage = async () => (await speeches.get(chief, speechId)).stage;
    const kinds = async () => (await records.read(chief, speechId)).entries.map(({ kind }) => kind);
    const close = () => stages.move(chief, speechId, { stage: "final", note: "" });
    const sign = async (person = chief, answer: "agreed" | "returned" = "agreed") => {
      const { textHash } = await signOffs.text(person, speechId);
      await signOffs.sign(person, speechId, { answer, opinion: "重写", textHash });
    };
    const ask = async (...people: readonly { readonly id: (typeof chief)["id"] }[]) =>
      signOffs.request(chief, speechId, {
        people: people.map(({ id }) => id),
        inOrder: false,
        dueOn: null,
        note: "",
        latest: await office.latestAsked(),
      });
    const reasons = (given: Parameters<typeof reasonsNow>[3]) => reasonsNow(stages, chief, speechId, given);
    return { ...office, comparing, stage, kinds, close, sign, ask, reasons };
  }

  it("SG-02 a final text takes no change along with a restoring from the archive; another does", async () => {
    const { speeches, chief, speechId, close } = await open();
    const change = (input: object) => speeches.change(chief, speechId, input);
    await change({ archived: true });
    await expect(change({ archived: false, title: "新题" })).resolves.toMatchObject({ title: "新题" });
    await close();
    for (const isArchived of [false, true]) {
      if (isArchived) await change({ archived: true });
      for (const input of [{ title: "改了" }, { numberingStyle: "flat" }, { suggestOnly: true }]) {
        await expect(change({ archived: false, ...input })).rejects.toMatchObject({ code: "forbidden" });
      }
    }
    await expect(change({ archived: false })).resolves.toMatchObject({ title: "新题", stage: "final" });
  });

  it("SG-04 a text that is opened again is closed until that is on the record", async () => {
    const { parts, comparing, stage, kinds, close, chief, speechId } = await open();
    await close();
    const before = await kinds();
    const seen: string[] = [];
    const comparer = comparing(async () => {
      seen.push(await stage());
      throw new Error("no comparing today");
    });
    // Other numbers than the final draft's are kept as another version, and compared.
    await parts.database.query((queries) =>
      queries.updateTable("speeches").set({ numbering_style: "flat" }).where("id", "=", speechId).execute(),
    );
    const reopening = { stage: "draft", note: "领导要改" } as const;
    await expect(createStageService({ ...parts, comparer }).move(chief, speechId, reopening)).rejects.toThrow(
      "no comparing",
    );
    expect(seen).toEqual(["final"]);
    expect([await stage(), await kinds()]).toEqual(["final", before]);
    await createStageService(parts).move(chief, speechId, reopening);
    expect([await stage(), await kinds()]).toEqual(["draft", [...before, "stage"]]);
  });

  it("SG-04 of two moves that cross one is made and on the record, the other is refused", async () => {
    const office = await open();
    const { parts, comparing, stage, kinds, stages, chief, speechId } = office;
    await stages.move(chief, speechId, { stage: "draft", note: "" });
    await typeLine(office, chief, "再加一句。");
    const before = await kinds();
    const comparer = comparing(() => stages.move(chief, speechId, { stage: "review", note: "" }));
    await expect(
      createStageService({ ...parts, comparer }).move(chief, speechId, { stage: "consultation", note: "" }),
    ).rejects.toMatchObject({ code: "conflict" });
    expect([await stage(), await kinds()]).toEqual(["review", [...before, "stage"]]);
  });

  it("SG-71 nobody moves a speech from where it isn't any more, a final one neither; from where it is one does", async () => {
    const { stage, stages, kinds, close, chief, speechId } = await open();
    const move = (to: "draft" | "consultation", from: { stage: "draft" | "final"; drafts: number }) =>
      stages.move(chief, speechId, { stage: to, note: "请各处提意见", from });
    const conflict = { code: "conflict" };
    await expect(move("draft", { stage: "draft", drafts: 0 })).resolves.toMatchObject({
      stage: { draft: 1 },
    });
    await expect(move("consultation", { stage: "draft", drafts: 0 })).rejects.toMatchObject(conflict);
    await close();
    const before = await kinds();
    await expect(move("consultation", { stage: "draft", drafts: 1 })).rejects.toMatchObject(conflict);
    expect([await stage(), await kinds()]).toEqual(["final", before]);
    await move("consultation", { stage: "final", drafts: 1 });
    expect(await stage()).toBe("consultation");
  });

  it("SG-71 of two who move it to its next draft at once one does", async () => {
    const { parts, comparing, stages, kinds, chief, speechId, ...office } = await open();
    await stages.move(chief, speechId, { stage: "draft", note: "" });
    await typeLine({ ...office, parts, stages, chief, speechId }, chief, "再加一句。");
    const before = await kinds();
    const next = { stage: "draft", note: "", from: { stage: "draft", drafts: 1 } } as const;
    const comparer = comparing(() => stages.move(chief, speechId, next));
    const late = createStageService({ ...parts, comparer }).move(chief, speechId, { ...next, note: "二稿" });
    await expect(late).rejects.toMatchObject({ code: "conflict" });
    expect(await kinds()).toEqual([...before, "stage"]);
  });

  it("SG-72 the same move sent again, later or at once, is made once, into the final stage too", async () => {
    const { stages, kinds, reasons, addMember, chief, speechId, ...office } = await open();
    await typeLine({ ...office, stages, addMember, chief, speechId }, chief, "投资××亿元。");
    const writer = await addMember(chief, speechId, "editor");
    const other = await addMember(chief, speechId, "chief");
    const tasks = [{ personId: writer.id, what: "核对数据", dueOn: null }];
    const next = { stage: "draft", note: "再出一稿", tasks, from: { stage: "draft", drafts: 0 } } as const;
    const [first, ...again] = await Promise.all(
      [next, next].map((move) => stages.move(chief, speechId, move)),
    );
    again.push(await stages.move(chief, speechId, next));
    expect(again.map(({ id }) => id)).toEqual([first?.id, first?.id]);
    const overrides = await reasons({ placeholders: "会上口头补" });
    const closing = { stage: "final", note: "", overrides, from: { stage: "draft", drafts: 1 } } as const;
    const closed = await stages.move(chief, speechId, closing);
    expect(await stages.move(chief, speechId, closing)).toEqual(closed);
    expect((await kinds()).filter((kind) => kind === "stage")).toHaveLength(2);

    const conflict = { code: "conflict" };
    for (const [actor, move] of [
      [other, closing],
      [chief, { ...closing, note: "今天印" }],
      [chief, { ...closing, overrides: { placeholders: { ...overrides.placeholders, reason: "另有理由" } } }],
      [chief, { ...closing, from: { stage: "draft", drafts: 0 } }],
      [chief, next],
    ] as [Person, StageMove][]) {
      await expect(stages.move(actor, speechId, move)).rejects.toMatchObject(conflict);
    }
    const opening = { stage: "draft", note: "再出一稿", from: { stage: "final", drafts: 1 } } as const;
    const reopened = await stages.move(chief, speechId, opening);
    expect(reopened.stage).toEqual({ name: "draft", draft: 2 });
    expect((await stages.move(chief, speechId, opening)).id).toBe(reopened.id);
    // The first move of all once more: the draft that it made isn't the last any longer.
    await expect(stages.move(chief, speechId, next)).rejects.toMatchObject(conflict);
  });

  it("SG-04 a closing that a stopped server left half is taken back; one that is on the record stays", async () => {
    const { parts, stage, stages, close, chief, speechId } = await open();
    await stages.move(chief, speechId, { stage: "consultation", note: "" });
    const half = () =>
      parts.database.query((queries) =>
        queries
          .updateTable("speeches")
          .set({ stage: "final", updated_at: 1 })
          .where("id", "=", speechId)
          .execute(),
      );
    await half();
    expect(await reopenUnfinished(parts)).toEqual([speechId]);
    expect(await stage()).toBe("consultation");
    await close();
    await half();
    expect(await reopenUnfinished(parts)).toEqual([]);
    expect(await stage()).toBe("final");
  });

  it("SG-26 nobody is asked about a text that becomes final meanwhile", async () => {
    const { parts, signOffs, stages, close, ask, sign, addMember, chief, speechId, latestAsked } =
      await open();
    const leader = await addMember(chief, speechId, "commenter");
    await ask(leader);
    await sign(leader);
    const before = await latestAsked();
    const request = { people: [leader.id], inOrder: true, dueOn: null, note: "再看", latest: before };
    let isFinal = false;
    const texts: typeof parts.texts = {
      ...parts.texts,
      async snapshot(...input) {
        if (!isFinal) {
          isFinal = true;
          await close();
        }
        return parts.texts.snapshot(...input);
      },
    };
    await expect(
      createSignOffService({ ...parts, texts }).request(chief, speechId, request),
    ).rejects.toMatchObject({ code: "forbidden" });
    expect(await latestAsked()).toBe(before);
    await stages.move(chief, speechId, { stage: "review", note: "再改" });
    await expect(signOffs.request(chief, speechId, request)).resolves.toBeDefined();
  });

  it("SG-27 asking somebody else takes no return and no comment out of the way", async () => {
    const { threads, signOffs, ask, sign, close, addMember, chief, speechId } = await open();
    const [leader, other] = [
      await addMember(chief, speechId, "commenter"),
      await addMember(chief, speechId, "commenter"),
    ];
    await ask(leader);
    const comment = { id: "c".repeat(20), body: "这里不妥", mentions: [] };
    const id = "d".repeat(20);
    await threads.create(leader, speechId, { id, place: null, comment } as never);
    await sign(leader, "returned");
    await ask(other);
    await sign(other);
    const blockers = async () => (await signOffs.read(chief, speechId)).blockers;
    expect(await blockers()).toEqual({ "sign-offs": 1, threads: 1 });
    await expect(close()).rejects.toMatchObject({ code: "not-ready" });
    await threads.resolve(chief, speechId, id as never, true);
    await ask(leader, other);
    await sign(leader);
    await sign(other);
    expect(await blockers()).toEqual({});
    await expect(close()).resolves.toMatchObject({ kind: "stage" });
  });

  it("SG-05 a version that was brought back is on the record, though none of the new text could be kept", async () => {
    const office = await open();
    const { parts, versions, kinds, chief, speechId } = office;
    const { id } = await versions.create(chief, speechId, { name: "一稿", note: "" });
    await typeLine(office, chief, "后来写的。");
    await versions.create(chief, speechId, { name: "二稿", note: "" });
    const comparer = { ...COMPARER, compare: () => Promise.reject(new Error("no comparing today")) };
    const service = createVersionService({ ...parts, comparer });
    await expect(service.restore(chief, speechId, id, {})).rejects.toThrow("no comparing");
    expect(await textNow(office)).toBe("要抓好落实。");
    expect((await kinds()).at(-1)).toBe("restore");
  });
});
