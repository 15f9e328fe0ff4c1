import { afterEach, expect, it } from "vitest";
import { can, ROLES, type SpeechAction } from "@/core/access";
import { newSpeechId, newVersionId, type SpeechId, type VersionId } from "@/core/ids";
import type { Person } from "@/core/person";
import { nodeText } from "@/core/text/count";
import { NOW } from "@/core/version";
import { describeOnBoth, describeOnSqlite, type TestDatabase } from "../helpers/databases";
import { until } from "../helpers/rooms";
import { openVersionOffice, type VersionOffice } from "../helpers/version-office";
import { textNow, typeLine } from "../helpers/version-typing";

const opened: VersionOffice[] = [];
afterEach(async () => {
  for (const { liveRooms } of opened.splice(0)) await liveRooms.close();
});

async function open(database: TestDatabase): Promise<VersionOffice> {
  const office = await openVersionOffice(await database.open(), {
    pauseMs: { quietMs: 3_600_000, longestMs: 3_600_000 },
  });
  opened.push(office);
  return office;
}

const named = (name: string) => ({ name, note: "" });

describeOnBoth("versions", (database) => {
  it("VE-10 a version holds the text of its moment, its figures, and who typed how much", async () => {
    const office = await open(database);
    const { versions, chief, speechId } = office;
    const editor = await office.addMember(chief, speechId, "editor");
    await typeLine(office, chief, "我们要推动高质量发展。");
    await typeLine(office, editor, "农村公路实行路长制。");
    const first = await versions.create(chief, speechId, { name: "一稿", note: "会前" });
    await typeLine(office, editor, "再加一句。");
    const second = await versions.create(chief, speechId, named("二稿"));

    expect(await versions.list(chief, speechId)).toEqual([second, first]);
    expect(first).toMatchObject({
      kind: "named",
      name: "一稿",
      note: "会前",
      characters: 21,
      added: 21,
      deleted: 0,
      madeBy: { id: chief.id, name: chief.name },
      authors: [
        { id: chief.id, name: chief.name, characters: 11, removed: 0 },
        { id: editor.id, name: editor.name, characters: 10, removed: 0 },
      ],
    });
    expect(second).toMatchObject({ characters: 26, added: 5, deleted: 0 });
    expect(second.authors).toEqual([{ id: editor.id, name: editor.name, characters: 5, removed: 0 }]);
    expect(second.contentHash).not.toBe(first.contentHash);
    const read = await versions.read(chief, speechId, first.id);
    expect(nodeText(read.document)).toBe("我们要推动高质量发展。\n农村公路实行路长制。");
  });

  it("VE-11 what made itself isn't made twice of one text; what is named is, and shares its text", async () => {
    const office = await open(database);
    const { versions, chief, speechId } = office;
    await typeLine(office, chief, "一段话。");
    await versions.keepAfterPause(speechId);
    await versions.keepAfterPause(speechId);
    expect(await versions.list(chief, speechId)).toHaveLength(1);
    await versions.create(chief, speechId, named("定名"));
    const [newest, oldest] = await versions.list(chief, speechId);
    expect([newest?.kind, oldest?.kind]).toEqual(["named", "automatic"]);
    expect(newest?.contentHash).toBe(oldest?.contentHash);
    await typeLine(office, chief, "又一段。");
    await versions.keepAfterPause(speechId);
    expect(await versions.list(chief, speechId)).toHaveLength(3);
  });

  it("VE-60 the same version asked for again, later or at once, is kept once; anything else of it is another", async () => {
    const office = await open(database);
    const { versions, records, clock, chief, speechId } = office;
    const other = await office.addMember(chief, speechId, "editor");
    await typeLine(office, chief, "一段话。");
    const wanted = { name: "送张主任", note: "会前" };
    const keep = (actor = chief, input = wanted) => versions.create(actor, speechId, input);
    const [first, ...again] = await Promise.all([keep(), keep()]);
    clock.time += 4 * 60_000;
    again.push(await keep());
    expect(again.map(({ id }) => id)).toEqual([first?.id, first?.id]);
    expect(
      (await records.read(chief, speechId)).entries.filter(({ kind }) => kind === "version"),
    ).toHaveLength(1);

    await keep(other);
    await keep(chief, { ...wanted, note: "会后" });
    await keep(chief, { ...wanted, name: "送李主任" });
    await keep();
    clock.time += 6 * 60_000;
    await keep();
    await typeLine(office, chief, "又一段。");
    await keep();
    expect(await versions.list(chief, speechId)).toHaveLength(7);
  });

  it("VE-42 who may edit has the text kept before much of it changes, once while it stays the same", async () => {
    const office = await open(database);
    const { versions, chief, speechId } = office;
    const editor = await office.addMember(chief, speechId, "editor");
    const suggester = await office.addMember(chief, speechId, "suggester");
    await typeLine(office, chief, "有修订的话。");
    await expect(versions.keepBeforeChange(suggester, speechId)).rejects.toMatchObject({ code: "forbidden" });
    expect(await versions.list(chief, speechId)).toEqual([]);
    const kept = await versions.keepBeforeChange(editor, speechId);
    expect(kept).toMatchObject({ kind: "before-change", madeBy: { id: editor.id }, characters: 6 });
    expect((await versions.keepBeforeChange(editor, speechId)).id).toBe(kept.id);
  });

  it("VE-12 old versions that made themselves are thinned, named ones never, and figures go over", async () => {
    const office = await open(database);
    const { versions, chief, speechId, clock } = office;
    for (let minute = 0; minute < 6; minute += 1) {
      await typeLine(office, chief, `第${minute}段。`);
      if (minute === 2) await versions.create(chief, speechId, named("二稿"));
      else await versions.keepAfterPause(speechId);
      clock.time += 60_000;
    }
    expect(await versions.list(chief, speechId)).toHaveLength(6);
    clock.time += 3 * 86_400_000;
    await typeLine(office, chief, "三天后。");
    await versions.keepAfterPause(speechId);
    const left = await versions.list(chief, speechId);
    expect(left.map(({ kind, added }) => [kind, added])).toEqual([
      ["automatic", 4],
      ["automatic", 12],
      ["named", 12],
    ]);
    expect(left.at(-1)?.authors).toEqual([{ id: chief.id, name: chief.name, characters: 12, removed: 0 }]);
    for (const { id, characters } of left) {
      const { document } = await versions.read(chief, speechId, id);
      expect(nodeText(document).replaceAll("\n", "")).toHaveLength(characters);
    }
  });

  it("VE-13 two versions, or a version and now, are compared", async () => {
    const office = await open(database);
    const { versions, chief, speechId } = office;
    await typeLine(office, chief, "我们要推动发展。");
    const first = await versions.create(chief, speechId, named("一稿"));
    await typeLine(office, chief, "第二段。");
    const compared = await versions.compare(chief, speechId, first.id, NOW);
    expect(compared.comparison.rows.map(({ kind }) => kind)).toEqual(["same", "added"]);
    expect(compared.counts.added.characters).toBe(4);
    expect([compared.fromVersion?.id, compared.toVersion]).toEqual([first.id, null]);
    const back = await versions.compare(chief, speechId, NOW, first.id);
    expect(back.counts.deleted.characters).toBe(4);
  });

  it("VE-24 before a version is brought back the text is kept, and brings everything back in turn", async () => {
    const office = await open(database);
    const { versions, chief, speechId } = office;
    await typeLine(office, chief, "第一段。");
    const first = await versions.create(chief, speechId, named("一稿"));
    await typeLine(office, chief, "第二段。");
    const { before, after } = await versions.restore(chief, speechId, first.id, {});
    expect(await textNow(office)).toBe("第一段。");
    expect(before).toMatchObject({ kind: "before-change", characters: 8 });
    expect(after).toMatchObject({ fromVersion: first.id, contentHash: first.contentHash, deleted: 4 });
    await versions.restore(chief, speechId, before.id, {});
    expect(await textNow(office)).toBe("第一段。\n第二段。");
  });

  it("VE-25 colleagues who type meanwhile lose nothing", async () => {
    const office = await open(database);
    const { versions, chief, speechId } = office;
    const editor = await office.addMember(chief, speechId, "editor");
    await typeLine(office, chief, "第一段。");
    const first = await versions.create(chief, speechId, named("一稿"));
    await typeLine(office, chief, "第二段。");
    const page = office.page(editor);
    await until(() => page.allSaved && page.fragment.length === 2);
    const restoring = versions.restore(chief, speechId, first.id, {});
    for (let round = 0; round < 20; round += 1) page.write(`同事${round}。`);
    const { before } = await restoring;
    await until(() => page.allSaved);
    const lines = (await textNow(office)).split("\n");
    expect(lines[0]).toBe("第一段。");
    expect(lines).not.toContain("第二段。");
    const kept = nodeText((await versions.read(chief, speechId, before.id)).document).split("\n");
    for (let round = 0; round < 20; round += 1) expect([...lines, ...kept]).toContain(`同事${round}。`);
    expect(page.closed).toBeNull();
    page.disconnect();
    await until(() => page.fragment.length === lines.length);
  });
});

