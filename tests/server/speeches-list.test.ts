/** The home page's list and its search, on both databases. */
import { expect, it } from "vitest";
import { LIMITS } from "@/core/limits";
import type { Person } from "@/core/person";
import { describeOnBoth } from "../helpers/databases";
import { type Office, openOffice } from "../helpers/offices";
import { runSeed, seededRandom } from "../helpers/random";

async function titles({ speeches }: Office, actor: Person, q = "", archived = false): Promise<string[]> {
  return (await speeches.list(actor, { q, archived })).speeches.map(({ title }) => title);
}

describeOnBoth("the list of speeches", (database) => {
  const open = async () => {
    const office = await openOffice(await database.open());
    return { ...office, chief: await office.addPerson() };
  };

  it("ST-21 shows mine, latest edit first, with my role, the figures and who is there", async () => {
    const storage = await database.open();
    const office = await openOffice(storage);
    const { addSpeech, clock, rooms, speeches } = office;
    const chief = await office.addPerson();
    const other = await office.addPerson();
    const first = await addSpeech(chief, { title: "第一篇", speaker: "王伟" });
    clock.time += 1000;
    const second = await addSpeech(chief, { title: "第二篇" });
    await addSpeech(other, { title: "别人的" });
    expect(await titles(office, chief)).toEqual(["第二篇", "第一篇"]);

    const updatedAt = clock.time + 1000;
    await storage.log.recordFigures(first.id, { characters: 30, spokenUnits: 40, updatedAt });
    clock.time += 500;
    const shared = await addSpeech(other, { title: "共同的" });
    await speeches.setMember(other, shared.id, chief.id, "commenter");
    const present = [{ id: other.id, name: other.name, color: "#123456" }];
    rooms.people.set(first.id, present);
    const page = await speeches.list(chief, { q: "", archived: false });
    expect(page.speeches.map(({ title, role }) => [title, role])).toEqual([
      ["第一篇", "chief"],
      ["共同的", "commenter"],
      ["第二篇", "chief"],
    ]);
    expect(page.speeches[0]).toEqual({ ...first, characters: 30, spokenUnits: 40, updatedAt, present });
    expect(page.nextCursor).toBeNull();

    clock.time = updatedAt + 1;
    await speeches.change(chief, second.id, { title: "改了题目" });
    expect((await titles(office, chief))[0]).toBe("改了题目");
  });

  it("ST-22 pages meet without a gap or a repeat, also among speeches of one moment", async () => {
    const seed = runSeed();
    console.info(`seed ${seed}`);
    const random = seededRandom(seed);
    const office = await open();
    const total = LIMITS.speechesPerPage * 2 + 7;
    const made = new Set<string>();
    for (let count = 0; count < total; count++) {
      if (random.chance(0.3)) office.clock.time += 1;
      made.add((await office.addSpeech(office.chief)).id);
    }
    const seen: string[] = [];
    const sizes: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await office.speeches.list(office.chief, { q: "讲话", archived: false, cursor });
      sizes.push(page.speeches.length);
      seen.push(...page.speeches.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(sizes).toEqual([LIMITS.speechesPerPage, LIMITS.speechesPerPage, 7]);
    expect(seen).toHaveLength(total);
    expect(new Set(seen)).toEqual(made);
  });

  it("ST-22 a full last page has no next one, and a made-up cursor is refused", async () => {
    const office = await open();
    for (let count = 0; count < LIMITS.speechesPerPage; count++) await office.addSpeech(office.chief);
    const list = (cursor?: string) => office.speeches.list(office.chief, { q: "", archived: false, cursor });
    expect((await list()).nextCursor).toBeNull();
    for (const cursor of ["", "1", "x-y", "1-a'; drop table speeches", "99999999999999999999-a"]) {
      await expect(list(cursor)).rejects.toMatchObject({ code: "invalid-input" });
    }
  });

  it("ST-23 archived speeches are listed apart", async () => {
    const office = await open();
    const { id } = await office.addSpeech(office.chief, { title: "去年的讲话" });
    await office.addSpeech(office.chief, { title: "今年的讲话" });
    await office.speeches.change(office.chief, id, { archived: true });
    expect(await titles(office, office.chief, "讲话")).toEqual(["今年的讲话"]);
    expect(await titles(office, office.chief, "讲话", true)).toEqual(["去年的讲话"]);
    await office.speeches.change(office.chief, id, { archived: false });
    expect(await titles(office, office.chief, "讲话", true)).toEqual([]);
  });

  it("ST-24 search finds Chinese by one character or more, other words by their beginning, all words together", async () => {
    const office = await open();
    const { chief, addSpeech } = office;
    await addSpeech(chief, {
      title: "在全市经济工作会议上的讲话",
      speaker: "王伟",
      occasion: "2026年经济会",
    });
    await addSpeech(chief, {
      title: "在教师节座谈会上的讲话",
      speaker: "李娜",
      occasion: "Teachers’ Day 2025",
    });
    const find = async (q: string) =>
      (await titles(office, chief, q)).map((title) => title.slice(1, 3)).sort();
    for (const q of [
      "经济",
      "经",
      "王伟",
      "工作会议",
      "经济 讲话",
      "2026",
      "202 王",
      "全市经济工作会议",
      "王伟，经济",
    ]) {
      expect([q, await find(q)]).toEqual([q, ["全市"]]);
    }
    for (const q of ["教师节", "teach", "TEACHERS", "Ｄａｙ", "day 李", "2025"]) {
      expect([q, await find(q)]).toEqual([q, ["教师"]]);
    }
    for (const q of ["讲话", "讲", "20", "", "  ", "，。"]) {
      expect([q, (await find(q)).length]).toEqual([q, 2]);
    }
    for (const q of ["经济 教师", "济经", "eachers", "20266", "赵"]) {
      expect([q, await find(q)]).toEqual([q, []]);
    }
  });

  it("ST-24 search follows a change of title, speaker or occasion", async () => {
    const office = await open();
    const { id } = await office.addSpeech(office.chief, { title: "旧题", speaker: "王伟" });
    await office.speeches.change(office.chief, id, { title: "新稿", occasion: "座谈会" });
    expect(await titles(office, office.chief, "旧题")).toEqual([]);
    for (const q of ["新稿", "王伟", "座谈", "新稿 王伟 座谈会"]) {
      expect(await titles(office, office.chief, q)).toEqual(["新稿"]);
    }
  });

  it("ST-24 characters that are rare or outside the basic plane are found too", async () => {
    const office = await open();
    await office.addSpeech(office.chief, { title: "欢迎会", speaker: "𬭚𬭬" });
    expect(await titles(office, office.chief, "𬭚")).toEqual(["欢迎会"]);
    expect(await titles(office, office.chief, "𬭚𬭬")).toEqual(["欢迎会"]);
    expect(await titles(office, office.chief, "𬭬𬭚")).toEqual([]);
  });

  it("ST-25 nothing that is typed breaks the search or escapes from it", async () => {
    const office = await open();
    await office.addSpeech(office.chief, { title: "在会上的讲话 and or near" });
    const found = [
      "near",
      "AND",
      "讲话 OR",
      "-讲话",
      "讲话*",
      "tokens:讲话",
      '"讲话',
      "(讲话",
      "{讲话}",
      "讲^话",
    ];
    const missed = [
      "'; drop table speeches; --讲稿",
      "title:讲稿",
      "讲话 NOT 会",
      "%稿%",
      "\u0000稿",
      "{讲,稿}",
    ];
    const outcomes = await Promise.all([...found, ...missed].map((q) => titles(office, office.chief, q)));
    // `tokens` is one more word, and no speech has it.
    expect(outcomes.map((rows) => rows.length)).toEqual([
      ...found.map((q) => (q.startsWith("tokens") ? 0 : 1)),
      ...missed.map(() => 0),
    ]);
  });
});
