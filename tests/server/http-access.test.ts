/** The access table on the HTTP channel: every role, every action, through Next and the real services. */
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  can,
  OFFICE_ACTIONS,
  type OfficeAction,
  ROLES,
  type Role,
  SPEECH_ACTIONS,
  type SpeechAction,
} from "@/core/access";
import type { Directive } from "@/core/directive";
import { newCommentId, newThreadId } from "@/core/ids";
import { newId } from "@/core/new-id";
import { DEFAULT_STAGES } from "@/core/office-stages";
import { paperPreset } from "@/core/paper/preset";
import type { Person } from "@/core/person";
import type { VersionSummary } from "@/core/version";
import { instruction } from "../helpers/directives";
import { reasonsNow } from "../helpers/final-reasons";
import { rawRequest } from "../helpers/raw-request";
import { SocketOffice } from "../helpers/socket-office";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const TEXT = "各位同志，大家好。";
/** Next reads its whole build. */
const SET_UP_LIMIT_MS = 60_000;

type Asker = Role | "nobody on it";
const ASKERS: readonly Asker[] = [...ROLES, "nobody on it"];

/** Sends a request as somebody, a string as a file's bytes and all else as JSON: resolves with "ok", or with the code of the refusal. */
type Ask = (method: string, path: string, body?: unknown) => Promise<string>;

let office: SocketOffice;
let guest: Person;
/** Begun by the administrator: to everybody else somebody's own. */
const thread = newThreadId();
let version: VersionSummary;
/** Wanted by the administrator. */
let directive: Directive;
const asks = new Map<Asker, Ask>();
const people = new Map<Asker, Person>();

beforeAll(async () => {
  office = await SocketOffice.open({ nextFolder: ROOT, text: TEXT });
  guest = await office.colleague("guest", null);
  const { versions } = office.server.runtime;
  version = await versions.create(office.administrator, office.speechId, { name: "一稿", note: "" });
  for (const asker of ASKERS) {
    const role = asker === "nobody on it" ? null : asker;
    const person = await office.colleague(asker.replaceAll(" ", "."), role);
    people.set(asker, person);
    asks.set(asker, askAs(await office.cookie(person)));
  }
  const begun = { id: thread, place: null, comment: remark("请核实") };
  await office.server.runtime.threads.create(office.administrator, office.speechId, begun);
  await askToSign([office.administrator]);
  const wanted = instruction(TEXT, TEXT, "请核");
  directive = await office.server.runtime.directives.create(office.administrator, office.speechId, wanted);
}, SET_UP_LIMIT_MS);
afterAll(() => office?.close());

function askAs(cookie: string): Ask {
  return async (method, path, body) => {
    const isFile = typeof body === "string";
    const type = isFile ? "application/octet-stream" : "application/json";
    const headers = { cookie, origin: office.server.url, "content-type": type };
    const sent = body === undefined ? {} : { body: isFile ? body : JSON.stringify(body) };
    const answer = await rawRequest(office.server.url, { method, path, headers, ...sent });
    return answer.status === 200 ? "ok" : (answer.code ?? `status ${answer.status}`);
  };
}

function askOf(asker: Asker): Ask {
  const ask = asks.get(asker);
  if (ask === undefined) throw new Error(`no account for ${asker}`);
  return ask;
}

const askAsAdministrator = async () => askAs(await office.cookie(office.administrator));

const remark = (body: string) => ({ id: newCommentId(), body, mentions: [] });

const CLEAN_COPY = { format: "docx", style: "gbt9704", watermark: false, content: "clean", comments: true };

/** What who asks people to sign again knows of. */
async function latestAsked() {
  const { signOffs } = office.server.runtime;
  return (await signOffs.read(office.administrator, office.speechId)).request?.id ?? null;
}

/** In the chief's name. */
async function askToSign(signers: readonly Person[]) {
  return office.server.runtime.signOffs.request(office.administrator, office.speechId, {
    people: signers.map(({ id }) => id),
    inOrder: false,
    dueOn: null,
    note: "",
    latest: await latestAsked(),
  });
}

async function someStyle() {
  const { houseStyles } = office.server.runtime;
  const content = { name: newId(), paper: paperPreset("gbt9704") };
  return (await houseStyles.create(office.administrator, content)).id;
}

type Request = (path: string, ask: Ask) => Promise<string>;

