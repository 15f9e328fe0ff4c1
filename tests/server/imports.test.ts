/** Importing as a service: what is stored, whose it is, who may, and what a speech's own file brings back. */
import { afterEach, expect, it } from "vitest";
import { can, ROLES } from "@/core/access";
import { newPersonId, type PersonId } from "@/core/ids";
import { LIMITS } from "@/core/limits";
import { nodeText } from "@/core/text/count";
import { NOW } from "@/core/version";
import { documentIn } from "@/server/sync/snapshot";
import { commentedWords } from "../helpers/commented-words";
import { describeOnBoth, describeOnSqlite, type TestDatabase } from "../helpers/databases";
import { type ImportOffice, openImportOffice, upload } from "../helpers/import-office";
import { returnedDraft } from "../helpers/returned-draft";
import { until } from "../helpers/rooms";

const opened: ImportOffice[] = [];
afterEach(async () => {
  for (const { liveRooms } of opened.splice(0)) await liveRooms.close();
});

async function open(database: TestDatabase): Promise<ImportOffice> {
  const office = await openImportOffice(await database.open());
  opened.push(office);
  office.clock.time = 1_000_000;
  return office;
}

const SPEECH = "在会议上的讲话\n同志们：\n一、甲事\n要抓好落实。";
const TEXT_REQUEST = { name: "初稿.txt", people: [], title: "" };

const draftFile = () => upload(JSON.stringify(returnedDraft()));
const fileRequest = (people: readonly (PersonId | null)[]) => ({
  name: "回稿.json",
  people: [...people],
  title: "",
});

describeOnBoth("imports", (database) => {
  it("IM-40 a file becomes a speech of whoever imports it, with its text, and says so on its record", async () => {
    const { imports, chief, liveRooms, speeches, records } = await open(database);
    const speech = await imports.createSpeech(chief, upload(SPEECH), TEXT_REQUEST);
    expect(speech).toMatchObject({
      title: "在会议上的讲话",
      role: "chief",
      numberingStyle: "nested",
      characters: 19,
    });
    expect(await speeches.get(chief, speech.id)).toEqual(speech);
    expect(await liveRooms.textOf(speech.id)).not.toHaveLength(0);
    const { entries, brokenAt } = await records.read(chief, speech.id);
    expect(brokenAt).toBeNull();
    expect(entries).toMatchObject([
      { kind: "import", facts: { fileName: "初稿.txt", threads: 0, version: null } },
    ]);
    const named = await imports.createSpeech(chief, upload(SPEECH), { ...TEXT_REQUEST, title: "另起的题目" });
    expect(named.title).toBe("另起的题目");
  });

  it("IM-41 who has no account stays as an outside author, who can't sign in and is on no list", async () => {
    const { imports, chief, threads, people, sessions, administrator, speeches } = await open(database);
    const speech = await imports.createSpeech(chief, draftFile(), fileRequest([null]));
    const [thread] = await threads.list(chief, speech.id);
    expect(thread).toMatchObject({
      quote: "落实",
      comments: [
        {
          author: { name: "王处长", outside: true },
          body: "请写实",
          createdAt: 600,
          importedBy: { id: chief.id },
        },
      ],
    });
    const outside = thread?.comments[0]?.author.id ?? newPersonId();
    expect((await people.list(administrator)).some(({ id }) => id === outside)).toBe(false);
    expect(await people.directory(chief, "王处长")).toEqual([]);
    for (const attempt of [
      () => people.change(administrator, outside, { disabled: false }),
      () => people.resetPassword(administrator, outside, "a-new-password"),
      () => speeches.setMember(chief, speech.id, outside, "viewer"),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: "not-found" });
    }
    for (const signInName of [`OUTSIDE ${outside}`, `outside ${outside}`]) {
      const attempt = sessions.signIn({ signInName, password: "", address: "10.0.0.1" });
      await expect(attempt).rejects.toMatchObject({ code: "sign-in-failed" });
    }
  });

  it("IM-42 names are matched to the only colleague of that name, which whoever imports can change", async () => {
    const { imports, chief, threads, addPerson } = await open(database);
    const wang = await addPerson({ name: "王处长", department: "综合处" });
    const other = await addPerson({ name: "李四" });
    const preview = () => imports.preview(chief, draftFile(), { name: "回稿.json" });
    const { authors, colleagues } = await preview();
    expect(authors).toMatchObject([{ name: "王处长", match: wang.id }]);
    expect(colleagues.map(({ id }) => id).sort()).toEqual([chief.id, wang.id].sort());
    const matched = await imports.createSpeech(chief, draftFile(), fileRequest([wang.id]));
    expect((await threads.list(chief, matched.id))[0]?.comments[0]?.author).toEqual({
      id: wang.id,
      name: "王处长",
    });
    // What a file says isn't put into any colleague's mouth.
    const forged = imports.createSpeech(chief, draftFile(), fileRequest([other.id]));
    await expect(forged).rejects.toMatchObject({ code: "invalid-input" });
    await expect(imports.createSpeech(chief, draftFile(), fileRequest([]))).rejects.toMatchObject({
      code: "invalid-input",
    });
    await addPerson({ name: "王处长" });
    const twice = await preview();
    expect(twice.authors).toMatchObject([{ match: null }]);
    expect(twice.colleagues).toHaveLength(3);
  });

  it("IM-43 a draft that comes back is a version beside the text, compared with it and brought in", async () => {
    const { imports, chief, speechId, versions, page, records } = await open(database);
    const writer = page(chief);
    await until(() => writer.allSaved);
    writer.write("要抓好落实。");
    await until(() => writer.allSaved);
    const request = { name: "回稿.json", people: [null], comments: true };
    const version = await imports.createVersion(chief, speechId, draftFile(), request);
    expect(version).toMatchObject({
      kind: "imported",
      name: "回稿.json",
      madeBy: { id: chief.id },
      // Without the letter that it proposes to take out.
      added: 7,
      deleted: 0,
      authors: [],
    });
    const present = async () =>
      nodeText((await versions.compare(chief, speechId, NOW, NOW, { accepted: false })).after);
    expect(await present()).toBe("要抓好落实。");
    const compared = await versions.compare(chief, speechId, NOW, version.id);
    expect(compared.counts.added.characters).toBe(7);

    // The next version's figures go on from the speech's own text.
    writer.write("再写一段。");
    await until(() => writer.allSaved);
    const next = await versions.create(chief, speechId, { name: "二稿", note: "" });
    expect(next).toMatchObject({ added: 5, deleted: 0 });

    const { before } = await versions.restore(chief, speechId, version.id, {});
    expect(await present()).toBe("要抓好落实。\n外单位加的一段话");
    expect(before.contentHash).toBe(next.contentHash);
    const { entries } = await records.read(chief, speechId);
    expect(entries.map(({ kind }) => kind)).toEqual(["create", "import", "version", "restore"]);
    writer.disconnect();
  });

  it("IM-44 comments of a draft that comes back stand on those of their words that are still there", async () => {
    const { imports, chief, speechId, threads, page } = await open(database);
    const writer = page(chief);
    await until(() => writer.allSaved);
    writer.write("这是新加的开头。");
    writer.write("同志们要抓好各项落实工作。");
    await until(() => writer.allSaved);
    const request = { name: "回稿.json", people: [null], comments: true };
    await imports.createVersion(chief, speechId, draftFile(), request);
    const [thread] = await threads.list(chief, speechId);
    await until(() => writer.allSaved);
    expect(commentedWords(documentIn(writer.doc), thread?.id ?? "")).toBe("落实");
    await imports.createVersion(chief, speechId, draftFile(), { ...request, comments: false });
    expect(await threads.list(chief, speechId)).toHaveLength(1);
    // The same outside author again, not a second one of that name.
    await imports.createVersion(chief, speechId, draftFile(), request);
    const authors = (await threads.list(chief, speechId)).map(({ comments }) => comments[0]?.author.id);
    expect(new Set(authors).size).toBe(1);
    writer.disconnect();
  });

  it("IM-45 a file that can't be read stores nothing", async () => {
    const { imports, chief, speeches, speechId, versions } = await open(database);
    const all = { archived: false, q: "" };
    const before = await speeches.list(chief, all);
    const broken = upload('{"format":"lectern-speech","fileVersion":1,"schemaVersion":3}');
    for (const attempt of [
      () => imports.preview(chief, broken, { name: "a.json" }),
      () => imports.createSpeech(chief, broken, { ...TEXT_REQUEST, name: "a.json" }),
      () => imports.createVersion(chief, speechId, broken, { name: "a.json", people: [], comments: true }),
    ]) {
      await expect(attempt).rejects.toMatchObject({ code: "unreadable-file", fields: { file: "damaged" } });
    }
    const newer = upload('{"format":"lectern-speech","fileVersion":99,"schemaVersion":3}');
    await expect(imports.preview(chief, newer, { name: "a.json" })).rejects.toMatchObject({
      fields: { file: "newer-version" },
    });
    expect(await speeches.list(chief, all)).toEqual(before);
    expect(await versions.list(chief, speechId)).toEqual([]);
  });
});

