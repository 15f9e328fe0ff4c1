/** The versions of a speech in its file: what goes out comes back, and nothing that isn't so is taken over. */
import { afterEach, expect, it } from "vitest";
import type { SpeechId } from "@/core/ids";
import { LIMITS } from "@/core/limits";
import type { Person } from "@/core/person";
import { type SpeechFile, speechFileSchema } from "@/core/speech-file";
import type { FileVersion } from "@/core/speech-file-versions";
import { nodeText } from "@/core/text/count";
import { NOW, type Version } from "@/core/version";
import { describeOnBoth, describeOnSqlite, type TestDatabase } from "../helpers/databases";
import { type ImportOffice, openImportOffice, upload } from "../helpers/import-office";
import { until } from "../helpers/rooms";
import { editShared } from "../helpers/shared-edit";
import { SyncClient } from "../helpers/sync-client";
import { remove } from "../helpers/text-edits";
import { typeLine } from "../helpers/version-typing";

const opened: ImportOffice[] = [];
afterEach(async () => {
  for (const { liveRooms } of opened.splice(0)) await liveRooms.close();
});

async function open(database: TestDatabase): Promise<ImportOffice> {
  const office = await openImportOffice(await database.open());
  opened.push(office);
  return office;
}

async function fileOf({ exports }: ImportOffice, actor: Person, speechId: SpeechId): Promise<SpeechFile> {
  const { bytes } = await exports.make(actor, speechId, { format: "json" });
  return speechFileSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
}

function takeIn({ imports, chief }: ImportOffice, file: SpeechFile) {
  const people = file.people.map(({ id }) => (id === chief.id ? chief.id : null));
  return imports.createSpeech(chief, upload(JSON.stringify(file)), { name: "稿.json", people, title: "" });
}

/** Each version, newest first, as its page shows it. */
async function pagesOf({ versions, chief }: ImportOffice, speechId: SpeechId): Promise<Version[]> {
  const listed = await versions.list(chief, speechId);
  return Promise.all(listed.map(({ id }) => versions.read(chief, speechId, id)));
}

const described = (version: Version) => ({
  text: nodeText(version.document),
  kind: version.kind,
  name: version.name,
  note: version.note,
  maker: version.madeBy?.name,
  createdAt: version.createdAt,
  hash: version.contentHash,
  figures: [version.characters, version.spokenUnits, version.added, version.deleted],
  authors: version.authors.map(({ name, characters, removed }) => [name, characters, removed]),
  stage: version.stage,
});

/** Two people write, keep, move a stage and bring back; a line is said of by a comment. */
async function worked(office: ImportOffice): Promise<void> {
  const { versions, stages, chief, speechId, clock, addMember } = office;
  const drafter = await addMember(chief, speechId, "editor");
  await typeLine(office, chief, "第一稿的话");
  clock.time += 60_000;
  const first = await versions.create(chief, speechId, { name: "二稿，送张主任", note: "请看第二段" });
  await typeLine(office, drafter, "又加的一段");
  await takeAway(office, chief, "的一段");
  clock.time += 60_000;
  await stages.move(chief, speechId, { stage: "draft", note: "初稿", tasks: [] });
  clock.time += 60_000;
  await versions.restore(chief, speechId, first.id, {});
}

describeOnBoth("versions in a speech's file", (database) => {
  it("IM-55 come with it, each with its text, people, figures, draft and what it brought back", async () => {
    const office = await open(database);
    await worked(office);
    const before = await pagesOf(office, office.speechId);
    office.clock.time += 60_000;
    const file = await fileOf(office, office.chief, office.speechId);
    // Texts that are alike are in it once.
    const drawn = file.versions?.list.reduce((sum, { blocks }) => sum + blocks.length, 0) ?? 0;
    expect(file.versions?.blocks.length).toBeLessThan(drawn);

    const { id } = await takeIn(office, file);
    const after = await pagesOf(office, id);
    expect(after.map(described)).toEqual(before.map(described));
    expect(after.map(({ stage }) => stage)).toContainEqual({ name: "draft", draft: 1 });
    expect(after.flatMap(({ authors }) => authors)).toContainEqual(
      expect.objectContaining({ id: office.chief.id, characters: 0, removed: 3 }),
    );
    const restored = after.find(({ fromVersion }) => fromVersion !== null);
    const source = after.find((version) => version.id === restored?.fromVersion);
    expect(source?.name).toBe("二稿，送张主任");
    const again = await fileOf(office, office.chief, id);
    expect(again.versions?.list.length).toBe(file.versions?.list.length);
  });

  it("IM-55 the speech's own versions follow them, with what was typed since", async () => {
    const office = await open(database);
    await worked(office);
    const { id } = await takeIn(office, await fileOf(office, office.chief, office.speechId));
    const { versions, chief, liveRooms } = office;
    office.clock.time += 60_000;
    await typeLine({ ...office, speechId: id, page: pageOn(office, id) }, chief, "后来写的");
    await versions.keepAfterPause(id);
    const [newest, last] = await pagesOf(office, id);
    expect(newest).toMatchObject({ kind: "automatic", authors: [{ id: chief.id, characters: 4 }] });
    expect(newest?.added).toBe(4);
    const { comparison, after } = await versions.compare(chief, id, last?.id ?? NOW, NOW);
    expect(nodeText(after)).toContain("后来写的");
    expect(comparison).not.toBeNull();
    await until(() => liveRooms.present(id).length === 0);
  });
});

