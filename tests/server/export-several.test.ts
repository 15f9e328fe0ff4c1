/** Several speeches in one ZIP, and files that are given up. */
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ExportProgress, type ExportSeveral, exportSeveralSchema } from "@/core/export";
import type { SpeechId } from "@/core/ids";
import { LIMITS } from "@/core/limits";
import type { Person } from "@/core/person";
import { SocketOffice } from "../helpers/socket-office";

let office: SocketOffice;
let editor: Person;
let reader: Person;
let speeches: SpeechId[];

beforeAll(async () => {
  office = await SocketOffice.open();
  editor = await office.colleague("editor", null);
  reader = await office.colleague("reader", null);
  speeches = [];
  for (const [title, text] of [
    ["讲话", "第一篇"],
    ["讲话", "第二篇"],
    ["不给看的", "第三篇"],
  ]) {
    const facts = { title: title ?? "", speaker: "", occasion: "", dueOn: null, text: text ?? "" };
    speeches.push((await office.server.runtime.speeches.create(office.administrator, facts)).id);
  }
  for (const id of speeches.slice(0, 2)) {
    await office.server.runtime.speeches.setMember(office.administrator, id, editor.id, "editor");
  }
  await office.server.runtime.speeches.setMember(office.administrator, first(), reader.id, "viewer");
});
afterAll(() => office?.close());

const first = () => speeches[0] as SpeechId;
const exports = () => office.server.runtime.exports;
const kinds = async (id: SpeechId) =>
  (await office.server.runtime.records.read(office.administrator, id)).entries
    .filter(({ kind }) => kind === "export")
    .map(({ person }) => person.name);
const TEXT: ExportSeveral["request"] = { format: "txt" };
const MARKED = {
  format: "docx",
  style: "gbt9704",
  watermark: false,
  content: "marked",
  comments: false,
} as const;

// Starting a thread from TypeScript takes long where other tests share the machine.
describe("several speeches in one ZIP", { timeout: 60_000 }, () => {
  it("EX-71 has those that are open to the person, each on its own record, under names of their own", async () => {
    const told: ExportProgress[] = [];
    const onProgress = (progress: ExportProgress) => told.push(progress);
    const { bytes, leftOut } = await exports().makeSeveral(
      editor,
      { speeches, request: TEXT },
      { onProgress },
    );
    const files = Object.entries(unzipSync(bytes)).map(([name, content]) => [
      name,
      strFromU8(content).trim(),
    ]);
    expect(files).toEqual([
      ["讲话.txt", "第一篇"],
      ["讲话（2）.txt", "第二篇"],
    ]);
    expect(leftOut).toEqual([speeches[2]]);
    expect(await Promise.all(speeches.map(kinds))).toEqual([["editor"], ["editor"], []]);
    expect(told.at(0)).toEqual({ stage: "reading", part: { done: 0, all: 3 } });
    expect(told.at(-1)).toEqual({ stage: "recording" });
  });

  it("EX-71 is decided for each speech by what is asked; none at all is a refusal", async () => {
    const asked = (actor: Person, ids: readonly SpeechId[], request: ExportSeveral["request"]) =>
      exports().makeSeveral(actor, { speeches: [...ids], request });
    await expect(asked(reader, [first()], MARKED)).rejects.toMatchObject({ code: "forbidden" });
    await expect(asked(reader, speeches.slice(1), TEXT)).rejects.toMatchObject({ code: "not-found" });
    expect((await asked(reader, [first()], TEXT)).leftOut).toEqual([]);
    expect((await asked(editor, [first()], MARKED)).leftOut).toEqual([]);
  });

  it("EX-73 one that is given up leaves nothing on any record and frees the person's turn", async () => {
    const before = await Promise.all(speeches.map(kinds));
    const gone = new Error("given up");
    for (let round = 0; round < 5; round += 1) {
      const leaving = new AbortController();
      const onProgress = ({ stage }: ExportProgress) => stage === "making" && leaving.abort(gone);
      const options = { signal: leaving.signal, onProgress };
      const request = { ...MARKED, content: "clean" } as const;
      await expect(exports().makeSeveral(editor, { speeches, request }, options)).rejects.toBe(gone);
      await expect(exports().make(editor, first(), request, options)).rejects.toBe(gone);
    }
    expect(await Promise.all(speeches.map(kinds))).toEqual(before);
    await exports().make(editor, first(), { format: "md" });
    expect(await kinds(first())).toEqual([...(before[0] ?? []), "editor"]);
  });

  it("EX-84 names each after what the page says of it, and refuses what isn't a name's end", async () => {
    const nameEnds = { [first()]: "（初稿·二稿）", [speeches[2] as SpeechId]: "（定稿）" };
    const { bytes } = await exports().makeSeveral(editor, { speeches, request: TEXT, nameEnds });
    expect(Object.keys(unzipSync(bytes))).toEqual(["讲话（初稿·二稿）.txt", "讲话.txt"]);
    const asked = { speeches, request: TEXT };
    const allowed = (end: string) =>
      exportSeveralSchema.safeParse({ ...asked, nameEnds: { [first()]: end } }).success;
    expect(allowed("稿".repeat(LIMITS.nameEndCharacters))).toBe(true);
    expect(allowed("稿".repeat(LIMITS.nameEndCharacters + 1))).toBe(false);
    expect(exportSeveralSchema.safeParse({ ...asked, nameEnds: { "../x": "稿" } }).success).toBe(false);
  });
});
