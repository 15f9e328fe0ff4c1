/** How much of what keeps a thread busy one person has under way; each refusal beside what passes. */
import { afterEach, expect, it } from "vitest";
import { LIMITS } from "@/core/limits";
import type { Person } from "@/core/person";
import type { Preview, PreviewLayout } from "@/core/preview";
import { NOW } from "@/core/version";
import { createPreviewService } from "@/server/services/previews";
import { createTurns } from "@/server/services/turns";
import { createVersionService } from "@/server/services/versions";
import { describeOnSqlite, type TestDatabase } from "../helpers/databases";
import { COMPARER, openVersionOffice, PASSAGES, type VersionOffice } from "../helpers/version-office";
import { typeLine } from "../helpers/version-typing";

const opened: VersionOffice[] = [];
afterEach(async () => {
  for (const { liveRooms } of opened.splice(0)) await liveRooms.close();
});

async function open(database: TestDatabase): Promise<VersionOffice> {
  const office = await openVersionOffice(await database.open());
  opened.push(office);
  return office;
}

/** Work that waits until it is let go. */
function gate() {
  let open = () => {};
  const promise = new Promise<void>((resolve) => {
    open = resolve;
  });
  let arrived = 0;
  return {
    open: () => open(),
    wait: () => {
      arrived += 1;
      return promise;
    },
    get arrived() {
      return arrived;
    },
  };
}

const refused = { code: "too-many-requests" };

describeOnSqlite("work off the server's thread", (database) => {
  it("OP-65 so many comparisons and searches of one person are under way, and a colleague's too", async () => {
    const office = await open(database);
    const { chief, speechId, parts } = office;
    const colleague = await office.addMember(chief, speechId, "commenter");
    await typeLine(office, chief, "我们要推动高质量发展。");
    const { id } = await office.versions.create(chief, speechId, { name: "一稿", note: "" });
    const busy = gate();
    const versions = createVersionService({
      ...parts,
      comparer: { ...COMPARER, compare: (...texts) => busy.wait().then(() => COMPARER.compare(...texts)) },
      passages: { ...PASSAGES, find: (search) => busy.wait().then(() => PASSAGES.find(search)) },
    });
    const ask = (person: Person, number: number): Promise<unknown> =>
      number % 2 === 0
        ? versions.compare(person, speechId, id, NOW)
        : versions.search(person, speechId, "高质量");

    const most = LIMITS.comparisonsPerPerson;
    const asked = Array.from({ length: most }, (_, number) => ask(chief, number));
    await expect.poll(() => busy.arrived).toBe(most);
    for (const number of [0, 1]) await expect(ask(chief, number)).rejects.toMatchObject(refused);
    const others = [ask(colleague, 0), ask(colleague, 1)];
    await expect.poll(() => busy.arrived).toBe(most + 2);
    busy.open();
    await Promise.all([...asked, ...others]);
    await Promise.all([ask(chief, 0), ask(chief, 1)]);
  });

  it("OP-65 pages are made of so many speeches and layouts for one person, asked for as often as one likes", async () => {
    const office = await open(database);
    const { chief, parts, liveRooms } = office;
    const busy = gate();
    const speech = () => busy.wait().then((): Preview => ({ pages: [] }) as unknown as Preview); // nobody looks
    const previews = createPreviewService({
      database: parts.database,
      texts: liveRooms,
      previewing: { speech, page: async () => null },
    });
    const most = LIMITS.previewsPerPerson;
    const speeches = [];
    for (let number = 0; number <= most; number += 1) speeches.push((await office.addSpeech(chief)).id);
    const [first, ...rest] = speeches;
    const last = rest.pop();
    if (first === undefined || last === undefined) throw new Error("no speeches");
    const colleague = await office.addMember(chief, last, "viewer");
    const layout: PreviewLayout = "gbt9704";
    const asked = [first, first, ...rest].map((id) => previews.read(chief, id, layout));
    await expect.poll(() => busy.arrived).toBe(most + 1);
    await expect(previews.read(chief, last, layout)).rejects.toMatchObject(refused);
    const others = previews.read(colleague, last, layout);
    await expect.poll(() => busy.arrived).toBe(most + 2);
    busy.open();
    await Promise.all([...asked, others]);
    await previews.read(chief, last, layout);
  });

  it("OP-65 a piece of work that failed leaves its place", async () => {
    const { chief } = await open(database);
    const inTurn = createTurns(1);
    const fail = () => Promise.reject(new Error("broken"));
    await expect(inTurn(chief.id, fail)).rejects.toThrow("broken");
    await expect(inTurn(chief.id, fail, "named")).rejects.toThrow("broken");
    expect(await inTurn(chief.id, async () => 1)).toBe(1);
  });
});
