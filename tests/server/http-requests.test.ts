/** What every request is asked, through Next; each refusal beside a request that passes. */
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { AppError, CLOSE_CODE } from "@/core/errors";
import { LIMITS } from "@/core/limits";
import { PERSON_HEADER } from "@/core/protocol";
import { PASSWORD } from "../helpers/offices";
import { cookieHeader, type RawRequest, rawRequest, rawSignIn } from "../helpers/raw-request";
import { OWN_PASSWORD, SocketOffice } from "../helpers/socket-office";
import { TestSocket } from "../helpers/test-socket";
import { Visitor } from "../helpers/visitor";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

let office: SocketOffice;
let url: string;
let cookie: string;
beforeAll(async () => {
  office = await SocketOffice.open({ env: { TRUST_PROXY: "true" }, nextFolder: ROOT });
  url = office.server.url;
  cookie = await office.cookie(await office.colleague("writer", null));
}, 60_000);
afterAll(() => office?.close());

const json = { "content-type": "application/json" };
const send = (input: RawRequest) => rawRequest(url, input);
const credentials = { signInName: "writer", password: OWN_PASSWORD };

/** As the page does it. */
async function signOut(cookie: string, fields: Record<string, string> = {}) {
  const csrf = await send({ path: "/api/auth/csrf", headers: { cookie } });
  const { csrfToken } = JSON.parse(csrf.body);
  const body = new URLSearchParams({ csrfToken, json: "true", ...fields }).toString();
  const headers = {
    origin: url,
    "content-type": "application/x-www-form-urlencoded",
    "content-length": String(body.length),
    cookie: `${cookie}; ${cookieHeader(csrf.cookies)}`,
  };
  return send({ method: "POST", path: "/api/auth/signout", headers, body });
}

describe("cross-site requests", () => {
  const newSpeech = (headers: Record<string, string>) =>
    send({
      method: "POST",
      path: "/api/speeches",
      headers: { ...json, cookie, ...headers },
      body: JSON.stringify({ title: "讲话" }),
    });

  it("AU-36 a state-changing request passes from our own pages only", async () => {
    const foreign: Record<string, string>[] = [
      {},
      { origin: "https://elsewhere.example" },
      { origin: "null" },
    ];
    for (const headers of foreign) {
      const refused = await newSpeech(headers);
      expect([refused.status, refused.code]).toEqual([403, "cross-site"]);
    }
    expect((await newSpeech({ origin: url })).status).toBe(200);
  });

  it("AU-36 so does a sign-in", async () => {
    const from = (origin: string) => rawSignIn(url, credentials, { origin });
    expect((await from("https://elsewhere.example")).code).toBe("cross-site");
    expect((await from(url)).status).toBe(200);
  });
});

it("AU-46 a page of another person than the session's is answered nothing, and changes nothing", async () => {
  const asked = async (person: string) => {
    const headers = { ...json, cookie, origin: url, [PERSON_HEADER]: person };
    const read = send({ path: "/api/me", headers });
    const write = send({ method: "POST", path: "/api/speeches", headers, body: '{"title":"讲话"}' });
    return [(await read).status, (await write).status];
  };
  const { person } = await office.server.runtime.sessions.signIn({ ...credentials, address: "192.0.2.7" });
  for (const other of [office.administrator.id, "nobody", ""]) expect(await asked(other)).toEqual([401, 401]);
  expect(await asked(person.id)).toEqual([200, 200]);
});

it("AU-17 after signing out neither the cookie nor a socket that it opened stands; another session's do", async () => {
  const signIn = async () => cookieHeader((await rawSignIn(url, credentials, { origin: url })).cookies);
  const [left, other] = [await signIn(), await signIn()];
  const writer = await office.server.runtime.sessions.signIn({ ...credentials, address: "192.0.2.8" });
  const { setMember } = office.server.runtime.speeches;
  await setMember(office.administrator, office.speechId, writer.person.id, "editor");
  const open = async (cookie: string) => {
    const socket = TestSocket.connect(url, await office.attempt(writer.person, { cookie }));
    return { outcome: await socket.outcome, closed: socket.closed };
  };
  const sockets = [await open(left), await open(other)];
  expect(sockets.map(({ outcome }) => outcome)).toEqual(["let in", "let in"]);

  const answer = await signOut(left);
  expect(answer.status).toBe(200);
  // Both close; whoever comes again is judged anew.
  const code = CLOSE_CODE["access-changed"];
  expect(await Promise.all(sockets.map(({ closed }) => closed))).toEqual([code, code]);
  expect((await open(left)).outcome).toEqual({ closed: CLOSE_CODE.unauthenticated });
  expect((await open(other)).outcome).toBe("let in");
  const me = async (cookie: string) => (await send({ path: "/api/me", headers: { cookie } })).status;
  expect([await me(left), await me(other)]).toEqual([401, 200]);
  // Signed anew it would outlive the note of its end.
  const asked = await send({ path: "/api/auth/session", headers: { cookie: left } });
  expect([asked.status, asked.cookies]).toEqual([404, []]);
});

