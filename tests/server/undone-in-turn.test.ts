/** Taking back that a version was brought back, as another one is being brought back. */
import { expect, it } from "vitest";
import { createVersionService } from "@/server/services/versions";
import { describeOnBoth, type TestDatabase } from "../helpers/databases";
import { restorableOffices, SECOND, THIRD } from "../helpers/restorable-office";
import { addBefore } from "../helpers/text-edits";

const { openRestorable } = restorableOffices();

/** 一稿 was brought back and a colleague wrote on; 二稿 is brought back by `another`. */
async function openRestored(database: TestDatabase) {
  const office = await openRestorable(database);
  const { versions, chief, editor, speechId, change, restore, shows } = office;
  const second = await versions.create(chief, speechId, { name: "二稿", note: "" });
  const restored = await restore();
  await shows("全省", false);
  await change(addBefore("头等", "最大的、"));
  const another = () => versions.restore(editor, speechId, second.id, {});
  return { ...office, restored, another };
}

const SECOND_VERSION = ["我们要推动全省高质量发展。", SECOND, THIRD];

describeOnBoth("undoing in turn that a version was brought back", (database) => {
  it("VE-91 asked for just before another version is brought back, it is undone and then that one comes", async () => {
    const { restored, another, undo, lines, versions, chief, speechId, restores } =
      await openRestored(database);
    const [undone, last] = await Promise.all([undo(restored), another()]);
    expect(await lines()).toEqual(SECOND_VERSION);
    expect(await restores()).toBe(3);
    const kept = JSON.stringify((await versions.read(chief, speechId, undone.after.id)).document);
    expect(kept).toContain("最大的、");
    expect(last.before.contentHash).toBe(undone.after.contentHash);
  });

  it("VE-91 asked for just after another version is brought back, it is refused and changes nothing", async () => {
    const { restored, another, undo, lines, restores } = await openRestored(database);
    const [last, undone] = await Promise.allSettled([another(), undo(restored)]);
    expect(last.status).toBe("fulfilled");
    expect(undone).toMatchObject({ status: "rejected", reason: { code: "conflict" } });
    expect(await lines()).toEqual(SECOND_VERSION);
    expect(await restores()).toBe(2);
  });

  it("VE-91 so it is where another node brings one back as this one keeps what is there", async () => {
    const { restored, another, undo, lines, restores, chief, parts } = await openRestored(database);
    let others = 0;
    const texts = {
      ...parts.texts,
      snapshot: async (...asked: Parameters<typeof parts.texts.snapshot>) => {
        const snapshot = await parts.texts.snapshot(...asked);
        others += 1;
        if (others === 1) await another();
        return snapshot;
      },
    };
    // Nodes know nothing of one another's turns.
    const node = createVersionService({ ...parts, texts });
    await expect(undo(restored, chief, node)).rejects.toMatchObject({ code: "conflict" });
    expect(await lines()).toEqual(SECOND_VERSION);
    expect(await restores()).toBe(2);
  });
});
