/** A closing that fails half way in a speech that was made of its own file, which brings others' drafts along. */
import { afterEach, expect, it } from "vitest";
import type { Stage } from "@/core/speech";
import { createStageService } from "@/server/services/stages";
import { reopenUnfinished } from "@/server/services/unfinished-closings";
import { describeOnBoth } from "../helpers/databases";
import { type ImportOffice, openImportOffice, upload } from "../helpers/import-office";
import { COMPARER } from "../helpers/version-office";
import { typeLine } from "../helpers/version-typing";

const opened: ImportOffice[] = [];
afterEach(async () => {
  for (const { liveRooms } of opened.splice(0)) await liveRooms.close();
});

describeOnBoth("a closing in a speech of its own file", (database) => {
  /** A new speech of the file of one that went through these stages. */
  async function open(...stages: Stage[]) {
    const office = await openImportOffice(await database.open());
    opened.push(office);
    const { chief, clock, exports, imports, parts, speeches } = office;
    await typeLine(office, chief, "要抓好落实。");
    for (const stage of stages) {
      clock.time += 60_000;
      await office.stages.move(chief, office.speechId, { stage, note: "" });
    }
    clock.time += 60_000;
    const { bytes } = await exports.make(chief, office.speechId, { format: "json" });
    const wishes = { name: "稿.json", people: [chief.id], title: "又一篇" };
    const { id } = await imports.createSpeech(chief, upload(new Uint8Array(bytes)), wishes);
    return {
      ...office,
      id,
      half: () => database.execute(`update speeches set stage = 'final', updated_at = 1 where id = '${id}'`),
      stage: async () => (await speeches.get(chief, id)).stage,
      /** With something happening once the text is closed and its draft isn't kept yet. */
      closing: (meanwhile: () => Promise<unknown>) =>
        createStageService({
          ...parts,
          comparer: {
            ...COMPARER,
            async compare(...texts) {
              await meanwhile();
              return COMPARER.compare(...texts);
            },
          },
        }).move(chief, id, { stage: "final", note: "" }),
    };
  }

  it("SG-04 is taken back though the file's last draft was a final one", async () => {
    const { id, parts, half, stage } = await open("review", "final");
    expect(await stage()).toBe("draft");
    await half();
    expect(await reopenUnfinished(parts)).toEqual([id]);
    expect(await stage()).toBe("draft");
  });

  it("SG-04 is taken back to where the speech itself was, wherever the file's was", async () => {
    const { id, chief, parts, half, stage, stages, clock } = await open("review");
    await half();
    expect(await reopenUnfinished(parts)).toEqual([id]);
    expect(await stage()).toBe("draft");
    clock.time += 60_000;
    await stages.move(chief, id, { stage: "consultation", note: "" });
    await half();
    expect(await reopenUnfinished(parts)).toEqual([id]);
    expect(await stage()).toBe("consultation");
  });

  it("SG-04 is taken back in one that another chief archived meanwhile", async () => {
    const { id, addMember, chief, closing, speeches, stage } = await open("review", "final");
    const other = await addMember(chief, id, "chief");
    const archiving = closing(() => speeches.change(other, id, { archived: true }));
    await expect(archiving).rejects.toMatchObject({ code: "conflict" });
    expect(await stage()).toBe("draft");
  });

  it("SG-04 isn't taken back once its own draft is kept", async () => {
    const { id, chief, parts, half, stage, stages } = await open("review");
    await stages.move(chief, id, { stage: "final", note: "" });
    await half();
    expect(await reopenUnfinished(parts)).toEqual([]);
    expect(await stage()).toBe("final");
  });

  it("SG-04 where the record began after the speech did, its drafts say where it was", async () => {
    const { id, chief, parts, half, stage, stages } = await open("review");
    await stages.move(chief, id, { stage: "consultation", note: "" });
    // As such a speech was left by the program of then.
    await database.execute(`delete from record_entries where speech_id = '${id}'`);
    await half();
    expect(await reopenUnfinished(parts)).toEqual([id]);
    expect(await stage()).toBe("consultation");
  });
});
