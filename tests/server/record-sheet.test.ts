/** The record as a PDF for the archive, typeset by the real process and read by another program. */
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { recordSheetSchema } from "@/core/record-sheet";
import type { Typesetting } from "@/server/export/typesetting";
import { createRecordService } from "@/server/services/records";
import { createTypesetting } from "../helpers/checked-exports";
import { describeOnSqlite } from "../helpers/databases";
import { readPdf } from "../helpers/pdf-reader";
import { openVersionOffice, type VersionOffice } from "../helpers/version-office";

let typesetting: Typesetting;
beforeAll(() => {
  typesetting = createTypesetting({ fontDir: undefined });
});
afterAll(() => typesetting.close());
const opened: VersionOffice[] = [];
afterEach(async () => {
  for (const { liveRooms } of opened.splice(0)) await liveRooms.close();
});

const textOf = ({ pages }: Awaited<ReturnType<typeof readPdf>>) =>
  pages
    .flatMap(({ lines }) => lines.map(({ text }) => text))
    .join("")
    .replaceAll(" ", "");

describeOnSqlite("the record's sheet", (database) => {
  async function open() {
    const storage = await database.open();
    const office = await openVersionOffice(storage);
    opened.push(office);
    const records = createRecordService({ database: storage.database, clock: office.clock, typesetting });
    return { ...office, records };
  }

  it("EX-92 says what every entry says, on as many pages as it takes, with the whole hash of the last", async () => {
    const { chief, speechId, versions, records } = await open();
    for (let kept = 1; kept <= 60; kept += 1) {
      await versions.create(chief, speechId, { name: `第${kept}次"#$*_\\`, note: "" });
    }
    const { entries } = await records.read(chief, speechId);
    const file = await records.sheet(chief, speechId, { locale: "zh-CN", timeZone: "Asia/Shanghai" });
    expect(file.title).toContain("办理记录");
    const pdf = await readPdf(file.bytes);
    expect(pdf.pages.length).toBeGreaterThan(1);
    expect(pdf.isTagged).toBe(true);
    const text = textOf(pdf);
    expect(text).toContain("共61条，前后相扣，没有改动。");
    for (let kept = 1; kept <= 60; kept += 1) expect(text).toContain(`第${kept}次"#$*_\\`);
    for (const { hash } of entries) expect(text).toContain(hash.slice(0, 12));
    expect(text).toContain(entries.at(-1)?.hash ?? "none");
    expect(text).toContain(`由${chief.name}导出`);
    // The head of the table comes again on each page.
    expect(text.split("经办人").length - 1).toBe(pdf.pages.length);
  });

  it("EX-93 long names and addresses stay on the sheet and in their cells", async () => {
    const { chief, speechId, versions, records } = await open();
    const name = "a".repeat(80);
    const note = `https://example.gov.cn/${"long-path/".repeat(20)}`;
    const named = { ...chief, name: "Wolfeschlegelsteinhausenbergerdorff".repeat(2) };
    await versions.create(named, speechId, { name, note });
    const request = { locale: "zh-CN", timeZone: "Asia/Shanghai" } as const;
    const { pages } = await readPdf((await records.sheet(named, speechId, request)).bytes);
    const all = pages.flatMap(({ lines }) => lines);
    for (const { text, end } of all) expect(end, text).toBeLessThan(((210 - 20) * 72) / 25.4 + 1);
    for (const [index, line] of all.entries()) {
      const last = all[index - 1];
      const isBeside = last !== undefined && Math.abs(last.y - line.y) < 0.5 && line.x > last.x;
      if (isBeside) expect(line.x, `${last.text}|${line.text}`).toBeGreaterThan(last.end);
    }
    expect(all.map(({ text }) => text.trim()).join("")).toContain(name);
  });

  it("EX-92 is worded in the language and by the clock of who asks", async () => {
    const { chief, speechId, records, clock } = await open();
    const sheetIn = async (timeZone: string) =>
      textOf(await readPdf((await records.sheet(chief, speechId, { locale: "en", timeZone })).bytes));
    const clockFace = (timeZone: string) =>
      new Intl.DateTimeFormat("en", { dateStyle: "long", timeStyle: "short", timeZone })
        .format(clock.now())
        .replace(/\s/g, "");
    for (const timeZone of ["Asia/Shanghai", "America/New_York"]) {
      expect((await sheetIn(timeZone)).replace(/\s/g, "")).toContain(clockFace(timeZone));
    }
    expect(recordSheetSchema.safeParse({ locale: "en", timeZone: "Mars/Base" }).success).toBe(false);
    expect(recordSheetSchema.safeParse({ locale: "en", timeZone: "UTC" }).success).toBe(true);
  });

  it("EX-92 says from which entry on a record doesn't fit, and names no last hash", async () => {
    const { chief, speechId, versions, records } = await open();
    await versions.create(chief, speechId, { name: "一", note: "" });
    await versions.create(chief, speechId, { name: "二", note: "" });
    await database.execute("update record_entries set created_at = 1 where number = 2");
    const file = await records.sheet(chief, speechId, { locale: "zh-CN", timeZone: "UTC" });
    const text = textOf(await readPdf(file.bytes));
    expect(text).toContain("第2条起前后对不上");
    expect(text).not.toContain("全部校验码");
  });

  it("EX-94 prints both hashes of a sign-off, which differ, and the version that was brought back", async () => {
    const { chief, speechId, speeches, versions, signOffs, records } = await open();
    await speeches.change(chief, speechId, { numberingStyle: "flat" });
    const kept = await versions.create(chief, speechId, { name: "周五稿", note: "" });
    await versions.restore(chief, speechId, kept.id, {});
    await signOffs.request(chief, speechId, { people: [chief.id], inOrder: false, dueOn: null, note: "" });
    const { textHash } = await signOffs.text(chief, speechId);
    await signOffs.sign(chief, speechId, { answer: "agreed", opinion: "", textHash });
    expect(textHash).not.toBe(kept.contentHash);
    const file = await records.sheet(chief, speechId, { locale: "zh-CN", timeZone: "UTC" });
    const text = textOf(await readPdf(file.bytes));
    expect(text).toContain(`所存版本正文校验码${kept.contentHash.slice(0, 12)}`);
    expect(text).toContain(`所签文字校验码${textHash.slice(0, 12)}`);
    expect(text).toContain("所恢复的版本：周五稿（");
  });

  it("EX-92 is for who may see versions, and for nobody else", async () => {
    const { chief, speechId, records, addMember, addPerson } = await open();
    const asked = { locale: "zh-CN", timeZone: "UTC" } as const;
    const viewer = await addMember(chief, speechId, "viewer");
    await expect(records.sheet(viewer, speechId, asked)).rejects.toMatchObject({ code: "forbidden" });
    await expect(records.sheet(await addPerson(), speechId, asked)).rejects.toMatchObject({
      code: "not-found",
    });
    const editor = await addMember(chief, speechId, "editor");
    expect((await records.sheet(editor, speechId, asked)).bytes.length).toBeGreaterThan(1000);
  });
});