it("AU-17 signing out that can't be stored is refused, and the session stands until it can", async () => {
  const cookie = cookieHeader((await rawSignIn(url, credentials, { origin: url })).cookies);
  const status = async () => (await send({ path: "/api/me", headers: { cookie } })).status;
  const end = vi.spyOn(office.server.runtime.sessions, "end");
  end.mockRejectedValueOnce(new AppError("storage-unavailable"));
  const refused = await signOut(cookie);
  expect([refused.status, refused.code, refused.cookies]).toEqual([503, "storage-unavailable", []]);
  expect(await status()).toBe(200);
  end.mockRestore();
  expect((await signOut(cookie)).status).toBe(200);
  expect(await status()).toBe(401);
});

it("AU-17 a request to sign out that no page of ours made ends nothing", async () => {
  const cookie = cookieHeader((await rawSignIn(url, credentials, { origin: url })).cookies);
  expect((await signOut(cookie, { csrfToken: "another" })).body).toContain("csrf=true");
  expect((await send({ path: "/api/me", headers: { cookie } })).status).toBe(200);
});

describe("pages", () => {
  it("OP-14 are only read: what is sent to one is refused, not taken for a server action", async () => {
    const action = { origin: url, cookie, "next-action": "0".repeat(42), "content-type": "text/plain" };
    for (const path of ["/sign-in", "/", "/no-such-page"]) {
      const refused = await send({ method: "POST", path, headers: action, body: "[]" });
      expect([refused.status, refused.headers.allow, refused.body]).toEqual([405, "GET, HEAD", ""]);
    }
    expect((await send({ path: "/", headers: { cookie } })).status).toBe(200);
    const created = await send({
      method: "POST",
      path: "/api/speeches",
      headers: { ...action, ...json },
      body: JSON.stringify({ title: "讲话" }),
    });
    expect(created.status).toBe(200);
  });
});

describe("sign-in", () => {
  it("AU-44 takes a short body of a known length only", async () => {
    const path = "/api/auth/callback/credentials";
    const headers = { origin: url, "content-type": "application/x-www-form-urlencoded" };
    const long = `x=${"x".repeat(LIMITS.signInBytes)}`;
    expect((await send({ method: "POST", path, headers, body: long })).code).toBe("too-large");
    const endless = { ...headers, "transfer-encoding": "chunked" };
    expect((await send({ method: "POST", path, headers: endless, body: "x=1" })).code).toBe("too-large");
    expect((await rawSignIn(url, credentials, { origin: url })).status).toBe(200);
  });

  it("AU-37 works under any name of the machine and gives a cookie that scripts can't read", async () => {
    const host = "office-server.lan:8080";
    const answer = await rawSignIn(url, credentials, { host, origin: `http://${host}` });
    const session = answer.cookies.find((line) => line.startsWith("next-auth.session-token="));
    expect(session).toMatch(/; HttpOnly/);
    expect(session).toMatch(/; SameSite=Lax/);
    expect(session).not.toMatch(/; Secure/);
    const signedIn = cookieHeader(answer.cookies);
    expect((await send({ path: "/api/me", headers: { host, cookie: signedIn } })).status).toBe(200);
    expect((await send({ path: "/api/me", headers: { host } })).code).toBe("unauthenticated");
  });

  it("AU-38 behind TLS gives a Secure cookie that counts there only", async () => {
    const proxied = { "x-forwarded-proto": "https", "x-forwarded-host": "office.example" };
    const headers = { ...proxied, origin: "https://office.example" };
    const answer = await rawSignIn(url, credentials, headers);
    const session = answer.cookies.find((line) => line.startsWith("__Secure-next-auth.session-token="));
    expect(session).toMatch(/; HttpOnly.*; Secure|; Secure.*; HttpOnly/);
    const signedIn = cookieHeader(answer.cookies);
    expect((await send({ path: "/api/me", headers: { ...proxied, cookie: signedIn } })).status).toBe(200);
    expect((await send({ path: "/api/me", headers: { cookie: signedIn } })).code).toBe("unauthenticated");
  });

  it("AU-39 that fails tells the page which error it is", async () => {
    const wrong = { ...credentials, password: "not the password" };
    const answer = await rawSignIn(url, wrong, { origin: url });
    expect(answer.status).toBe(401);
    expect(new URL(JSON.parse(answer.body).url).searchParams.get("error")).toBe("sign-in-failed");
    expect(answer.cookies.filter((line) => line.includes("session-token"))).toEqual([]);
  });

  it("AU-40 leaves next-auth's own pages, session and log shut", async () => {
    const headers = { origin: url };
    for (const path of ["signin", "signout", "error", "verify-request", "session", "providers"]) {
      expect((await send({ path: `/api/auth/${path}`, headers })).status).toBe(404);
    }
    expect((await send({ method: "POST", path: "/api/auth/_log", headers })).status).toBe(404);
    expect((await send({ path: "/api/auth/csrf", headers })).status).toBe(200);
  });
});