/** Each request that is this action, in an order that leaves the speech as it was. */
const REQUESTS: Readonly<Record<SpeechAction, readonly Request[]>> = {
  read: [
    (path, ask) => ask("GET", path),
    (path, ask) => ask("GET", `${path}/members`),
    (path, ask) => ask("GET", `${path}/threads`),
    (path, ask) => ask("GET", `${path}/sign-offs/text`),
  ],
  rename: [(path, ask) => ask("PATCH", path, { title: "改过的讲话" })],
  "change-settings": [
    (path, ask) => ask("PATCH", path, { charactersPerMinute: 180 }),
    (path, ask) => ask("PATCH", path, { numberingStyle: "flat" }),
  ],
  archive: [
    (path, ask) => ask("PATCH", path, { archived: true }),
    (path, ask) => ask("PATCH", path, { archived: false }),
  ],
  "manage-members": [
    (path, ask) => ask("POST", `${path}/members`, { personId: guest.id, role: "viewer" }),
    (path, ask) => ask("PATCH", `${path}/members/${guest.id}`, { role: "editor" }),
    (path, ask) => ask("DELETE", `${path}/members/${guest.id}`),
  ],
  "lock-suggesting": [
    (path, ask) => ask("PATCH", path, { suggestOnly: true }),
    (path, ask) => ask("PATCH", path, { suggestOnly: false }),
  ],
  comment: [
    (path, ask) =>
      ask("POST", `${path}/threads`, { id: newThreadId(), place: null, comment: remark("总体很好") }),
    (path, ask) => ask("POST", `${path}/threads/${thread}/comments`, remark("同意")),
  ],
  "manage-threads": [
    (path, ask) => ask("PATCH", `${path}/threads/${thread}`, { resolved: true }),
    (path, ask) => ask("PATCH", `${path}/threads/${thread}`, { resolved: false }),
    (path, ask) => ask("PATCH", `${path}/directives/${directive.id}`, { state: "asked", ...remark("请示") }),
  ],
  // Text travels on the socket only (socket-access.test.ts); the version before a large change doesn't.
  suggest: [],
  edit: [(path, ask) => ask("POST", `${path}/versions/before-change`)],
  "see-versions": [
    (path, ask) => ask("GET", `${path}/versions`),
    (path, ask) => ask("GET", `${path}/versions/${version.id}`),
    (path, ask) => ask("GET", `${path}/versions/${version.id}/threads`),
    (path, ask) => ask("GET", `${path}/versions/search?q=${encodeURIComponent("发展")}`),
    (path, ask) => ask("GET", `${path}/comparison?from=${version.id}&to=now`),
    (path, ask) => ask("POST", `${path}/comparison?name=a.txt&with=${version.id}&side=after`, "一、甲"),
    (path, ask) => ask("GET", `${path}/authors`),
    (path, ask) => ask("GET", `${path}/record`),
    (path, ask) => ask("GET", `${path}/decisions`),
    (path, ask) => ask("GET", `${path}/sign-offs`),
    (path, ask) => ask("GET", `${path}/directives`),
    (path, ask) => ask("POST", `${path}/exports`, { ...CLEAN_COPY, content: "marked" }),
    (path, ask) => ask("POST", `${path}/exports`, { format: "json" }),
    (path, ask) =>
      ask("POST", `${path}/exports`, {
        format: "docx",
        style: "meeting",
        watermark: false,
        content: "comparison",
        from: version.id,
        to: "now",
      }),
  ],
  "make-version": [
    (path, ask) => ask("POST", `${path}/versions`, { name: "二稿" }),
    (path, ask) => ask("PATCH", `${path}/versions/${version.id}`, { name: "一稿（改）" }),
    (path, ask) => ask("POST", `/api/imports/preview?name=a.txt&speech=${path.split("/").at(-1)}`, "一、甲"),
    (path, ask) => ask("POST", `${path}/imports?name=a.txt`, "一、甲"),
  ],
  "restore-version": [(path, ask) => ask("POST", `${path}/versions/${version.id}/restore`, {})],
  export: [
    (path, ask) => ask("POST", `${path}/exports`, CLEAN_COPY),
    (path, ask) => ask("POST", `${path}/exports`, { format: "txt" }),
    (path, ask) => ask("POST", `${path}/exports`, { ...CLEAN_COPY, format: "pdf" }),
    (path, ask) => ask("POST", `${path}/exports`, { format: "pdf", content: "reading", size: 22 }),
    (path, ask) => ask("GET", `${path}/reading-copy`),
    (path, ask) => ask("GET", `${path}/preview?layout=gbt9704`),
    (path, ask) =>
      ask("POST", "/api/exports", { speeches: [path.split("/").at(-1)], request: { format: "txt" } }),
  ],
  "request-sign-off": [
    async (path, ask) => {
      const asking = { people: [office.administrator.id], inOrder: true, latest: await latestAsked() };
      return ask("POST", `${path}/sign-off-requests`, asking);
    },
    async (path, ask) => {
      const { request } = await askToSign([office.administrator]);
      return ask("DELETE", `${path}/sign-off-requests/${request?.id}`);
    },
  ],
  "sign-off": [
    async (path, ask) => {
      // Everybody who may be asked is.
      const signers = ASKERS.filter((asker) => asker !== "nobody on it" && can(asker, "sign-off"));
      await askToSign(signers.map((asker) => people.get(asker)).filter((person) => person !== undefined));
      const { textHash } = await office.server.runtime.signOffs.text(office.administrator, office.speechId);
      return ask("POST", `${path}/sign-offs`, { answer: "agreed", textHash });
    },
    // By those who were just asked.
    (path, ask) => ask("POST", `${path}/directives`, instruction(TEXT, TEXT, "再核")),
  ],
  "move-stage": [
    (path, ask) => ask("GET", `${path}/stage`),
    async (path, ask) => {
      const { stages } = office.server.runtime;
      const overrides = await reasonsNow(stages, office.administrator, office.speechId, {
        "sign-offs": "电话同意",
        threads: "会上再说",
        suggestions: "已定",
        directives: "已请示",
      });
      return ask("POST", `${path}/stage`, { stage: "final", overrides });
    },
    (path, ask) => ask("POST", `${path}/stage`, { stage: "draft", note: "还要改两处" }),
  ],
};

