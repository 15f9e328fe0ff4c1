/** A file beside the speech's text: compared by whoever may see versions, and kept nowhere. */
import { afterEach, expect, it } from "vitest";
import { can, ROLES } from "@/core/access";
import type { Person } from "@/core/person";
import { nodeText } from "@/core/text/count";
import { NOW } from "@/core/version";
import { applyComparison } from "../helpers/apply-comparison";
import { describeOnSqlite, type TestDatabase } from "../helpers/databases";
import { type ImportOffice, openImportOffice, upload } from "../helpers/import-office";
import { until } from "../helpers/rooms";

const opened: ImportOffice[] = [];
afterEach(async () => {
  for (const { liveRooms } of opened.splice(0)) await liveRooms.close();
});

const OURS = ["我们要推动档案工作再上台阶。", "各单位要认真抓好落实。"];
const RETURNED = "我们要推进档案工作再上台阶。\n各单位要认真抓好落实。\n主要负责同志要亲自抓。";
const FILE = { name: "回稿.txt", with: NOW, side: "after" } as const;

/** A speech with two paragraphs, and a version of them. */
async function open(database: TestDatabase) {
  const office = await openImportOffice(await database.open());
  opened.push(office);
  const { chief, speechId } = office;
  const writer = office.page(chief);
  await until(() => writer.allSaved);
  for (const line of OURS) writer.write(line);
  await until(() => writer.allSaved);
  const version = await office.versions.create(chief, speechId, { name: "一稿", note: "" });
  const compare = (actor: Person, request: Partial<Parameters<typeof office.imports.compare>[3]> = {}) =>
    office.imports.compare(actor, speechId, upload(RETURNED), { ...FILE, ...request });
  return { ...office, version, writer, compare };
}

describeOnSqlite("comparing with a file", (database) => {
  it("VE-50 a file is either side of the text as it is now and of any version", async () => {
    const { chief, version, writer, compare } = await open(database);
    writer.write("后来加的一段。");
    await until(() => writer.allSaved);

    const { compared } = await compare(chief, { with: version.id });
    expect(compared).toMatchObject({
      fromVersion: { id: version.id },
      toVersion: null,
      changers: null,
      isBackwards: false,
    });
    expect(nodeText(compared.before)).toBe(OURS.join("\n"));
    expect(nodeText(compared.after)).toBe(RETURNED);
    expect(applyComparison(compared.before, compared.comparison)).toEqual(compared.after);
    expect(compared.counts).toMatchObject({ added: { characters: 13 }, deleted: { characters: 2 } });

    const back = await compare(chief, { side: "before" });
    expect(back.compared).toMatchObject({ fromVersion: null, toVersion: null });
    expect(nodeText(back.compared.before)).toBe(RETURNED);
    expect(nodeText(back.compared.after)).toBe([...OURS, "后来加的一段。"].join("\n"));
  });

  it("VE-50 nothing of the file is kept: no version, no entry, no letter", async () => {
    const { chief, speechId, versions, records, compare } = await open(database);
    const before = [await versions.list(chief, speechId), await records.read(chief, speechId)];
    await compare(chief);
    expect([await versions.list(chief, speechId), await records.read(chief, speechId)]).toEqual(before);
    expect(nodeText((await versions.compare(chief, speechId, NOW, NOW)).after)).toBe(OURS.join("\n"));
  });

  it("VE-50 what of the file has no place in a speech is told", async () => {
    const { chief, speechId, imports } = await open(database);
    const page = '<p>我们要推动档案工作再上台阶。<img src="data:image/png;base64,AA=="></p>';
    const { findings } = await imports.compare(chief, speechId, upload(page), { ...FILE, name: "a.html" });
    expect(findings).toMatchObject([{ kind: "picture", count: 1 }]);
  });

  it("VE-50 whoever may see versions may, also beside a final text; nobody else", async () => {
    const { addMember, addPerson, chief, speechId, stages, compare } = await open(database);
    const members = new Map<string, Person>();
    for (const role of ROLES) {
      const member = role === "chief" ? chief : await addMember(chief, speechId, role);
      members.set(role, member);
      if (can(role, "see-versions"))
        expect((await compare(member)).compared.counts.added.characters).toBe(13);
      else await expect(compare(member)).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(compare(await addPerson())).rejects.toMatchObject({ code: "not-found" });

    await stages.move(chief, speechId, { stage: "final", note: "" });
    for (const [role, member] of members) {
      if (can(role as (typeof ROLES)[number], "see-versions")) await compare(member);
    }
  });

  it("VE-50 a version of another speech and a file that can't be read are refused", async () => {
    const { addSpeech, chief, speechId, imports, versions, compare } = await open(database);
    const other = await addSpeech(chief);
    const theirs = await versions.create(chief, other.id, { name: "别的稿", note: "" });
    await expect(compare(chief, { with: theirs.id })).rejects.toMatchObject({ code: "not-found" });
    const broken = imports.compare(chief, speechId, upload("PK broken"), { ...FILE, name: "a.docx" });
    await expect(broken).rejects.toMatchObject({ code: "unreadable-file", fields: { file: "wrong-format" } });
  });
});