describeOnSqlite("imports", (database) => {
  it("IM-36 a text that no speech could hold is refused by the reader, and nothing is made of it", async () => {
    const { imports, chief, speeches, speechId, versions } = await open(database);
    const all = { archived: false, q: "" };
    const before = await speeches.list(chief, all);
    const request = { name: "回稿.txt", people: [], comments: true };
    for (const text of [
      `${"要抓好各项工作的落实，不能有半点松懈。".repeat(50)}\n`.repeat(2200), // 6 MB
      "一行\n".repeat(LIMITS.importedBlocks + 1),
    ]) {
      for (const attempt of [
        () => imports.preview(chief, upload(text), request),
        () => imports.createSpeech(chief, upload(text), { ...TEXT_REQUEST, title: "" }),
        () => imports.createVersion(chief, speechId, upload(text), request),
      ]) {
        await expect(attempt).rejects.toMatchObject({
          code: "unreadable-file",
          fields: { file: "too-large" },
        });
      }
    }
    expect(await speeches.list(chief, all)).toEqual(before);
    expect(await versions.list(chief, speechId)).toEqual([]);
  }, 120_000);

  it("IM-46 versions are imported by the roles that may make them, and by nobody else", async () => {
    const office = await open(database);
    const { imports, chief, speechId, versions } = office;
    const request = { name: "a.txt", people: [], comments: true };
    for (const role of ROLES.filter((each) => each !== "chief")) {
      const member = await office.addMember(chief, speechId, role);
      const attempts = [
        () => imports.createVersion(member, speechId, upload(SPEECH), request),
        () => imports.preview(member, upload(SPEECH), { name: "a.txt", speech: speechId }),
      ];
      for (const attempt of attempts) {
        if (can(role, "make-version")) await attempt();
        else await expect(attempt()).rejects.toMatchObject({ code: "forbidden" });
      }
    }
    const stranger = await office.addPerson();
    await expect(imports.createVersion(stranger, speechId, upload(SPEECH), request)).rejects.toMatchObject({
      code: "not-found",
    });
    expect((await versions.list(chief, speechId)).filter(({ kind }) => kind === "imported")).toHaveLength(1);
  });
});