describe("a speech over HTTP", () => {
  const rows = SPEECH_ACTIONS.flatMap((action) =>
    REQUESTS[action].length === 0 ? [] : ASKERS.map((asker) => ({ asker, action })),
  );
  it.each(rows)(
    "AC-22 answers $asker who wants to $action as the access table says",
    async ({ asker, action }) => {
      const role = asker === "nobody on it" ? null : asker;
      const expected = can(role, action) ? "ok" : role === null ? "not-found" : "forbidden";
      for (const request of REQUESTS[action]) {
        expect(await request(`/api/speeches/${office.speechId}`, askOf(asker))).toBe(expected);
      }
    },
  );
});

describe("the office over HTTP", () => {
  const account = { name: "新同事", initialPassword: "a long enough password" };
  const requests = {
    "create-speech": [
      (ask: Ask) => ask("POST", "/api/speeches", { title: "新讲话" }),
      (ask: Ask) => ask("POST", "/api/imports/preview?name=a.txt", "一、甲"),
      (ask: Ask) => ask("POST", "/api/imports?name=a.txt", "一、甲"),
    ],
    "manage-stages": [(ask: Ask) => ask("PUT", "/api/stages", { stages: DEFAULT_STAGES })],
    "see-directory": [(ask: Ask) => ask("GET", "/api/directory?q=guest")],
    "see-house-styles": [(ask: Ask) => ask("GET", "/api/house-styles")],
    "manage-house-styles": [
      (ask: Ask) => ask("POST", "/api/house-styles", { name: "办公厅版式", paper: paperPreset("gbt9704") }),
      async (ask: Ask) =>
        ask("PATCH", `/api/house-styles/${await someStyle()}`, { name: newId(), paper: { linePitch: 30 } }),
      async (ask: Ask) => ask("DELETE", `/api/house-styles/${await someStyle()}`),
    ],
    "manage-people": [
      (ask: Ask) => ask("GET", "/api/people"),
      (ask: Ask) => ask("POST", "/api/people", { ...account, signInName: "someone.new" }),
      (ask: Ask) => ask("PATCH", `/api/people/${guest.id}`, { title: "处长" }),
      (ask: Ask) => ask("POST", `/api/people/${guest.id}/password`, { initialPassword: "another long one" }),
    ],
  } satisfies Record<OfficeAction, readonly ((ask: Ask) => Promise<string>)[]>;

  it.each(OFFICE_ACTIONS)("AC-23 lets who may %s do it, and nobody else", async (action) => {
    const administrator = await askAsAdministrator();
    for (const request of requests[action]) {
      expect(await request(askOf("chief"))).toBe(action.startsWith("manage-") ? "forbidden" : "ok");
      expect(await request(administrator)).toBe("ok");
    }
  });
});
