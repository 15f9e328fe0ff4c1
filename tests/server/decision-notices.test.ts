/** Proposers are told what became of their suggestions. */
import { afterEach, expect, it } from "vitest";
import { documentSchema } from "@/core/document/schema";
import { newCommentId, type PersonId } from "@/core/ids";
import { messagesFor } from "@/core/messages/messages";
import { noticeText } from "@/core/messages/notice-text";
import { newId } from "@/core/new-id";
import { noticePath } from "@/core/notice";
import type { Person } from "@/core/person";
import { listSuggestions } from "@/core/review/list-suggestions";
import { settle } from "@/core/review/settle";
import { writeDigest } from "@/server/mail/digest";
import { describeOnBoth, type TestDatabase } from "../helpers/databases";
import { rewording } from "../helpers/directives";
import { until } from "../helpers/rooms";
import { textOf, writeText } from "../helpers/shared-edit";
import { openVersionOffice, type VersionOffice } from "../helpers/version-office";

const opened: VersionOffice[] = [];
afterEach(async () => {
  for (const { liveRooms } of opened.splice(0)) await liveRooms.close();
});

/** A speech in which two editors proposed as many words as asked for, each in a paragraph of its own. */
async function open(database: TestDatabase, counts: readonly [number, number]) {
  const storage = await database.open();
  const office = await openVersionOffice(storage, {
    pauseMs: { quietMs: 3_600_000, longestMs: 3_600_000 },
  });
  opened.push(office);
  // No two things happen in one millisecond, so that the inbox has an order to test.
  office.clock.now = () => {
    office.clock.time += 1;
    return office.clock.time;
  };
  const { chief, speechId, notices } = office;
  const [one, other] = [
    await office.addMember(chief, speechId, "editor"),
    await office.addMember(chief, speechId, "editor"),
  ];
  const schema = documentSchema();
  const proposed = ({ id: person }: Person, count: number) =>
    Array.from({ length: count }, () => {
      const mark = schema.mark("insertion", { id: newId(), person, at: 1, begins: null });
      return schema.node("paragraph", null, [schema.text("新", [mark]), schema.text("的一段")]);
    });
  const write = async (person: Person, count: number) => {
    const page = office.page(person);
    await until(() => page.allSaved);
    const before = textOf(page.doc).children;
    writeText(page.doc, schema.node("doc", null, [...before, ...proposed(person, count)]));
    await until(() => page.allSaved);
    return page;
  };
  await write(one, counts[0]);
  const page = await write(other, counts[1]);
  const chiefs = office.page(chief, "chief");
  await until(() => chiefs.allSaved && textOf(chiefs.doc).eq(textOf(page.doc)));
  const decide = async (how: "accept" | "reject", whose: readonly PersonId[], most = Number.MAX_VALUE) => {
    const chosen = listSuggestions(textOf(chiefs.doc))
      .filter(({ person }) => whose.includes(person as PersonId))
      .slice(0, most)
      .map(({ id }) => id);
    expect(chosen.length).toBeGreaterThan(0);
    writeText(
      chiefs.doc,
      settle(textOf(chiefs.doc), ({ id }) => (chosen.includes(id) ? how : "keep")),
    );
    await until(() => chiefs.allSaved);
  };
  const told = async (person: Person) =>
    (await notices.inbox(person)).notices.filter(({ kind }) => kind !== "access");
  /** Told of so many decisions: telling follows the commit. */
  const untilTold = (person: Person, count: number) =>
    expect
      .poll(async () =>
        (await told(person))
          .flatMap(({ facts }) => ("outcomes" in facts ? Object.values(facts.outcomes) : []))
          .reduce((sum, each) => sum + each, 0),
      )
      .toBe(count);
  return { ...office, storage, one, other, decide, told, untilTold };
}

