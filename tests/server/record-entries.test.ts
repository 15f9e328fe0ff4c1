/** What services put on the record, each where it acts. */
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Person } from "@/core/person";
import { SocketOffice } from "../helpers/socket-office";

let office: SocketOffice;
let editor: Person;

beforeAll(async () => {
  office = await SocketOffice.open();
  editor = await office.colleague("editor", "editor");
});
afterAll(() => office?.close());

it("EX-13 stages, restored versions, members and exports are on the record with the text they are about", async () => {
  const { administrator: chief, speechId } = office;
  const { exports, records, speeches, stages, versions } = office.server.runtime;
  const kept = await versions.create(chief, speechId, { name: "一稿", note: "" });
  const moved = await stages.move(chief, speechId, { stage: "consultation", note: "请周五前反馈" });
  await versions.restore(editor, speechId, kept.id, {});
  await exports.make(editor, speechId, {
    format: "docx",
    style: "meeting",
    watermark: false,
    content: "clean",
    comments: false,
  });
  await speeches.removeMember(chief, speechId, editor.id);
  const { entries, brokenAt } = await records.read(chief, speechId);
  expect(brokenAt).toBeNull();
  const { contentHash } = kept;
  expect(entries.map(({ kind, facts, person }) => [kind, person.id, facts])).toEqual([
    ["create", chief.id, { title: "讲话" }],
    ["member", chief.id, { person: editor.id, name: editor.name, role: "editor" }],
    ["version", chief.id, { version: kept.id, name: "一稿", contentHash }],
    [
      "stage",
      chief.id,
      { from: "draft", to: "consultation", draft: 1, note: "请周五前反馈", version: moved.id, contentHash },
    ],
    [
      "restore",
      editor.id,
      {
        version: kept.id,
        whole: true,
        contentHash,
        replacedHash: contentHash,
        restored: { kind: "named", name: "一稿", stage: null, createdAt: kept.createdAt },
      },
    ],
    [
      "export",
      editor.id,
      { format: "docx", style: "meeting", watermark: false, content: "clean", comments: false, contentHash },
    ],
    ["member", chief.id, { person: editor.id, name: editor.name, role: null }],
  ]);
});

it("VE-40 a speech's beginning, its new title and settings, its archiving and versions named by hand are on the record", async () => {
  const { administrator: chief, speechId } = office;
  const { records, speeches, stages, versions } = office.server.runtime;
  const known = (await records.read(chief, speechId)).entries.length;
  const dueOn = "2026-12-01";
  await speeches.change(chief, speechId, { title: "新题", speaker: "", dueOn, numberingStyle: "flat" });
  // What stays as it was is no change.
  await speeches.change(chief, speechId, { title: "新题" });
  await speeches.change(chief, speechId, { archived: true });
  await speeches.change(chief, speechId, { archived: false, charactersPerMinute: 180 });
  const { id, contentHash } = await stages.move(chief, speechId, { stage: "review", note: "" });
  await versions.name(chief, speechId, id, { name: "送审前", note: "" });
  // Nor is this one: it was called so already.
  await versions.name(chief, speechId, id, { name: "送审前", note: "" });
  const { entries, brokenAt } = await records.read(chief, speechId);
  expect(brokenAt).toBeNull();
  const changes = {
    title: { from: "讲话", to: "新题" },
    dueOn: { from: null, to: dueOn },
    numberingStyle: { from: "nested", to: "flat" },
  };
  expect(entries.slice(known).map(({ kind, facts }) => [kind, facts])).toEqual([
    ["details", { changes }],
    ["archive", { archived: true }],
    ["details", { changes: { charactersPerMinute: { from: 200, to: 180 } } }],
    ["archive", { archived: false }],
    ["stage", expect.objectContaining({ from: "consultation", to: "review" })],
    ["version", { version: id, name: "送审前", contentHash }],
  ]);
});

it("EX-13 the role that somebody has already, given again, is no event", async () => {
  const { administrator: chief, speechId } = office;
  const { notices, records, speeches } = office.server.runtime;
  const twice = await office.colleague("twice", "commenter");
  const recorded = async () => (await records.read(chief, speechId)).entries.length;
  const told = async () => (await notices.inbox(twice)).notices.length;
  const before = [await recorded(), await told()] as const;
  const members = await speeches.setMember(chief, speechId, twice.id, "commenter");
  expect(members.find(({ personId }) => personId === twice.id)?.role).toBe("commenter");
  expect([await recorded(), await told()]).toEqual(before);
  await speeches.setMember(chief, speechId, twice.id, "editor");
  expect([await recorded(), await told()]).toEqual([before[0] + 1, before[1] + 1]);
});

it("EX-13 what is refused leaves no entry", async () => {
  const { administrator: chief, speechId } = office;
  const { records, speeches, stages } = office.server.runtime;
  const outsider = await office.colleague("outsider", "viewer");
  const before = await records.read(chief, speechId);
  await expect(stages.move(outsider, speechId, { stage: "final", note: "" })).rejects.toThrow();
  await expect(speeches.removeMember(chief, speechId, chief.id)).rejects.toMatchObject({
    code: "last-chief",
  });
  await expect(records.read(outsider, speechId)).rejects.toMatchObject({ code: "forbidden" });
  expect(await records.read(chief, speechId)).toEqual(before);
});
