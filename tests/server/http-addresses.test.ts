/** Addresses at which there is nothing, through Next. */
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { newSpeechId } from "@/core/ids";
import { type RawRequest, rawRequest } from "../helpers/raw-request";
import { SocketOffice } from "../helpers/socket-office";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

let office: SocketOffice;
let headers: Record<string, string>;
beforeAll(async () => {
  office = await SocketOffice.open({ nextFolder: ROOT });
  headers = { cookie: await office.cookie(await office.colleague("writer", null)) };
}, 60_000);
afterAll(() => office?.close());

const send = (input: RawRequest) => rawRequest(office.server.url, input);

it.each(["%FF", "%E0%A4%A", "%"])(
  "OP-12 an address with %s in it, which isn't UTF-8, leads nowhere",
  async (id) => {
    const missing = await send({ path: `/speeches/${newSpeechId()}`, headers });
    const page = await send({ path: `/speeches/${id}`, headers });
    expect([page.status, missing.status]).toEqual([404, 404]);
    expect(page.headers["content-type"]).toBe(missing.headers["content-type"]);
    expect(page.body).toContain("没有找到这个页面");
    const routes = [`/api/speeches/${id}`, `/api/speeches/${office.speechId}/versions/${id}`];
    for (const path of routes) {
      const answer = await send({ path, headers });
      expect([answer.status, answer.code]).toEqual([404, "not-found"]);
    }
    // Behind the question mark it is nobody's name, and %E5 as a part of a letter is one.
    expect((await send({ path: `/api/speeches?q=${id}`, headers })).status).toBe(200);
    expect((await send({ path: "/api/speeches?q=%E7%A8%BF", headers })).status).toBe(200);
  },
);
