/** A right that is withdrawn while what it was for is being done. */
import { expect, it } from "vitest";
import type { Role } from "@/core/access";
import { importVersion } from "@/server/services/import-version";
import { createStageService } from "@/server/services/stages";
import { createVersionService } from "@/server/services/versions";
import { describeOnBoth } from "../helpers/databases";
import { until } from "../helpers/rooms";
import { COMPARER, openVersionOffice } from "../helpers/version-office";

describeOnBoth("a right that is withdrawn meanwhile", (database) => {
  /** An editor whose texts are being compared when the chief takes the right away, or the administrator the account. */
  async function crossed(role: Role | "disabled" | null, had: Role = "editor") {
    const storage = await database.open();
    const office = await openVersionOffice(storage, {
      pauseMs: { quietMs: 3_600_000, longestMs: 3_600_000 },
    });
    const { chief, speechId, speeches, versions, page, people, administrator } = office;
    const editor = await office.addMember(chief, speechId, had);
    const writer = page(chief);
    await until(() => writer.allSaved);
    writer.write("一稿。");
    await until(() => writer.allSaved);
    const first = await versions.create(chief, speechId, { name: "一稿", note: "" });
    writer.write("二稿。");
    await until(() => writer.allSaved);
    const comparer: typeof COMPARER = {
      ...COMPARER,
      async compare(...texts) {
        if (role === "disabled") await people.change(administrator, editor.id, { disabled: true });
        else if (role === null)
          await speeches.removeMember(chief, speechId, editor.id).catch(() => undefined);
        else await speeches.setMember(chief, speechId, editor.id, role);
        return COMPARER.compare(...texts);
      },
    };
    // That a closing which is taken back makes up a pause, with a version, is another story (SG-21).
    const parts = { ...office.parts, comparer, makeUpPause: async () => {} };
    const kinds = async () =>
      (await versions.list(chief, speechId)).map(({ kind, name }) => `${kind} ${name}`);
    return { ...office, parts, editor, first, kinds, crossing: createVersionService(parts), writer };
  }

  it.each([
    ["viewer", "forbidden"],
    [null, "not-found"],
  ] as const)("AC-32 brings no version back and makes none (%s now)", async (role, code) => {
    const { crossing, editor, speechId, first, writer, kinds } = await crossed(role);
    const before = writer.fragment.toString();
    await expect(crossing.restore(editor, speechId, first.id, {})).rejects.toMatchObject({ code });
    expect(writer.fragment.toString()).toBe(before);
    expect(await kinds()).toEqual(["before-change ", "named 一稿"]);
  });

  it("AC-32 keeps no version under a name", async () => {
    const { crossing, editor, speechId, kinds } = await crossed("commenter");
    const named = crossing.create(editor, speechId, { name: "二稿", note: "" });
    await expect(named).rejects.toMatchObject({ code: "forbidden" });
    expect(await kinds()).toEqual(["named 一稿"]);
  });

  it.each(["review", "final"] as const)("AC-32 moves no speech to a stage (%s)", async (stage) => {
    const { parts, editor: formerChief, chief, speechId, speeches, kinds } = await crossed("editor", "chief");
    const { stage: before } = await speeches.get(chief, speechId);
    const moved = createStageService(parts).move(formerChief, speechId, { stage, note: "", overrides: {} });
    await expect(moved).rejects.toMatchObject({ code: "forbidden" });
    expect((await speeches.get(chief, speechId)).stage).toBe(before);
    expect(await kinds()).toEqual(["named 一稿"]);
  });

  it("AC-04 nothing is kept for somebody whose account is disabled meanwhile", async () => {
    const { crossing, editor, speechId, kinds } = await crossed("disabled");
    const named = crossing.create(editor, speechId, { name: "二稿", note: "" });
    await expect(named).rejects.toMatchObject({ code: "not-found" });
    expect(await kinds()).toEqual(["named 一稿"]);
  });

  it("AC-04 nothing is brought back for somebody whose account is disabled meanwhile", async () => {
    const { crossing, editor, speechId, first, writer } = await crossed("disabled");
    const before = writer.fragment.toString();
    const restored = crossing.restore(editor, speechId, first.id, {});
    await expect(restored).rejects.toMatchObject({ code: "not-found" });
    expect(writer.fragment.toString()).toBe(before);
  });

  it.each(["review", "final"] as const)(
    "AC-04 no speech is moved for somebody whose account is disabled meanwhile (%s)",
    async (stage) => {
      const { parts, editor, chief, speechId, speeches, kinds } = await crossed("disabled", "chief");
      const { stage: before } = await speeches.get(chief, speechId);
      const moved = createStageService(parts).move(editor, speechId, { stage, note: "", overrides: {} });
      await expect(moved).rejects.toMatchObject({ code: "not-found" });
      expect((await speeches.get(chief, speechId)).stage).toBe(before);
      expect(await kinds()).toEqual(["named 一稿"]);
    },
  );

  it("AC-32 lets no file in", async () => {
    const { parts, editor, speechId, kinds } = await crossed(null);
    const text = {
      document: {
        type: "doc",
        content: [{ type: "paragraph", content: [{ type: "text", text: "回稿。" }] }],
      },
      authors: [],
      threads: [],
    };
    const imported = importVersion(
      { ...parts, live: { ...parts.live, carry: async () => undefined } },
      editor,
      speechId,
      {
        // Of what a reader gives, all that is looked at here.
        text: text as unknown as Parameters<typeof importVersion>[3]["text"],
        bytes: new Uint8Array(),
        request: { name: "回稿.docx", people: [], comments: true },
      },
    );
    await expect(imported).rejects.toMatchObject({ code: "not-found" });
    expect(await kinds()).toEqual(["automatic ", "named 一稿"]);
  });
});
