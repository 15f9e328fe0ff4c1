/** Over HTTP: who signs, what they sign and when; and what a final text still takes. Each refusal has a twin that passes. */
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Person } from "@/core/person";
import type { NewSignOff } from "@/core/sign-off-requests";
import type { VersionSummary } from "@/core/version";
import { reasonsNow } from "../helpers/final-reasons";
import { rawRequest } from "../helpers/raw-request";
import { SocketOffice } from "../helpers/socket-office";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** Next reads its whole build. */
const SET_UP_LIMIT_MS = 60_000;

let office: SocketOffice;
let first: Person;
let second: Person;
let other: Person;

beforeAll(async () => {
  office = await SocketOffice.open({ nextFolder: ROOT, text: "要推动工作。" });
  first = await office.colleague("first", "editor");
  second = await office.colleague("second", "commenter");
  other = await office.colleague("other", "editor");
}, SET_UP_LIMIT_MS);
afterAll(() => office?.close());

/** What the server answers to that person's browser. */
async function ask(person: Person, method: string, path: string, body?: unknown) {
  const headers = {
    cookie: await office.cookie(person),
    origin: office.server.url,
    "content-type": "application/json",
  };
  const at = `/api/speeches/${office.speechId}${path}`;
  const answer = await rawRequest(office.server.url, {
    method,
    path: at,
    headers,
    body: JSON.stringify(body),
  });
  return { status: answer.status, ...JSON.parse(answer.body) };
}

const refused = (status: number, code: string) => ({ status, error: { code } });
const signOffs = () => office.server.runtime.signOffs;
const textHash = async () => (await signOffs().text(office.administrator, office.speechId)).textHash;

async function askToSign(...people: readonly Person[]) {
  const before = (await signOffs().read(office.administrator, office.speechId)).request?.id;
  const asking = { people: people.map(({ id }) => id), inOrder: true, dueOn: null, note: "" };
  return signOffs().request(office.administrator, office.speechId, { ...asking, latest: before });
}

/** Who has signed by now, in the order of asking. */
async function states() {
  const { request } = await signOffs().read(office.administrator, office.speechId);
  return request?.asked.map(({ state }) => state);
}

const sign = (person: Person, answer: Partial<NewSignOff>) =>
  ask(person, "POST", "/sign-offs", { answer: "agreed", ...answer });

describe("signing over HTTP", () => {
  it("SG-26 who isn't asked signs nothing, and who is does", async () => {
    await askToSign(first);
    const read = await textHash();
    expect(await sign(other, { textHash: read })).toMatchObject(refused(403, "forbidden"));
    expect(await states()).toEqual(["asked"]);
    expect(await sign(first, { textHash: read })).toMatchObject({ status: 200 });
    expect(await states()).toEqual(["signed"]);
  });

  it("SG-24 whose turn it isn't is refused until those ahead have signed", async () => {
    await askToSign(first, second);
    const read = await textHash();
    expect(await sign(second, { textHash: read })).toMatchObject(refused(409, "not-your-turn"));
    expect(await states()).toEqual(["asked", "waiting"]);
    expect(await sign(first, { textHash: read })).toMatchObject({ status: 200 });
    expect(await sign(second, { textHash: read })).toMatchObject({ status: 200 });
    expect(await states()).toEqual(["signed", "signed"]);
  });

  it("SG-23 a text that isn't the present one is refused, the present one is signed", async () => {
    await askToSign(first);
    const stale = "0".repeat((await textHash()).length);
    expect(await sign(first, { textHash: stale })).toMatchObject(refused(409, "text-changed"));
    expect(await states()).toEqual(["asked"]);
    expect(await sign(first, { textHash: await textHash() })).toMatchObject({ status: 200 });
    expect(await states()).toEqual(["signed"]);
  });

  it("SG-25 returning takes an opinion; SG-26 a request that was taken back is answered no more", async () => {
    const { request } = await askToSign(first);
    const returned = { answer: "returned", textHash: await textHash() } as const;
    expect(await sign(first, returned)).toMatchObject(refused(400, "invalid-input"));
    await signOffs().withdraw(office.administrator, office.speechId, request?.id ?? expect.fail());
    expect(await sign(first, { ...returned, opinion: "再改" })).toMatchObject(refused(409, "conflict"));
    await askToSign(first);
    expect(await sign(first, { ...returned, opinion: "再改" })).toMatchObject({ status: 200 });
    expect(await states()).toEqual(["returned"]);
  });
});

describe("a final text over HTTP", () => {
  const changes: Readonly<Record<string, (final: VersionSummary) => ReturnType<typeof ask>>> = {
    "is renamed": () => ask(office.administrator, "PATCH", "", { title: "新题" }),
    "has a version restored": ({ id }) => ask(office.administrator, "POST", `/versions/${id}/restore`, {}),
    "has a version kept": () => ask(office.administrator, "POST", "/versions", { name: "再存", note: "" }),
    "has people asked to sign": async () => {
      const { request } = await signOffs().read(office.administrator, office.speechId);
      const asking = { people: [first.id], inOrder: true, latest: request?.id };
      return ask(office.administrator, "POST", "/sign-off-requests", asking);
    },
  };

  for (const [how, change] of Object.entries(changes)) {
    it(`SG-02 ${how} by nobody, and open again it is`, async () => {
      const { stages, versions } = office.server.runtime;
      const reasons = { "sign-offs": "电话同意" };
      const overrides = await reasonsNow(stages, office.administrator, office.speechId, reasons);
      const final = await stages.move(office.administrator, office.speechId, {
        stage: "final",
        note: "",
        overrides,
      });
      const kept = (await versions.list(office.administrator, office.speechId)).length;
      expect(await change(final)).toMatchObject(refused(403, "forbidden"));
      expect(await versions.list(office.administrator, office.speechId)).toHaveLength(kept);
      await stages.move(office.administrator, office.speechId, { stage: "draft", note: "还要改" });
      expect((await change(final)).status).toBeLessThan(300);
    });
  }
});
