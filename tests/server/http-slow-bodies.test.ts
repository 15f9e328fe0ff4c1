/** Rights that end while a request's body is still on its way: its sender says how long that takes. */
import { once } from "node:events";
import { request } from "node:http";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { Person } from "@/core/person";
import { PASSWORD } from "../helpers/offices";
import { SocketOffice } from "../helpers/socket-office";

let office: SocketOffice;
beforeAll(async () => {
  office = await SocketOffice.open({ nextFolder: fileURLToPath(new URL("../..", import.meta.url)) });
}, 60_000);
afterAll(() => office?.close());

const JSON_TYPE = "application/json";

interface Held {
  /** Sends the rest: resolves with the status and the refusal's code. */
  finish(): Promise<{ readonly status: number; readonly code: string | undefined }>;
}

/** Sends a request but for its last byte, which the server has to wait for. */
async function hold(
  person: Person,
  { method, path, type, body }: { method: string; path: string; type: string; body: string },
): Promise<Held> {
  const { server } = office;
  const bytes = Buffer.from(body);
  const headers = { cookie: await office.cookie(person), origin: server.url, "content-type": type };
  const sent = request(new URL(path, server.url), {
    method,
    headers: { ...headers, "content-length": String(bytes.length) },
    agent: false,
  });
  const response = once(sent, "response");
  sent.write(bytes.subarray(0, -1));
  // Who it is from was asked before anything of the body was taken.
  const isTaken = () => {
    const share = server.runtime.bodyShares.of(person.id);
    try {
      share.take(64 * 1024 * 1024);
      return false;
    } catch {
      return true;
    } finally {
      share.release();
    }
  };
  await vi.waitFor(() => expect(isTaken()).toBe(true), 20_000);
  return {
    async finish() {
      sent.end(bytes.subarray(-1));
      const [answer] = await response;
      const chunks: Buffer[] = await answer.toArray();
      return { status: answer.statusCode, code: JSON.parse(Buffer.concat(chunks).toString()).error?.code };
    },
  };
}

const ended = { status: 401, code: "unauthenticated" };

async function administrator(signInName: string): Promise<Person> {
  const person = await office.colleague(signInName, null);
  await office.server.runtime.people.change(office.administrator, person.id, { administrator: true });
  return { ...person, administrator: true };
}

const promotion = ({ id }: Person) => ({
  method: "PATCH",
  path: `/api/people/${id}`,
  type: JSON_TYPE,
  body: JSON.stringify({ administrator: true }),
});

it("AU-50 whoever is demoted while the request is on its way promotes nobody, whoever stays does", async () => {
  const [demoted, kept] = [await administrator("slow.demoted"), await administrator("slow.kept")];
  const friend = await office.colleague("slow.friend", null);
  const { people } = office.server.runtime;
  const [theirs, others] = [await hold(demoted, promotion(demoted)), await hold(kept, promotion(friend))];
  await people.change(office.administrator, demoted.id, { administrator: false });
  expect(await theirs.finish()).toEqual(ended);
  expect(await others.finish()).toEqual({ status: 200, code: undefined });
  const list = await people.list(office.administrator);
  const administrators = list.filter((person) => person.administrator).map(({ signInName }) => signInName);
  expect(administrators.sort()).toEqual(["admin", "slow.friend", "slow.kept"]);
});

it("AU-50 nor does whoever is disabled, or has another password, change a speech or bring a file in", async () => {
  const { people, speeches } = office.server.runtime;
  const title = async () => (await speeches.get(office.administrator, office.speechId)).title;
  const before = await title();
  const rename = (name: string) => ({
    method: "PATCH",
    path: `/api/speeches/${office.speechId}`,
    type: JSON_TYPE,
    body: JSON.stringify({ title: name }),
  });
  const file = {
    method: "POST",
    path: "/api/imports?name=a.txt",
    type: "application/octet-stream",
    body: "一、甲",
  };
  const [disabled, reset, kept] = [
    await office.colleague("slow.disabled", "editor"),
    await office.colleague("slow.reset", "editor"),
    await office.colleague("slow.editor", "editor"),
  ];
  const refused = [await hold(disabled, rename("停用的人改的")), await hold(reset, file)];
  const passes = [await hold(kept, rename("编辑改的")), await hold(kept, file)];
  await people.change(office.administrator, disabled.id, { disabled: true });
  await people.resetPassword(office.administrator, reset.id, PASSWORD);
  for (const held of refused) expect(await held.finish()).toEqual(ended);
  expect(await title()).toBe(before);
  for (const held of passes) expect((await held.finish()).status).toBe(200);
  expect(await title()).toBe("编辑改的");
});
