/** The check of the records looks at the texts and answers too that they name, and says which were changed. */
import { afterEach, expect, it } from "vitest";
import { encodeLines, linesOf } from "@/server/services/version-text";
import { checkRecords, reportOf } from "@/server/transfer/check-records";
import { describeOnBoth } from "../helpers/databases";
import { openVersionOffice, type VersionOffice } from "../helpers/version-office";
import { typeLine } from "../helpers/version-typing";

const opened: VersionOffice[] = [];
afterEach(async () => {
  for (const { liveRooms } of opened.splice(0)) await liveRooms.close();
});

const LONG = Array.from({ length: 300 }, (_, line) => `第${line}项任务要抓好${line * 37}落实。`).join("");
const FORGED = {
  type: "doc",
  content: [{ type: "paragraph", content: [{ type: "text", text: "换过的话。" }] }],
};

describeOnBoth("what the records name", (database) => {
  /** Two speeches with the same past: a version kept by hand (entry 2), sent for signing (3, 4) and signed (5). */
  async function open() {
    const storage = await database.open();
    const office = await openVersionOffice(storage);
    opened.push(office);
    const { chief, speechId, addSpeech, versions, signOffs } = office;
    const { id: twinId } = await addSpeech(chief);
    const page = (id: typeof speechId) => (id === speechId ? office : { ...office, speechId: id });
    for (const id of [speechId, twinId]) {
      await typeLine(page(id), chief, LONG);
      await versions.create(chief, id, { name: "一", note: "" });
      await typeLine(page(id), chief, "再加一句。");
      await signOffs.request(chief, id, { people: [chief.id], inOrder: false, dueOn: null, note: "" });
      const { textHash } = await signOffs.text(chief, id);
      await signOffs.sign(chief, id, { answer: "agreed", opinion: "同意", textHash });
    }
    const check = () => storage.database.query((queries) => checkRecords(queries));
    const faults = async () => {
      const { broken } = await check();
      expect(broken.filter((each) => each.speechId !== speechId)).toEqual([]);
      return broken.map(({ entry, fault }) => [entry, fault]);
    };
    const overwrite = (bytes: Uint8Array, kind: "named" | "stage") =>
      storage.database.query(async (queries) => {
        const { text_id } = await queries
          .selectFrom("versions")
          .where("speech_id", "=", speechId)
          .where("kind", "=", kind)
          .select("text_id")
          .executeTakeFirstOrThrow();
        const row = { bytes, base_id: null };
        await queries.updateTable("version_texts").set(row).where("id", "=", text_id).execute();
      });
    const requestOf = `(select id from sign_off_requests where speech_id = '${speechId}')`;
    return { ...office, storage, check, faults, overwrite, requestOf };
  }

  it("EX-95 nothing is found in records whose texts and answers are as they were, written as differences too", async () => {
    const { check, faults, storage, versions, chief, speechId } = await open();
    const { id } = await versions.create(chief, speechId, { name: "二", note: "" });
    await versions.restore(chief, speechId, id, {});
    expect(await faults()).toEqual([]);
    expect(reportOf(await check())).toMatch(/: all fit together\.\n$/);
    const differences = await storage.database.query((queries) =>
      queries.selectFrom("version_texts").where("base_id", "is not", null).select("id").execute(),
    );
    expect(differences.length).toBeGreaterThan(0);
  });

  it("EX-95 a text that was overwritten is found at every entry that names it", async () => {
    const { check, faults, overwrite, speechId } = await open();
    await overwrite(await encodeLines(linesOf(FORGED), null), "stage");
    expect(await faults()).toEqual([
      [3, "text"],
      [4, "text"],
      [5, "text"],
    ]);
    const report = reportOf(await check());
    expect(report).toContain(": 1 broken.\n");
    expect(report).toContain(`${speechId}: the text of entry 5 isn't what was kept.\n`);
    await overwrite(Buffer.from("no text"), "stage");
    expect(await faults()).toHaveLength(3);
  });

  it("EX-95 a text that others are written as differences to takes them along, and so does another hash", async () => {
    const { faults, overwrite, speechId } = await open();
    await database.execute(
      `update versions set content_hash = 'made up' where kind = 'named' and speech_id = '${speechId}'`,
    );
    expect(await faults()).toEqual([[2, "text"]]);
    await overwrite(await encodeLines(linesOf(FORGED), null), "named");
    expect(await faults()).toEqual([2, 3, 4, 5].map((entry) => [entry, "text"]));
  });

  it("EX-95 a version that is gone is missed", async () => {
    const { check, faults, speechId } = await open();
    const named = `(select id from versions where kind = 'named' and speech_id = '${speechId}')`;
    await database.execute(
      `delete from version_people where version_id in ${named};
       delete from versions where id in ${named}`,
    );
    expect(await faults()).toEqual([[2, "text-gone"]]);
    expect(reportOf(await check())).toContain(`${speechId}: the text of entry 2 is gone.\n`);
  });

  it.each([
    ["another answer", "update sign_offs set answer = 'returned'"],
    ["another opinion", "update sign_offs set opinion = '不同意'"],
    ["another text", "update sign_offs set text_hash = 'made up'"],
    ["an answer that is gone", "delete from sign_offs"],
  ])("EX-95 %s is found at the entry of the answer", async (_what, tampering) => {
    const { check, faults, requestOf, speechId } = await open();
    await database.execute(`${tampering} where request_id = ${requestOf}`);
    expect(await faults()).toEqual([[5, "sign-off"]]);
    expect(reportOf(await check())).toContain(
      `${speechId}: the answer of entry 5 isn't stored as it was given.\n`,
    );
  });

  it("EX-95 an answer that was put in is found, and what an entry says counts up to where the chain breaks", async () => {
    const { check, faults, requestOf, speechId } = await open();
    await database.execute(
      `insert into sign_offs (request_id, number, person_id, answer, opinion, version_id, text_hash, created_at)
       select request_id, 2, person_id, 'agreed', '', version_id, text_hash, created_at + 1
       from sign_offs where request_id = ${requestOf}`,
    );
    expect(await faults()).toEqual([[5, "unrecorded"]]);
    expect(reportOf(await check())).toContain(
      `${speechId}: an answer is stored that none of its 5 entries has.\n`,
    );
    await database.execute(
      `update record_entries set facts = replace(facts, 'agreed', 'returned') where speech_id = '${speechId}'`,
    );
    expect(await faults()).toEqual([[5, "written"]]);
  });
});