describeOnBoth("notices of decisions", (database) => {
  it("NT-32 many decisions in one act are one notice for each proposer, none for who decided, and lead to the list", async () => {
    const { one, other, chief, speechId, decide, told, untilTold, bell } = await open(database, [30, 2]);
    bell.rung.length = 0;
    await decide("accept", [one.id, other.id]);
    await untilTold(one, 30);
    await untilTold(other, 2);
    const [notice, ...more] = await told(one);
    expect(more).toEqual([]);
    expect(notice).toMatchObject({
      kind: "decision",
      facts: { on: "suggestion", outcomes: { accepted: 30 } },
      actor: { id: chief.id },
    });
    if (notice === undefined) throw new Error("nobody was told");
    expect(noticeText(notice, messagesFor("zh-CN"))).toBe("接受了您的修订 30 处");
    expect(noticePath(notice)).toBe(`/speeches/${speechId}?panel=suggestions`);
    expect(await told(other)).toMatchObject([{ facts: { outcomes: { accepted: 2 } } }]);
    expect(await told(chief)).toEqual([]);
    expect([...bell.rung].sort()).toEqual([one.id, other.id].sort());
  });

  it("NT-32 what is decided one by one adds to the notice until it was read; one's own tell nothing", async () => {
    const { one, chief, decide, told, untilTold, notices } = await open(database, [4, 1]);
    await decide("accept", [one.id], 2);
    await untilTold(one, 2);
    await decide("reject", [one.id], 1);
    await untilTold(one, 3);
    const [notice, ...more] = await told(one);
    expect(more).toEqual([]);
    if (notice === undefined) throw new Error("nobody was told");
    expect(noticeText(notice, messagesFor("zh-CN"))).toBe("接受了您的修订 2 处，拒绝了您的修订 1 处");
    expect(noticeText(notice, messagesFor("en"))).toBe(
      "accepted 2 suggestions of yours, rejected one suggestion of yours",
    );
    await notices.markRead(one, {});
    await decide("accept", [one.id]);
    await untilTold(one, 4);
    expect(await told(one)).toHaveLength(2);
    expect(await told(chief)).toEqual([]);
  });

  it("NT-32 a mail tells of it without a word of the text", async () => {
    const { one, decide, told, untilTold } = await open(database, [1, 1]);
    await decide("reject", [one.id]);
    await untilTold(one, 1);
    const mail = writeDigest({
      notices: await told(one),
      name: one.name,
      locale: "zh-CN",
      publicUrl: "https://lectern.example",
      speechText: false,
    });
    expect(mail.text).toContain("拒绝了您的修订 1 处");
    expect(mail.text).not.toMatch(/新的一段|《讲话》/);
  });

  it("NT-32 who was taken off the speech isn't told, and a leader's own words are told by their card only", async () => {
    const office = await open(database, [1, 1]);
    const { one, other, chief, speechId, speeches, signOffs, directives, decide, untilTold, told } = office;
    await signOffs.request(chief, speechId, { people: [other.id], inOrder: false, dueOn: null, note: "" });
    const order = rewording("新的一段", "一段", "两段");
    // Both have proposed a line that reads so.
    const place = { ...order.place, among: { nth: 0, of: 2 } };
    const { id } = await directives.create(other, speechId, { ...order, place });
    await directives.answer(chief, speechId, id, { state: "done", id: newCommentId() });
    await speeches.removeMember(chief, speechId, one.id);
    await decide("accept", [one.id, other.id]);
    await untilTold(other, 1);
    expect((await told(other)).map(({ facts }) => facts)).toMatchObject([
      { on: "suggestion", outcomes: { accepted: 1 } },
      { on: "directive", state: "done" },
      { dueOn: null },
    ]);
    await office.decisions.tellProposers(speechId);
    expect((await told(one)).filter(({ kind }) => kind === "decision")).toEqual([]);
  });

  it("NT-32 what a crash left untold is told later, by several nodes once", async () => {
    const { one, chief, storage, decide, decisions, untilTold, notices, speechId } = await open(
      database,
      [3, 1],
    );
    await decide("accept", [one.id]);
    await untilTold(one, 3);
    await notices.markRead(one, {});
    // As if the process had ended between the commit and the telling.
    await storage.database.query((queries) => queries.updateTable("decisions").set({ told: 0 }).execute());
    await Promise.all([1, 2, 3].map(() => decisions.tellProposers(speechId)));
    await untilTold(one, 6);
    expect(await notices.unread(one.id)).toBe(1);
    expect(await notices.unread(chief.id)).toBe(0);
  });
});
