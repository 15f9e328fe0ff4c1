/** What the sync endpoint asks of an upgrade; each refusal beside the attempt that is let in. */
import { once } from "node:events";
import { createDecoder, readVarUint } from "lib0/decoding";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROLES } from "@/core/access";
import { CLOSE_CODE } from "@/core/errors";
import type { Person } from "@/core/person";
import {
  DATA_PARAM,
  decodeDataGeneration,
  MESSAGE_DATA_GENERATION,
  PERSON_PARAM,
  SCHEMA_PARAM,
  SCHEMA_VERSION,
  SYNC_PATH,
} from "@/core/protocol";
import { SocketOffice } from "../helpers/socket-office";
import type { Attempt, Outcome } from "../helpers/test-socket";

let office: SocketOffice;
let editor: Person;
beforeAll(async () => {
  office = await SocketOffice.open();
  editor = await office.colleague("editor", "editor");
});
afterAll(() => office.close());

async function outcome(person: Person, change: Partial<Attempt> = {}): Promise<Outcome> {
  const client = await office.connect(person, change);
  const result = await client.outcome;
  client.socket.terminate();
  return result;
}

const params = (person: Person, schema: string = String(SCHEMA_VERSION)) => ({
  [SCHEMA_PARAM]: schema,
  [PERSON_PARAM]: person.id,
});

describe("an upgrade to /sync", () => {
  it("AU-30 from another site's page gets no socket", async () => {
    expect(await outcome(editor, { origin: "https://elsewhere.example" })).toEqual({ http: 403 });
    expect(await outcome(editor, { origin: "null" })).toEqual({ http: 403 });
    expect(await outcome(editor, { origin: undefined })).toEqual({ http: 403 });
    expect(await outcome(editor)).toBe("let in");
  });

  it("AU-31 needs a session that stands", async () => {
    const refused = { closed: CLOSE_CODE.unauthenticated };
    expect(await outcome(editor, { cookie: undefined })).toEqual(refused);
    const forged = await office.cookie(editor, { secret: "another secret, long enough as well" });
    expect(await outcome(editor, { cookie: forged })).toEqual(refused);
    expect(await outcome(editor, { cookie: await office.cookie(editor) })).toBe("let in");
  });

  it("AU-32 is refused when the page belongs to another person than the session", async () => {
    const other = { params: params(office.administrator) };
    expect(await outcome(editor, other)).toEqual({ closed: CLOSE_CODE.unauthenticated });
    expect(await outcome(editor, { params: params(editor) })).toBe("let in");
  });

  it("AU-33 is refused until the initial password is changed", async () => {
    const newcomer = await office.newcomer("newcomer");
    const { speeches, people, sessions } = office.server.runtime;
    await speeches.setMember(office.administrator, office.speechId, newcomer.id, "editor");
    expect(await outcome(newcomer)).toEqual({ closed: CLOSE_CODE["password-change-required"] });
    await people.changeOwnPassword(newcomer, "a long enough password", "a password of my own");
    const given = { signInName: "newcomer", password: "a password of my own", address: "192.0.2.1" };
    expect(await outcome((await sessions.signIn(given)).person)).toBe("let in");
  });

  it("SY-44 of a page with another schema version is refused for good", async () => {
    const refused = { closed: CLOSE_CODE["schema-outdated"] };
    expect(await outcome(editor, { params: params(editor, String(SCHEMA_VERSION + 1)) })).toEqual(refused);
    expect(await outcome(editor, { params: { [PERSON_PARAM]: editor.id } })).toEqual(refused);
    expect(await outcome(editor, { params: params(editor) })).toBe("let in");
  });

  it("SY-114 of a page with text of other data is refused for good, and every socket is told whose they are", async () => {
    const { dataGeneration } = office.server.runtime;
    const own = await dataGeneration();
    const of = (data: string) => ({ params: { ...params(editor), [DATA_PARAM]: data } });
    for (const data of ["another", "", `${own} `]) {
      expect(await outcome(editor, of(data))).toEqual({ closed: CLOSE_CODE["data-restored"] });
    }
    expect(await outcome(editor, of(own))).toBe("let in");
    // One that isn't on the server any more is told as that: its page goes on showing what it has.
    const gone = { ...of("another"), path: `${SYNC_PATH}/0000000000000000000a` };
    expect(await outcome(editor, gone)).toEqual({ closed: CLOSE_CODE["not-found"] });
    const { socket } = await office.connect(editor);
    const [first] = (await once(socket, "message")) as [Buffer];
    socket.terminate();
    const decoder = createDecoder(first);
    expect(readVarUint(decoder)).toBe(MESSAGE_DATA_GENERATION);
    expect(decodeDataGeneration(decoder)).toBe(own);
  });

  it("AC-20 of somebody who isn't on the speech is answered as for one that isn't there", async () => {
    const stranger = await office.colleague("stranger", null);
    const refused = { closed: CLOSE_CODE["not-found"] };
    expect(await outcome(stranger)).toEqual(refused);
    const missing = { path: `${SYNC_PATH}/0000000000000000000a` };
    expect(await outcome(editor, missing)).toEqual(refused);
    expect(await outcome(editor, { path: `${SYNC_PATH}/..%2f..%2fetc` })).toEqual(refused);
    expect(await outcome(editor)).toBe("let in");
  });

  it.each(ROLES)("AC-20 of somebody on the speech as %s is let in", async (role) => {
    expect(await outcome(await office.colleague(`a.${role}`, role))).toBe("let in");
  });

  it("AU-34 elsewhere than /sync gets no socket", async () => {
    expect(await outcome(editor, { path: "/elsewhere" })).toEqual({ http: 404 });
    expect(await outcome(editor)).toBe("let in");
  });
});
