/** Exports as a service: what is on the record, what the draft keeps, who gets which. */

import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { documentSchema } from "@/core/document/schema";
import type { ExportProgress } from "@/core/export";
import { FILE_STREAM_TYPE } from "@/core/file-stream";
import { LIMITS } from "@/core/limits";
import type { Person } from "@/core/person";
import { attribute, DocxReader } from "../helpers/docx-reader";
import { NodeWriter } from "../helpers/node-writer";
import { pdfText, readPdf } from "../helpers/pdf-reader";
import { editShared, suggestShared } from "../helpers/shared-edit";
import { OWN_PASSWORD, SocketOffice } from "../helpers/socket-office";
import { Visitor } from "../helpers/visitor";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** Next reads its whole build. */
const SET_UP_LIMIT_MS = 60_000;
const CLEAN = {
  format: "docx",
  style: "gbt9704",
  watermark: false,
  content: "clean",
  comments: false,
} as const;
const MARKED = { ...CLEAN, content: "marked" } as const;

let office: SocketOffice;
let editor: Person;
let reader: Person;
let writer: NodeWriter;

beforeAll(async () => {
  office = await SocketOffice.open({ nextFolder: ROOT });
  editor = await office.colleague("editor", "editor");
  reader = await office.colleague("reader", "viewer");
  const visitor = new Visitor(office.server.url);
  await visitor.signIn("editor", OWN_PASSWORD);
  writer = new NodeWriter({ person: editor, visitor, password: OWN_PASSWORD }, office.speechId);
  await happens(() => writer.connected);
  const paragraph = documentSchema().node("paragraph", null, documentSchema().text("加强建设"));
  editShared(writer.doc, (tr) => tr.replaceWith(0, tr.doc.content.size, paragraph));
  await happens(() => writer.allSaved);
  suggestShared(writer.doc, editor.id, (tr) => tr.insertText("作风", 3));
  await happens(() => writer.allSaved);
}, SET_UP_LIMIT_MS);
afterAll(async () => {
  writer?.close();
  await office?.close();
});

const happens = (condition: () => boolean) =>
  vi.waitFor(() => expect(condition()).toBe(true), { interval: 5, timeout: 20_000 });
const readRecord = () => office.server.runtime.records.read(editor, office.speechId);
const exports = () => office.server.runtime.exports;
const lines = async (actor: Person, request: typeof CLEAN | typeof MARKED, decision: "accept" | "reject") =>
  new DocxReader((await exports().make(actor, office.speechId, request)).bytes).lines(decision);

