/** What bodies of requests take of the memory while they arrive; each refusal beside a request that passes. */
import { once } from "node:events";
import { request } from "node:http";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { PersonId } from "@/core/ids";
import { LIMITS } from "@/core/limits";
import { PASSWORD } from "../helpers/offices";
import { rawRequest } from "../helpers/raw-request";
import { SocketOffice } from "../helpers/socket-office";

let office: SocketOffice;
let url: string;
beforeAll(async () => {
  office = await SocketOffice.open({ nextFolder: fileURLToPath(new URL("../..", import.meta.url)) });
  url = office.server.url;
}, 60_000);
afterAll(() => office?.close());

const PREVIEW = "/api/imports/preview?name=a.txt";
const fileHeaders = (cookie: string) => ({ cookie, origin: url, "content-type": "application/octet-stream" });

const send = (body: Buffer, cookie: string) =>
  rawRequest(url, { method: "POST", path: PREVIEW, headers: fileHeaders(cookie), body });

/** Sends a file but for its last byte; `code` is that of the refusal, if one comes. */
function begin(body: Buffer, cookie: string): { readonly code: Promise<string>; leave(): void } {
  const sent = request(new URL(PREVIEW, url), {
    method: "POST",
    headers: { ...fileHeaders(cookie), "content-length": String(body.length + 1) },
    agent: false,
  });
  sent.on("error", () => {}); // left, or refused before all of it was read
  const code = once(sent, "response").then(async ([answer]) => {
    const chunks: Buffer[] = await answer.toArray();
    return JSON.parse(Buffer.concat(chunks).toString()).error.code;
  });
  code.catch(() => {});
  sent.write(body);
  return { code, leave: () => void sent.destroy() };
}

/** Whether that much of a person's share isn't taken; itself it takes nothing. */
function hasLeft(person: PersonId, bytes: number): boolean {
  const share = office.server.runtime.bodyShares.of(person);
  try {
    share.take(bytes);
    return true;
  } catch {
    return false;
  } finally {
    share.release();
  }
}

it("OP-64 a person's bodies are counted together as they arrive; another's pass, and own ones afterwards", async () => {
  const writer = await office.colleague("writer", null);
  const cookie = await office.cookie(writer);
  const other = await office.cookie(await office.colleague("reader", null));
  const large = Buffer.alloc(LIMITS.importBytes, "x");
  // Three of the largest fit, and the fourth goes over before it is whole.
  const unfinished = Array.from({ length: 3 }, () => begin(large.subarray(1), cookie));
  const free = LIMITS.bodyBytesPerPerson - 3 * (large.length - 1);
  await vi.waitFor(() => expect(hasLeft(writer.id, free + 1)).toBe(false), 30_000);
  const fourth = begin(large.subarray(1), cookie);
  expect(await fourth.code).toBe("too-many-requests");
  expect((await send(large, cookie)).code).toBe("too-many-requests");
  expect((await send(large, other)).code).not.toBe("too-many-requests");
  for (const { leave } of [...unfinished, fourth]) leave();
  await vi.waitFor(
    async () => expect((await send(large, cookie)).code).not.toBe("too-many-requests"),
    30_000,
  );
  expect((await send(Buffer.from("甲"), cookie)).status).toBe(200);
}, 60_000);

it("OP-64 what nobody has to be signed in for takes little", async () => {
  const setUp = (name: string) =>
    rawRequest(url, {
      method: "POST",
      path: "/api/setup",
      headers: { origin: url, "content-type": "application/json" },
      body: JSON.stringify({ name, signInName: "second", password: PASSWORD }),
    });
  expect((await setUp("x".repeat(LIMITS.signInBytes))).code).toBe("too-large");
  expect((await setUp("管理员")).code).toBe("already-set-up");
});