type Try = (office: VersionOffice, actor: Person, versionId: VersionId) => Promise<unknown>;
const ATTEMPTS: Readonly<Record<string, { action: SpeechAction; run: Try }>> = {
  list: { action: "see-versions", run: ({ versions, speechId }, actor) => versions.list(actor, speechId) },
  read: {
    action: "see-versions",
    run: ({ versions, speechId }, actor, id) => versions.read(actor, speechId, id),
  },
  compare: {
    action: "see-versions",
    run: ({ versions, speechId }, actor, id) => versions.compare(actor, speechId, id, NOW),
  },
  create: {
    action: "make-version",
    run: ({ versions, speechId }, actor) => versions.create(actor, speechId, named("新稿")),
  },
  name: {
    action: "make-version",
    run: ({ versions, speechId }, actor, id) => versions.name(actor, speechId, id, named("改名")),
  },
  restore: {
    action: "restore-version",
    run: ({ versions, speechId }, actor, id) => versions.restore(actor, speechId, id, {}),
  },
};

describeOnSqlite("access to versions", (database) => {
  it.each(Object.keys(ATTEMPTS))(
    "AC-30 %s is answered to each role as the access table says",
    async (method) => {
      const attempt = ATTEMPTS[method];
      if (attempt === undefined) throw new Error(`no attempt ${method}`);
      const office = await open(database);
      const { versions, chief, speechId } = office;
      await typeLine(office, chief, "第一段。");
      const { id } = await versions.create(chief, speechId, named("一稿"));
      await typeLine(office, chief, "第二段。");
      for (const role of [...ROLES, null]) {
        const actor =
          role === null ? await office.addPerson() : await office.addMember(chief, speechId, role);
        const outcome = attempt.run(office, actor, id);
        if (can(role, attempt.action)) await outcome;
        else await expect(outcome).rejects.toMatchObject({ code: role === null ? "not-found" : "forbidden" });
      }
    },
  );

  it("AC-30 a version is found under its own speech only", async () => {
    const office = await open(database);
    const { versions, chief, speechId } = office;
    await typeLine(office, chief, "第一段。");
    const { id } = await versions.create(chief, speechId, named("一稿"));
    const other = await office.addSpeech(chief);
    const refused: readonly [SpeechId, VersionId][] = [
      [other.id, id],
      [newSpeechId(), id],
      [speechId, newVersionId()],
    ];
    for (const [speech, version] of refused) {
      await expect(versions.read(chief, speech, version)).rejects.toMatchObject({ code: "not-found" });
      await expect(versions.restore(chief, speech, version, {})).rejects.toMatchObject({ code: "not-found" });
    }
    expect((await versions.read(chief, speechId, id)).name).toBe("一稿");
  });

  it("AC-31 an archived speech shows its versions and takes none, nor one back", async () => {
    const office = await open(database);
    const { versions, chief, speechId, speeches } = office;
    await typeLine(office, chief, "第一段。");
    const { id } = await versions.create(chief, speechId, named("一稿"));
    await speeches.change(chief, speechId, { archived: true });
    expect(await versions.list(chief, speechId)).toHaveLength(1);
    await expect(versions.create(chief, speechId, named("二稿"))).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(versions.restore(chief, speechId, id, {})).rejects.toMatchObject({ code: "forbidden" });
    await speeches.change(chief, speechId, { archived: false });
    await versions.restore(chief, speechId, id, {});
  });
});