describe("exports", () => {
  it("EX-06 a clean copy has what is proposed without any trace, and the draft still has it to decide", async () => {
    expect(await lines(reader, CLEAN, "reject")).toEqual(["加强作风建设"]);
    expect(await lines(editor, MARKED, "reject")).toEqual(["加强建设"]);
    expect(await lines(editor, MARKED, "accept")).toEqual(["加强作风建设"]);
  });

  it("EX-124 a file's times are those of the asker's clock", async () => {
    const written = async (timeZone: string) => {
      const { bytes } = await exports().make(editor, office.speechId, MARKED, { timeZone });
      return attribute(new DocxReader(bytes).all("word/document.xml", "ins")[0], "date") ?? "";
    };
    const [here, there] = [await written("UTC"), await written("Asia/Shanghai")].map(Date.parse);
    expect((there ?? 0) - (here ?? 0)).toBe(8 * 3_600_000);
  });

  it("EX-06 who may only read isn't given what is proposed", async () => {
    await expect(exports().make(reader, office.speechId, MARKED)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(exports().make(editor, office.speechId, MARKED)).resolves.toMatchObject({ title: "讲话" });
  });

  it("EX-07 each export is on the record with who, when, what and the hash of the text", async () => {
    const before = (await readRecord()).entries.length;
    await exports().make(reader, office.speechId, CLEAN);
    const version = await office.server.runtime.versions.create(office.administrator, office.speechId, {
      name: "对照",
      note: "",
    });
    const { entries, brokenAt } = await readRecord();
    expect(brokenAt).toBeNull();
    // The named version, which gives the hash to compare with, is on it as well.
    expect(entries[before]).toMatchObject({
      number: before + 1,
      kind: "export",
      person: { id: reader.id },
      facts: { ...CLEAN, contentHash: version.contentHash },
    });
  });

  it("EX-105 it is entered with the time at which it is given out, however long it took to make", async () => {
    let made = Number.POSITIVE_INFINITY;
    const onProgress = ({ stage }: ExportProgress) => {
      if (stage === "recording") made = Date.now();
    };
    await exports().make(reader, office.speechId, CLEAN, { onProgress });
    expect((await readRecord()).entries.at(-1)?.at).toBeGreaterThanOrEqual(made);
  });

  it("EX-15 the words alone, as plain text and Markdown, have what is proposed and are on the record", async () => {
    for (const format of ["txt", "md"] as const) {
      const { bytes } = await exports().make(reader, office.speechId, { format });
      expect(new TextDecoder().decode(bytes).trim()).toBe("加强作风建设");
      expect((await readRecord()).entries.at(-1)).toMatchObject({
        person: { id: reader.id },
        facts: { format },
      });
    }
  });

  it("EX-31 as PDF it has what is proposed and is on the record", async () => {
    const request = { ...CLEAN, format: "pdf" } as const;
    const { bytes } = await exports().make(reader, office.speechId, request);
    expect(pdfText(await readPdf(bytes))).toContain("加强作风建设");
    expect((await readRecord()).entries.at(-1)).toMatchObject({ person: { id: reader.id }, facts: request });
    const marked = { ...MARKED, format: "pdf" } as const;
    await expect(exports().make(reader, office.speechId, marked)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(exports().make(editor, office.speechId, marked)).resolves.toMatchObject({ title: "讲话" });
  });

  it("RC-15 a reading copy is on the record, and its size is remembered for its speaker, not for others", async () => {
    const { speeches } = office.server.runtime;
    await speeches.change(office.administrator, office.speechId, { speaker: "林岳" });
    const size = () => exports().readingSize(editor, office.speechId);
    expect(await size()).toBe(22);
    const request = { format: "pdf", content: "reading", size: 26 } as const;
    const { bytes } = await exports().make(reader, office.speechId, request);
    expect(pdfText(await readPdf(bytes))).toContain("加强作风建设");
    expect((await readRecord()).entries.at(-1)).toMatchObject({ person: { id: reader.id }, facts: request });
    expect(await size()).toBe(26);
    await speeches.change(office.administrator, office.speechId, { speaker: "别人" });
    expect(await size()).toBe(22);
  });

  it("EX-64 a reading copy has its maker's name where a watermark is asked for, and the record says so", async () => {
    const request = { format: "pdf", content: "reading", size: 22 } as const;
    const nameIn = async (watermark: boolean) => {
      const { bytes } = await exports().make(reader, office.speechId, { ...request, watermark });
      expect((await readRecord()).entries.at(-1)?.facts).toMatchObject({ ...request, watermark });
      return new RegExp(`${reader.name} \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d`).test(
        pdfText(await readPdf(bytes)),
      );
    };
    expect(await nameIn(true)).toBe(true);
    expect(await nameIn(false)).toBe(false);
  });

  it("EX-16 past the limit one is asked to wait, a colleague isn't, and afterwards there's no limit left", async () => {
    const ask = (actor: Person) => exports().make(actor, office.speechId, CLEAN);
    const asked = Array.from({ length: LIMITS.exportsPerPerson + 1 }, () => ask(editor));
    const [outcomes, colleague] = await Promise.all([Promise.allSettled(asked), ask(reader)]);
    expect(colleague.title).toBe("讲话");
    const refused = outcomes.filter((outcome) => outcome.status === "rejected");
    expect(refused.map(({ reason }) => reason.code)).toEqual(["too-many-requests"]);
    await expect(ask(editor)).resolves.toMatchObject({ title: "讲话" });
  });

  it("EX-07 a refused export leaves nothing on the record", async () => {
    const before = await readRecord();
    await expect(exports().make(reader, office.speechId, MARKED)).rejects.toThrow();
    expect(await readRecord()).toEqual(before);
  });

  it("EX-08 the file comes to be saved, under the speech's title", async () => {
    const response = await fetch(`${office.server.url}/api/speeches/${office.speechId}/exports`, {
      method: "POST",
      headers: {
        cookie: await office.cookie(reader),
        origin: office.server.url,
        "content-type": "application/json",
      },
      body: JSON.stringify(CLEAN),
    });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-disposition")).toContain(
      `attachment; filename="speech.docx"; filename*=UTF-8''${encodeURIComponent("讲话")}.docx`,
    );
    expect(new DocxReader(new Uint8Array(await response.arrayBuffer())).lines("accept")).toEqual([
      "加强作风建设",
    ]);
  });

  it("EX-73 over HTTP a file is told about while it is made, and EX-74 no proxy is to hold that back", async () => {
    const ask = async () =>
      fetch(`${office.server.url}/api/speeches/${office.speechId}/exports`, {
        method: "POST",
        headers: {
          cookie: await office.cookie(reader),
          origin: office.server.url,
          "content-type": "application/json",
          accept: FILE_STREAM_TYPE,
        },
        body: JSON.stringify(CLEAN),
      });
    const answer = await ask();
    expect(answer.headers.get("x-accel-buffering")).toBe("no");
    const answered = new Uint8Array(await answer.arrayBuffer());
    const lines = new TextDecoder().decode(answered).split("\n");
    const messages = lines.filter((line) => line.startsWith("{")).map((line) => JSON.parse(line));
    const stages = messages.flatMap(({ progress }) => progress?.stage ?? []);
    expect([stages[0], ...stages.slice(-2)]).toEqual(["reading", "making", "recording"]);
    const file = answered.slice(-messages.at(-1).size);
    expect(new DocxReader(file).lines("accept")).toEqual(["加强作风建设"]);
  });

  it("EX-12 what was done between two versions stands in the file as revisions, and on the record with both", async () => {
    const { versions } = office.server.runtime;
    const named = (name: string) =>
      versions.create(office.administrator, office.speechId, { name, note: "" });
    const first = await named("一稿");
    editShared(writer.doc, (tr) => tr.insertText("持续", 1));
    await happens(() => writer.allSaved);
    const request = {
      format: "docx",
      style: "meeting",
      watermark: false,
      content: "comparison",
      from: first.id,
      to: "now",
    } as const;
    const { bytes } = await exports().make(editor, office.speechId, request);
    const file = new DocxReader(bytes);
    expect(file.lines("reject")).toEqual(["加强作风建设"]);
    expect(file.lines("accept")).toEqual(["持续加强作风建设"]);
    expect(file.all("word/document.xml", "ins").map(({ textContent }) => textContent)).toEqual(["持续"]);
    const { entries } = await readRecord();
    const { kind, name, stage, createdAt } = first;
    const compared = { from: { kind, name, stage, createdAt }, to: null };
    expect(entries.at(-1)?.facts).toMatchObject({ ...request, compared });
    await expect(exports().make(reader, office.speechId, request)).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
