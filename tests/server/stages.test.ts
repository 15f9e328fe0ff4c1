/** Stages of a speech: what moving keeps, who may, and what a final text still takes. */
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { documentSchema, FRAGMENT } from "@/core/document/schema";
import type { Person } from "@/core/person";
import type { StageMove } from "@/core/speech-requests";
import { NodeWriter } from "../helpers/node-writer";
import { rawRequest } from "../helpers/raw-request";
import { editShared, textOf } from "../helpers/shared-edit";
import { OWN_PASSWORD, SocketOffice } from "../helpers/socket-office";
import { Visitor } from "../helpers/visitor";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** Next reads its whole build. */
const SET_UP_LIMIT_MS = 60_000;

let office: SocketOffice;
let editor: Person;
let visitor: Visitor;
let writers: NodeWriter[] = [];

beforeAll(async () => {
  office = await SocketOffice.open({ nextFolder: ROOT });
  editor = await office.colleague("editor", "editor");
  visitor = new Visitor(office.server.url);
  await visitor.signIn("editor", OWN_PASSWORD);
}, SET_UP_LIMIT_MS);
afterAll(() => office?.close());

const happens = (condition: () => boolean) =>
  vi.waitFor(() => expect(condition()).toBe(true), { interval: 5, timeout: 20_000 });

/** A page of the editor's, once it has heard what it may do. */
async function page(): Promise<NodeWriter> {
  const writer = new NodeWriter({ person: editor, visitor, password: OWN_PASSWORD }, office.speechId);
  writers.push(writer);
  await happens(() => writer.connected);
  return writer;
}

async function type(writer: NodeWriter, text: string): Promise<void> {
  const paragraph = documentSchema().node("paragraph", null, documentSchema().text(text));
  editShared(writer.doc, (tr) => tr.insert(tr.doc.content.size, paragraph));
  await happens(() => writer.allSaved);
}

const move = (stage: StageMove["stage"], note = "", actor = office.administrator) =>
  office.server.runtime.stages.move(actor, office.speechId, { stage, note });

function closeAll(): void {
  for (const writer of writers) writer.close();
  writers = [];
}

describe("stages", () => {
  it("SG-01 moving keeps the text as a numbered draft of the stage, with what is expected", async () => {
    const writer = await page();
    await type(writer, "征求意见");
    const first = await move("consultation", "请各处周五前反馈");
    expect(first).toMatchObject({
      kind: "stage",
      stage: { name: "consultation", draft: 1 },
      note: "请各处周五前反馈",
      madeBy: { id: office.administrator.id },
    });
    await type(writer, "改过的");
    expect(await move("consultation")).toMatchObject({ stage: { name: "consultation", draft: 2 } });
    expect(await move("review")).toMatchObject({ stage: { name: "review", draft: 1 } });
    const { versions, speeches } = office.server.runtime;
    const kept = await versions.read(office.administrator, office.speechId, first.id);
    expect(JSON.stringify(kept.document)).toContain("征求意见");
    expect(JSON.stringify(kept.document)).not.toContain("改过的");
    expect(await speeches.get(editor, office.speechId)).toMatchObject({ stage: "review", drafts: 1 });
    closeAll();
  });

  it("SG-02 a final text is changed by nobody, on an open socket or through the services; opened again it is", async () => {
    const open = await page();
    await type(open, "定稿前");
    const final = await move("final");
    expect(JSON.stringify(textOf(open.doc).toJSON())).toContain("定稿前");
    await happens(() => open.connected);
    editShared(open.doc, (tr) => tr.insertText("偷改", 1));
    await happens(() => open.refusal === "forbidden");
    const { versions, speeches, threads } = office.server.runtime;
    for (const change of [
      () => speeches.change(office.administrator, office.speechId, { title: "新题" }),
      () => versions.restore(office.administrator, office.speechId, final.id, {}),
      () => versions.create(office.administrator, office.speechId, { name: "再存", note: "" }),
    ]) {
      await expect(change()).rejects.toMatchObject({ code: "forbidden" });
    }
    expect(await threads.list(editor, office.speechId)).toEqual([]);
    const after = await versions.read(office.administrator, office.speechId, final.id);
    const now = await versions.compare(office.administrator, office.speechId, final.id, "now");
    expect(now.comparison.rows.every(({ kind }) => kind === "same")).toBe(true);
    expect(JSON.stringify(after.document)).not.toContain("偷改");

    await move("review", "领导要求改一个数字");
    const again = await page();
    await happens(() => again.doc.getXmlFragment(FRAGMENT).length > 0);
    await type(again, "解除后");
    expect(again.refusal).toBeNull();
    await expect(
      speeches.change(office.administrator, office.speechId, { title: "新题" }),
    ).resolves.toMatchObject({ title: "新题" });
    closeAll();
  });

  it("SG-03 only the chief moves, and out of the final stage only with a reason", async () => {
    await expect(move("final", "", editor)).rejects.toMatchObject({ code: "forbidden" });
    await move("final");
    await expect(move("review")).rejects.toMatchObject({
      code: "invalid-input",
      fields: { note: "required" },
    });
    await expect(move("final")).rejects.toMatchObject({ code: "conflict" });
    await expect(move("draft", "理由", editor)).rejects.toMatchObject({ code: "forbidden" });
    expect(await move("draft", "还要改")).toMatchObject({
      stage: { name: "draft", draft: 1 },
      note: "还要改",
    });
  });

  it("SG-03 in an archived speech no stage is moved", async () => {
    const { speeches } = office.server.runtime;
    await speeches.change(office.administrator, office.speechId, { archived: true });
    await expect(move("review")).rejects.toMatchObject({ code: "forbidden" });
    await speeches.change(office.administrator, office.speechId, { archived: false });
    await expect(move("review")).resolves.toMatchObject({ kind: "stage" });
  });

  it("SG-70 over HTTP a reason names what was seen: the fresh figures come with the refusal, and all of it is let past", async () => {
    const { signOffs } = office.server.runtime;
    const asking = { people: [editor.id], inOrder: false, dueOn: null, note: "" };
    await signOffs.request(office.administrator, office.speechId, asking);
    const cookie = await office.cookie(office.administrator);
    const path = `/api/speeches/${office.speechId}/stage`;
    const ask = async (method: string, body?: unknown) => {
      const headers = { cookie, origin: office.server.url, "content-type": "application/json" };
      const sent = body === undefined ? {} : { body: JSON.stringify(body) };
      const answer = await rawRequest(office.server.url, { method, path, headers, ...sent });
      return { status: answer.status, ...JSON.parse(answer.body) };
    };
    const reason = "已电话同意";
    const toFinal = (signed: unknown) => ask("POST", { stage: "final", overrides: { "sign-offs": signed } });
    const { blockers } = await ask("GET");
    expect(blockers).toEqual({ "sign-offs": [editor.id] });
    for (const loose of [reason, { reason }, { reason, seen: "all" }, { reason, seen: [], count: 1 }]) {
      expect(await toFinal(loose)).toMatchObject({ status: 400, error: { code: "invalid-input" } });
    }
    expect(await toFinal({ reason, seen: [] })).toMatchObject({
      status: 409,
      error: { code: "not-ready", fields: { "sign-offs": "1" } },
    });
    expect(await toFinal({ reason, seen: blockers["sign-offs"] })).toMatchObject({ status: 200 });
  });
});
