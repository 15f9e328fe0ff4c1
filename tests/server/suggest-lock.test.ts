/** The lock in 修订: what it takes from an editor, on an open socket too, and who turns it on and off. */
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { documentSchema } from "@/core/document/schema";
import type { Person } from "@/core/person";
import { listSuggestions } from "@/core/review/list-suggestions";
import { acceptAll, rejectAll, settle } from "@/core/review/settle";
import { NodeWriter } from "../helpers/node-writer";
import { PASSWORD } from "../helpers/offices";
import { editShared, suggestShared, textOf, writeText } from "../helpers/shared-edit";
import { OWN_PASSWORD, SocketOffice } from "../helpers/socket-office";
import { Visitor } from "../helpers/visitor";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** Next reads its whole build. */
const SET_UP_LIMIT_MS = 60_000;

let office: SocketOffice;
let editor: Person;
let suggester: Person;
const visitors = new Map<Person, Visitor>();
let writers: NodeWriter[] = [];

beforeAll(async () => {
  office = await SocketOffice.open({ nextFolder: ROOT });
  editor = await office.colleague("editor", "editor");
  suggester = await office.colleague("suggester", "suggester");
  for (const person of [office.administrator, editor, suggester]) {
    const visitor = new Visitor(office.server.url);
    const password = person === office.administrator ? PASSWORD : OWN_PASSWORD;
    await visitor.signIn(person.signInName, password);
    visitors.set(person, visitor);
  }
  const chief = await page(office.administrator);
  editShared(chief.doc, (tr) =>
    tr.insert(0, documentSchema().node("paragraph", null, textNode("我们要推动"))),
  );
  await happens(() => chief.allSaved);
}, SET_UP_LIMIT_MS);
afterEach(async () => {
  for (const writer of writers) writer.close();
  writers = [];
  await lock(false);
});
afterAll(() => office?.close());

const textNode = (text: string) => documentSchema().text(text);
const happens = (condition: () => boolean) =>
  vi.waitFor(() => expect(condition()).toBe(true), { interval: 5, timeout: 20_000 });
const lock = (suggestOnly: boolean, actor = office.administrator) =>
  office.server.runtime.speeches.change(actor, office.speechId, { suggestOnly });

/** A page of this person's that has the text. */
async function page(person: Person): Promise<NodeWriter> {
  const visitor = visitors.get(person);
  if (visitor === undefined) throw new Error(`${person.name} isn't signed in`);
  const writer = new NodeWriter({ person, visitor, password: "" }, office.speechId);
  writers.push(writer);
  await happens(() => writer.allSaved);
  return writer;
}

/** Base text of the server's speech. */
async function base(): Promise<string> {
  return rejectAll(textOf((await page(office.administrator)).doc)).textContent;
}

describe("a speech locked in 修订", () => {
  it("SU-40 an editor's open socket takes suggestions only, and direct edits again once it is unlocked", async () => {
    const open = await page(editor);
    const before = await base();
    await lock(true);
    await happens(() => open.connections === 2 && open.allSaved);
    suggestShared(open.doc, editor.id, (tr) => tr.insertText("现在", 1));
    await happens(() => open.allSaved);
    expect(open.refusal).toBeNull();
    editShared(open.doc, (tr) => tr.insertText("直接", 1));
    await happens(() => open.refusal === "content-not-allowed");
    expect(await base()).toBe(before);

    await lock(false);
    const again = await page(editor);
    editShared(again.doc, (tr) => tr.insertText("直接", 1));
    await happens(() => again.allSaved);
    expect(again.refusal).toBeNull();
    expect(await base()).toBe(`直接${before}`);
  });

  it("SU-40 an editor accepts nothing in it; the chief does", async () => {
    const proposing = await page(suggester);
    suggestShared(proposing.doc, suggester.id, (tr) => tr.insertText("建议", 1));
    await happens(() => proposing.allSaved);
    await lock(true);
    const accept = (writer: NodeWriter) => {
      const text = textOf(writer.doc);
      writeText(
        writer.doc,
        settle(text, ({ person }) => (person === suggester.id ? "accept" : "keep")),
      );
    };
    const refused = await page(editor);
    accept(refused);
    await happens(() => refused.refusal === "content-not-allowed");
    const chief = await page(office.administrator);
    const accepted = acceptAll(textOf(chief.doc)).textContent;
    accept(chief);
    await happens(() => chief.allSaved);
    expect(chief.refusal).toBeNull();
    expect(acceptAll(textOf(chief.doc)).textContent).toBe(accepted);
    expect(listSuggestions(textOf(chief.doc)).filter(({ person }) => person === suggester.id)).toEqual([]);
  });

  it("SU-41 only the chief locks and unlocks, and both are on the record", async () => {
    const { records, versions } = office.server.runtime;
    await expect(lock(true, editor)).rejects.toMatchObject({ code: "forbidden" });
    const kept = await versions.create(office.administrator, office.speechId, { name: "一稿", note: "" });
    await lock(true);
    await lock(true);
    await expect(lock(false, editor)).rejects.toMatchObject({ code: "forbidden" });
    // Nor is the text changed past the socket.
    await expect(versions.restore(editor, office.speechId, kept.id, {})).rejects.toMatchObject({
      code: "forbidden",
    });
    await lock(false);
    await versions.restore(editor, office.speechId, kept.id, {});
    const { entries } = await records.read(office.administrator, office.speechId);
    const locks = entries.filter(({ kind }) => kind === "suggest-only").map(({ facts }) => facts);
    expect(locks.slice(-2)).toEqual([{ on: true }, { on: false }]);
  });

  it("SU-40 nobody but those whose rights change is sent away", async () => {
    const [chief, theirs] = [await page(office.administrator), await page(suggester)];
    const open = await page(editor);
    await lock(true);
    await happens(() => open.connections === 2);
    expect([chief.connections, theirs.connections]).toEqual([1, 1]);
  });
});
