/** Whose formatting is that was proposed by one and accepted by another, through rooms that really stored it. */
import type { Transaction } from "@tiptap/pm/state";
import { afterEach, expect, it } from "vitest";
import { changesIn } from "@/core/compare/changes-in";
import { documentSchema } from "@/core/document/schema";
import type { Person } from "@/core/person";
import { settle } from "@/core/review/settle";
import { NOW } from "@/core/version";
import { describeOnSqlite } from "../helpers/databases";
import { until } from "../helpers/rooms";
import { editShared, suggestShared, textOf, writeText } from "../helpers/shared-edit";
import { bold, placeOf } from "../helpers/text-edits";
import { openVersionOffice, type VersionOffice } from "../helpers/version-office";

const opened: VersionOffice[] = [];
afterEach(async () => {
  for (const { liveRooms } of opened.splice(0)) await liveRooms.close();
});

const unbold = (words: string) => (tr: Transaction) => {
  const from = placeOf(tr.doc, words);
  return tr.removeMark(from, from + words.length, documentSchema().mark("bold"));
};

describeOnSqlite("accepted formatting", (database) => {
  async function open(...first: ((tr: Transaction) => Transaction)[]) {
    const pauseMs = { quietMs: 3_600_000, longestMs: 3_600_000 };
    const office = await openVersionOffice(await database.open(), { pauseMs });
    opened.push(office);
    const { versions, chief, speechId } = office;
    const [one, other] = [
      await office.addMember(chief, speechId, "editor"),
      await office.addMember(chief, speechId, "editor"),
    ];
    const page = office.page(chief, "chief");
    await until(() => page.allSaved);
    page.write("推动高质量发展，抓好落实。");
    page.write("农村公路实行路长制管理。");
    for (const edit of first) editShared(page.doc, edit);
    await until(() => page.allSaved);
    const before = await versions.create(chief, speechId, { name: "一", note: "" });
    const propose = async (person: Person, edit: (tr: Transaction) => Transaction) => {
      const client = office.page(person);
      await until(() => client.allSaved);
      suggestShared(client.doc, person.id, edit);
      await until(() => client.allSaved && textOf(page.doc).eq(textOf(client.doc)));
      client.disconnect();
    };
    /** By the chief, in one message. */
    const acceptAll = async () => {
      writeText(
        page.doc,
        settle(textOf(page.doc), () => "accept"),
      );
      await until(() => page.allSaved);
    };
    const edit = async (change: (tr: Transaction) => Transaction) => {
      editShared(page.doc, change);
      await until(() => page.allSaved);
    };
    const names = new Map<string, string>([
      [chief.id, "chief"],
      [one.id, "one"],
      [other.id, "other"],
    ]);
    const keep = async (name: string) => (await versions.create(chief, speechId, { name, note: "" })).id;
    const changes = async (since = before.id, accepted = true) => {
      const { comparison, changers } = await versions.compare(chief, speechId, since, NOW, { accepted });
      return changesIn(comparison.rows).map((change, index) => {
        const by = (changers?.byChange[index] ?? []).map((at) => names.get(changers?.people[at]?.id ?? ""));
        return `${change.kind}: ${by.join("、")}`;
      });
    };
    return { one, other, propose, acceptAll, edit, keep, changes };
  }

  it("VE-44 is its proposer's, several people's that are accepted at once each one's own", async () => {
    const { one, other, propose, acceptAll, changes, edit } = await open();
    await propose(one, bold("高质量"));
    await propose(other, bold("路长制"));
    await acceptAll();
    expect(await changes()).toEqual(["reformatted: one", "reformatted: other"]);
    await edit(bold("抓好"));
    expect(await changes()).toEqual(["reformatted: one", "reformatted: chief", "reformatted: other"]);
  });

  it("VE-44 likewise where it takes a mark off, whole or in part", async () => {
    const { one, other, propose, acceptAll, changes } = await open(bold("高质量"), bold("路长制管理"));
    await propose(one, unbold("高质量"));
    await propose(other, unbold("长制"));
    await acceptAll();
    expect(await changes()).toEqual(["reformatted: one", "reformatted: other"]);
  });

  it("VE-44 as written, where it was proposed already in the first text, accepting it is the change, and its accepter's", async () => {
    const { one, propose, acceptAll, keep, changes } = await open();
    await propose(one, bold("高质量"));
    const proposed = await keep("二");
    await acceptAll();
    expect(await changes(proposed, false)).toEqual(["reformatted: chief"]);
    // It counted as accepted before.
    expect(await changes(proposed)).toEqual([]);
    expect(await changes()).toEqual(["reformatted: one"]);
  });

  it("VE-44 what its accepter takes off again, and gives anew, is the accepter's", async () => {
    const { one, propose, acceptAll, edit, changes } = await open();
    await propose(one, bold("高质量"));
    await acceptAll();
    await edit(unbold("高质量"));
    await edit(bold("高质量"));
    expect(await changes()).toEqual(["reformatted: chief"]);
  });
});
