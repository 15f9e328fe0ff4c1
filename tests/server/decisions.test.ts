/** The list of decisions: who reads it, in what order, and who says why. */
import { afterEach, expect, it } from "vitest";
import { ROLES } from "@/core/access";
import { documentSchema } from "@/core/document/schema";
import { newSpeechId } from "@/core/ids";
import { LIMITS } from "@/core/limits";
import { newId } from "@/core/new-id";
import { listSuggestions } from "@/core/review/list-suggestions";
import { acceptAll, settle } from "@/core/review/settle";
import { createDecisionService } from "@/server/services/decisions";
import { describeOnBoth, type TestDatabase } from "../helpers/databases";
import { until } from "../helpers/rooms";
import { textOf, writeText } from "../helpers/shared-edit";
import { openVersionOffice, type VersionOffice } from "../helpers/version-office";

const opened: VersionOffice[] = [];
afterEach(async () => {
  for (const { liveRooms } of opened.splice(0)) await liveRooms.close();
});

/** A speech in which `count` suggestions stand in paragraphs of their own. */
async function open(database: TestDatabase, count: number) {
  const storage = await database.open();
  const office = await openVersionOffice(storage);
  opened.push(office);
  const told: string[] = [];
  const decisions = createDecisionService({
    ...office,
    database: storage.database,
    changed: (id) => told.push(id),
  });
  const editor = await office.addMember(office.chief, office.speechId, "editor");
  const page = office.page(editor);
  await until(() => page.allSaved);
  const schema = documentSchema();
  const paragraphs = Array.from({ length: count }, (_, at) => {
    const mark = schema.mark("insertion", { id: newId(), person: editor.id, at: 1, begins: null });
    return schema.node("paragraph", null, [schema.text("新", [mark]), schema.text(`第${at}段`)]);
  });
  writeText(page.doc, schema.node("doc", null, paragraphs));
  await until(() => page.allSaved);
  const chiefs = office.page(office.chief, "chief");
  await until(() => textOf(chiefs.doc).eq(textOf(page.doc)) && chiefs.allSaved);
  const ids = listSuggestions(textOf(chiefs.doc)).map(({ id }) => id);
  expect(ids).toHaveLength(count);
  const decide = async (id: string, how: "accept" | "reject") => {
    writeText(
      chiefs.doc,
      settle(textOf(chiefs.doc), (each) => (each.id === id ? how : "keep")),
    );
    await until(() => chiefs.allSaved);
  };
  return { ...office, decisions, told, editor, chiefs, ids, decide };
}

describeOnBoth("decisions", (database) => {
  it("SU-42 are listed with who proposed and who decided, the latest first", async () => {
    const { chief, decide, decisions, editor, ids, speechId } = await open(database, 2);
    const [first = "", second = ""] = ids;
    await decide(first, "accept");
    await decide(second, "reject");
    const page = await decisions.list(chief, speechId, {});
    expect(page.next).toBeNull();
    expect(page.decisions.map(({ suggestion }) => suggestion).sort()).toEqual([...ids].sort());
    expect(page.decisions.find(({ suggestion }) => suggestion === first)).toMatchObject({
      outcome: "accepted",
      by: { id: chief.id, name: chief.name },
      proposer: { id: editor.id, name: editor.name },
      change: { kind: "insert", insertedText: "新", deletedText: "" },
      reason: "",
    });
    expect(page.decisions.find(({ suggestion }) => suggestion === second)?.outcome).toBe("rejected");
  });

  it("SU-42 come in pages", async () => {
    const count = LIMITS.decisionsPerPage + 3;
    const { chief, chiefs, decisions, ids, speechId } = await open(database, count);
    writeText(chiefs.doc, acceptAll(textOf(chiefs.doc)));
    await until(() => chiefs.allSaved);
    const first = await decisions.list(chief, speechId, {});
    expect(first.decisions).toHaveLength(LIMITS.decisionsPerPage);
    const second = await decisions.list(chief, speechId, { before: first.next ?? undefined });
    expect(second.next).toBeNull();
    const listed = [...first.decisions, ...second.decisions].map(({ suggestion }) => suggestion);
    expect(listed.sort()).toEqual([...ids].sort());
  });

  it("SU-45 the reason is given by who decided, for the latest decision only, and everybody there is told", async () => {
    const { chief, decide, decisions, editor, ids, speechId, told } = await open(database, 1);
    const [id = ""] = ids;
    const reason = { suggestions: [id], reason: "与中央提法不一致" };
    await expect(decisions.explain(chief, speechId, reason)).rejects.toMatchObject({ code: "not-found" });
    await decide(id, "reject");
    await expect(decisions.explain(editor, speechId, reason)).rejects.toMatchObject({ code: "not-found" });
    expect((await decisions.list(chief, speechId, {})).decisions[0]?.reason).toBe("");
    expect(told).toEqual([]);
    await decisions.explain(chief, speechId, reason);
    expect(told).toEqual([speechId]);
    expect((await decisions.list(editor, speechId, {})).decisions[0]?.reason).toBe("与中央提法不一致");
  });

  it("AC-05 no reason is written in an archived speech, until it is restored; in a final one it is", async () => {
    const { chief, decide, decisions, ids, speechId, speeches, stages, told } = await open(database, 1);
    const [id = ""] = ids;
    await decide(id, "accept");
    const explain = (reason: string) => decisions.explain(chief, speechId, { suggestions: [id], reason });
    const reason = async () => (await decisions.list(chief, speechId, {})).decisions[0]?.reason;
    await speeches.change(chief, speechId, { archived: true });
    await expect(explain("提法不一致")).rejects.toMatchObject({ code: "forbidden" });
    expect([await reason(), told]).toEqual(["", []]);
    await speeches.change(chief, speechId, { archived: false });
    await stages.move(chief, speechId, { stage: "final", note: "" });
    await explain("提法不一致");
    expect(await reason()).toBe("提法不一致");
  });

  it("SU-45 who doesn't see how the text came about sees no decisions", async () => {
    const { addMember, chief, decide, decisions, ids, speechId } = await open(database, 1);
    await decide(ids[0] ?? "", "accept");
    for (const role of ROLES) {
      const person = await addMember(chief, speechId, role);
      const list = decisions.list(person, speechId, {});
      if (role === "viewer") await expect(list).rejects.toMatchObject({ code: "forbidden" });
      else expect((await list).decisions).toHaveLength(1);
    }
    await expect(decisions.list(chief, newSpeechId(), {})).rejects.toMatchObject({ code: "not-found" });
  });
});