describe("a session", () => {
  it("AU-41 of somebody with an initial password may only change it", async () => {
    await office.newcomer("newcomer");
    const visitor = new Visitor(url);
    await visitor.signIn("newcomer", PASSWORD);
    expect((await visitor.me()).mustChangePassword).toBe(true);
    const list = () => send({ path: "/api/speeches", headers: { cookie: visitor.cookieHeader } });
    expect((await list()).code).toBe("password-change-required");
    await visitor.changePassword(PASSWORD, OWN_PASSWORD);
    expect((await list()).status).toBe(200);
  });

  it("AU-42 goes on in the browser that changed the password, and ends in every other", async () => {
    await office.colleague("changer", null);
    const [here, elsewhere] = [new Visitor(url), new Visitor(url)];
    for (const browser of [here, elsewhere]) await browser.signIn("changer", OWN_PASSWORD);
    expect((await elsewhere.me()).signInName).toBe("changer");
    await here.changePassword(OWN_PASSWORD, "another password of mine");
    expect((await here.me()).signInName).toBe("changer");
    await expect(elsewhere.me()).rejects.toThrow(/unauthenticated/);
  });
});

describe("a body", () => {
  const speech = (input: Partial<RawRequest>) =>
    send({
      method: "POST",
      path: "/api/speeches",
      ...input,
      headers: { ...json, origin: url, cookie, ...input.headers },
    });

  it("OP-11 over the limit is refused, told beforehand or not", async () => {
    const body = JSON.stringify({ title: "讲话", text: "x".repeat(LIMITS.requestBytes) });
    expect((await speech({ body })).code).toBe("too-large");
    expect((await speech({ body, headers: { "transfer-encoding": "chunked" } })).code).toBe("too-large");
    expect((await speech({ body: JSON.stringify({ title: "讲话" }) })).status).toBe(200);
  });

  it("OP-11 that is a file over the limit is refused, and one that isn't sent as a file", async () => {
    const file = (body: string | Buffer, type = "application/octet-stream") =>
      send({
        method: "POST",
        path: "/api/imports/preview?name=a.txt",
        headers: { cookie, origin: url, "content-type": type },
        body,
      });
    const large = Buffer.alloc(LIMITS.importBytes + 1, "x");
    expect((await file(large)).code).toBe("too-large");
    expect((await file("甲", "application/json")).code).toBe("invalid-input");
    const broken = await file(Buffer.alloc(1000, 0));
    expect(JSON.parse(broken.body).error).toEqual({
      code: "unreadable-file",
      fields: { file: "wrong-format" },
    });
    expect((await file("甲")).status).toBe(200);
  });

  it("OP-12 that isn't what the route takes is refused with the fields that are wrong", async () => {
    expect((await speech({ body: "{" })).code).toBe("invalid-input");
    expect((await speech({ body: "title=x", headers: { "content-type": "text/plain" } })).code).toBe(
      "invalid-input",
    );
    const wrong = await speech({ body: JSON.stringify({ title: "", dueOn: "soon" }) });
    expect(JSON.parse(wrong.body).error.fields).toEqual({ title: "required", dueOn: "invalid" });
    expect((await speech({ body: JSON.stringify({ title: "讲话", dueOn: "2026-12-01" }) })).status).toBe(200);
  });

  it("OP-12 for an address that can't be anything's is not found", async () => {
    expect((await send({ path: "/api/speeches/NOT-AN-ID", headers: { cookie } })).code).toBe("not-found");
  });
});

describe("a page", () => {
  it("OP-13 runs no script but ours, and no other site frames it", async () => {
    const one = await send({ path: "/sign-in" });
    const two = await send({ path: "/sign-in" });
    const nonceOf = ({ headers }: typeof one) =>
      /script-src 'self' 'nonce-([^']+)';/.exec(String(headers["content-security-policy"]))?.[1];
    expect(one.headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(one.headers["x-content-type-options"]).toBe("nosniff");
    const nonce = nonceOf(one);
    expect(nonce).toBeTruthy();
    expect(nonceOf(two)).not.toBe(nonce);
    const scripts = one.body.match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
  });
});