describeOnSqlite("versions in a file that was written by hand", (database) => {
  const withVersions = async (office: ImportOffice, change: (version: FileVersion) => unknown) => {
    await worked(office);
    const file = await fileOf(office, office.chief, office.speechId);
    const list = file.versions?.list.map((version) => Object.assign({}, version, change(version)));
    return { ...file, versions: { blocks: file.versions?.blocks, list } } as SpeechFile;
  };

  it("IM-55 a file of before it was counted what people took away says nothing of it", async () => {
    const office = await open(database);
    const file = await withVersions(office, ({ authors }) => ({
      authors: authors.map(({ removed: _, ...author }) => author),
    }));
    const { id } = await takeIn(office, file);
    const authors = (await office.versions.list(office.chief, id)).flatMap((version) => version.authors);
    expect(authors.length).toBeGreaterThan(0);
    expect(authors.filter(({ removed }) => removed !== 0)).toEqual([]);
  });

  it("IM-55 a signed one comes in as a named one: a file is no signature", async () => {
    const office = await open(database);
    const { id } = await takeIn(office, await withVersions(office, () => ({ kind: "signed" })));
    expect((await office.versions.list(office.chief, id)).map(({ kind }) => kind)).not.toContain("signed");
  });

  it("IM-55 stay out of a speech that has its own, and that is told", async () => {
    const office = await open(database);
    const file = await withVersions(office, () => ({}));
    const ask = (speech?: SpeechId) =>
      office.imports.preview(office.chief, upload(JSON.stringify(file)), { name: "稿.json", speech });
    const count = file.versions?.list.length ?? 0;
    const told = { kind: "version", count, where: [] };
    const [asSpeech, asVersion] = [await ask(), await ask(office.speechId)];
    expect([asSpeech.versions, asVersion.versions]).toEqual([count, 0]);
    expect(asSpeech.findings).not.toContainEqual(told);
    expect(asVersion.findings).toContainEqual(told);
  });

  it("IM-55 times to come, or out of order, are put in order before now", async () => {
    const office = await open(database);
    const file = await withVersions(office, () => ({ createdAt: 9_000_000_000_000 }));
    const { id } = await takeIn(office, file);
    const times = (await office.versions.list(office.chief, id)).map(({ createdAt }) => createdAt);
    expect(times.every((time) => time <= office.clock.time)).toBe(true);
    expect(new Set(times).size).toBe(times.length);
    expect([...times].sort((one, other) => other - one)).toEqual(times);
  });

  it("IM-45 IM-55 a small file that stands for more text than a speech may have is refused", async () => {
    const office = await open(database);
    const manyTimes = (times: number) => (version: FileVersion) => ({
      blocks: Array.from({ length: times }, () => version.blocks[0] ?? 0),
    });
    const within = await withVersions(office, manyTimes(100));
    await expect(takeIn(office, within)).resolves.toBeDefined();
    const beyond = await withVersions(office, manyTimes(300_000));
    expect(JSON.stringify(beyond).length).toBeLessThan(LIMITS.importBytes);
    await expect(takeIn(office, beyond)).rejects.toMatchObject({
      code: "unreadable-file",
      fields: { file: "too-large" },
    });
  });

  it("IM-55 of more versions than a file brings back the newest are in it", async () => {
    const office = await open(database);
    const { versions, chief, speechId } = office;
    await typeLine(office, chief, "第一稿的话");
    const { id } = await versions.create(chief, speechId, { name: "一", note: "" });
    const more = LIMITS.versionsPerFile;
    await database.execute(`
      with recursive n(i) as (select 1 union all select i + 1 from n where i < ${more})
      insert into versions (id, speech_id, kind, name, note, text_id, numbering_style, content_hash,
        characters, spoken_units, added, deleted, state_vector, created_at)
      select substr(id, 1, 12) || printf('%08d', i), speech_id, kind, 'n' || i, note, text_id, numbering_style,
        content_hash, characters, spoken_units, 0, 0, state_vector, created_at + i
      from versions, n where id = '${id}'`);
    office.clock.time += 60_000;
    const file = await fileOf(office, chief, speechId);
    expect(file.versions?.list.map(({ name }) => name)).toEqual(
      Array.from({ length: more }, (_, index) => `n${index + 1}`),
    );
  });

  it("IM-45 IM-55 a block that isn't there, or that no text may have, refuses the whole file", async () => {
    const office = await open(database);
    const missing = await withVersions(office, () => ({ blocks: [99_999] }));
    await expect(takeIn(office, missing)).rejects.toMatchObject({ code: "unreadable-file" });
    const foreign = { ...missing, versions: { blocks: [{ type: "script" }], list: [] } };
    await expect(takeIn(office, foreign)).rejects.toMatchObject({ code: "unreadable-file" });
    const inner = {
      ...missing,
      versions: { blocks: [{ type: "listItem", content: [{ type: "paragraph" }] }] },
    };
    const list = missing.versions?.list.map((version) => ({ ...version, blocks: [0] })) ?? [];
    const misplaced = { ...missing, versions: { ...inner.versions, list } };
    await expect(takeIn(office, misplaced)).rejects.toMatchObject({ code: "unreadable-file" });
    await expect(takeIn(office, { ...missing, versions: undefined })).resolves.toBeDefined();
  });
});

async function takeAway(office: ImportOffice, person: Person, words: string): Promise<void> {
  const page = office.page(person);
  await until(() => page.allSaved);
  editShared(page.doc, remove(words));
  await until(() => page.allSaved);
  page.disconnect();
}

const pageOn = (office: ImportOffice, speechId: SpeechId): ImportOffice["page"] => {
  const { liveRooms } = office;
  return (person, role = "editor") => new SyncClient(liveRooms, speechId, { personId: person.id, role });
};
