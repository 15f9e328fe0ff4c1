/**
 * A final text is opened, a speech restored or moved on, and nobody hears that it was stored: whom it concerns hears of
 * it nonetheless.
 */
import { expect, it } from "vitest";
import { AppError } from "@/core/errors";
import type { SpeechChange, StageMove } from "@/core/speech-requests";
import { createSpeechService } from "@/server/services/speeches";
import { createStageService } from "@/server/services/stages";
import { describeOnBoth, type TestDatabase } from "../helpers/databases";
import { versionOffices } from "../helpers/version-offices";
import { typeLine } from "../helpers/version-typing";

const offices = versionOffices();

/** A final text, and an opening of it with a task for its editor. */
async function open(database: TestDatabase) {
  const office = await offices.open(database);
  const { parts, chief, speechId, stages, rooms, bell } = office;
  const stored = parts.database;
  const editor = await office.addMember(chief, speechId, "editor");
  await typeLine(office, chief, "要抓好落实。");
  await stages.move(chief, speechId, { stage: "final", note: "" });
  const move: StageMove = {
    stage: "review",
    note: "数字要改",
    from: { stage: "final", drafts: 1 },
    tasks: [{ personId: editor.id, what: "核数", dueOn: null }],
  };
  /** Its answer is lost on the way back, or it comes to nothing as it is committed. */
  const failing = (how: "made" | "refused") => {
    const transaction: typeof stored.transaction = async (run) => {
      await stored.transaction(async (queries) => {
        await run(queries);
        if (how === "refused") throw new AppError("storage-unavailable");
      });
      throw new AppError("storage-unavailable");
    };
    return createStageService({ ...parts, database: { ...stored, transaction } }).move(chief, speechId, move);
  };
  const judged = () => rooms.revoked.splice(0).map(({ personId }) => personId);
  const told = () => [rooms.changed.splice(0), bell.rung.splice(0)];
  judged();
  told();
  return { ...office, editor, move, failing, judged, told };
}

describeOnBoth("moves whose answer is lost", (database) => {
  for (const how of ["made", "refused"] as const) {
    it(`AC-04 a final text that is opened closes the sockets of who couldn't write, also where nobody hears whether it was (${how})`, async () => {
      const { failing, judged, told, chief, editor, speechId, speeches } = await open(database);
      await expect(failing(how)).rejects.toMatchObject({ code: "storage-unavailable" });
      expect((await speeches.get(chief, speechId)).stage).toBe(how === "made" ? "review" : "final");
      expect(judged().sort()).toEqual([chief.id, editor.id].sort());
      expect(told()).toEqual([[speechId], [editor.id]]);
    });
  }

  it("AC-04 sent again it tells them once more: the first server may have stopped right behind it", async () => {
    const { failing, judged, told, stages, move, chief, editor, speechId } = await open(database);
    await expect(failing("made")).rejects.toMatchObject({ code: "storage-unavailable" });
    judged();
    told();
    expect((await stages.move(chief, speechId, move)).stage).toEqual({ name: "review", draft: 1 });
    const everybody = [chief.id, editor.id].sort();
    expect(judged().sort()).toEqual(everybody);
    const [changed, rung] = told();
    // Who signs there may have been told as well as who has a task.
    expect([changed, rung?.sort()]).toEqual([[speechId], everybody]);
    // Nobody's rights change with a move that isn't made.
    const other = { ...move, note: "另有原因" };
    await expect(stages.move(chief, speechId, other)).rejects.toMatchObject({ code: "conflict" });
    expect([judged(), told()]).toEqual([[], [[], []]]);
  });

  const changes: Readonly<Record<string, SpeechChange>> = {
    "restored from the archive": { archived: false },
    "numbered otherwise": { numberingStyle: "flat" },
  };
  for (const [how, change] of Object.entries(changes)) {
    it(`NT-33 a signature broken in a speech that is ${how} is told when that is sent again`, async () => {
      const office = await open(database);
      const { parts, chief, editor, speechId, speeches, signOffs, stages, move, notices } = office;
      await stages.move(chief, speechId, { ...move, tasks: [] });
      await signOffs.request(chief, speechId, { people: [editor.id], inOrder: false, dueOn: null, note: "" });
      const { textHash } = await signOffs.text(editor, speechId);
      await signOffs.sign(editor, speechId, { answer: "agreed", opinion: "", textHash });
      await typeLine(office, chief, "一、还要督查。");
      const told = async () =>
        (await notices.inbox(editor)).notices.filter(({ kind }) => kind === "broken").length;
      if (change.archived === false) {
        await speeches.change(chief, speechId, { archived: true });
        await signOffs.tellBroken(speechId);
      }
      const stored = parts.database;
      const transaction: typeof stored.transaction = async (run) => {
        await stored.transaction(run);
        throw new AppError("storage-unavailable");
      };
      const updateFromText = () => {
        throw new Error("nothing is created here");
      };
      const losing = createSpeechService({
        ...parts,
        rooms: office.rooms,
        updateFromText,
        database: { ...stored, transaction },
      });
      const lost = { code: "storage-unavailable" };
      await expect(losing.change(chief, speechId, change)).rejects.toMatchObject(lost);
      expect(await told()).toBe(0);
      await speeches.change(chief, speechId, change);
      expect(await told()).toBe(1);
    });
  }
});
