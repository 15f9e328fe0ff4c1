/** Which requests renew a session's cookie, through Next. */
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import type { Person } from "@/core/person";
import { IDLE_HEADER } from "@/core/protocol";
import { rawRequest } from "../helpers/raw-request";
import { SocketOffice } from "../helpers/socket-office";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const MINUTE_MS = 60_000;

let office: SocketOffice;
let writer: Person;
beforeAll(async () => {
  office = await SocketOffice.open({ nextFolder: ROOT });
  writer = await office.colleague("writer", "editor");
}, 60_000);
afterAll(() => office?.close());
afterEach(() => vi.useRealTimers());

async function cookieMade(minutesAgo: number): Promise<string> {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - minutesAgo * MINUTE_MS });
  const cookie = await office.cookie(writer);
  vi.useRealTimers();
  return cookie;
}

const asked = async (cookie: string, headers: Record<string, string> = {}) => {
  const answer = await rawRequest(office.server.url, {
    path: "/api/speeches",
    headers: { cookie, ...headers },
  });
  return [answer.status, answer.cookies.length];
};

it("AU-45 a request renews a cookie that is half an hour old, unless nobody has touched the page", async () => {
  const old = await cookieMade(31);
  expect(await asked(old, { [IDLE_HEADER]: "1" })).toEqual([200, 0]);
  expect(await asked(old)).toEqual([200, 1]);
  expect(await asked(await cookieMade(29))).toEqual([200, 0]);
});
