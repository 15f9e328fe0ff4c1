/** The access table on the socket: every role, every action, through real sockets and the real services. */
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { can, ROLES, type Role, SPEECH_ACTIONS, type SpeechAction } from "@/core/access";
import { FRAGMENT } from "@/core/document/fragment";
import { NodeWriter } from "../helpers/node-writer";
import type { Account } from "../helpers/office";
import { suggestShared } from "../helpers/shared-edit";
import { OWN_PASSWORD, SocketOffice } from "../helpers/socket-office";
import { Visitor } from "../helpers/visitor";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** Next reads its whole build. */
const SET_UP_LIMIT_MS = 60_000;
const TEXT = "同志们";

type Asker = Role | "nobody on it";
const ASKERS: readonly Asker[] = [...ROLES, "nobody on it"];

let office: SocketOffice;
const accounts = new Map<Asker, Account>();

beforeAll(async () => {
  office = await SocketOffice.open({ nextFolder: ROOT });
  for (const asker of ASKERS) {
    const role = asker === "nobody on it" ? null : asker;
    const person = await office.colleague(asker.replaceAll(" ", "."), role);
    const visitor = new Visitor(office.server.url);
    await visitor.signIn(person.signInName, OWN_PASSWORD);
    accounts.set(asker, { person, visitor, password: OWN_PASSWORD });
  }
  expect(await edits(writerOf("chief"), "chief")).toBe("ok");
}, SET_UP_LIMIT_MS);
afterAll(() => office?.close());

function writerOf(asker: Asker): NodeWriter {
  const account = accounts.get(asker);
  if (account === undefined) throw new Error(`no account for ${asker}`);
  return new NodeWriter(account, office.speechId);
}

/** Does something on the socket: resolves with "ok", or with the code of the refusal. */
type Deed = (writer: NodeWriter, asker: Asker) => Promise<string>;

/** Waits for the state that shows the deed done, or for the refusal. */
async function doneOrRefused(writer: NodeWriter, done: () => boolean): Promise<string> {
  await vi.waitFor(() => expect(done() || writer.refusal !== null).toBe(true), {
    interval: 5,
    timeout: 20_000,
  });
  return writer.refusal ?? "ok";
}

const reads: Deed = (writer) =>
  doneOrRefused(writer, () => writer.doc.getXmlFragment(FRAGMENT).toString().includes(TEXT));

const edits: Deed = async (writer) => {
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText(TEXT)]);
  writer.doc.getXmlFragment(FRAGMENT).push([paragraph]);
  return doneOrRefused(writer, () => writer.allSaved);
};

const suggests: Deed = async (writer, asker) => {
  await doneOrRefused(writer, () => writer.doc.getXmlFragment(FRAGMENT).length > 0);
  if (writer.refusal !== null) return writer.refusal;
  suggestShared(writer.doc, accounts.get(asker)?.person.id ?? "", (tr) => tr.insertText("议", 1));
  return doneOrRefused(writer, () => writer.allSaved);
};

/** How each action travels on the socket; null for what only HTTP does, which http-access.test.ts has. */
const DEEDS: Readonly<Record<SpeechAction, Deed | null>> = {
  read: reads,
  edit: edits,
  comment: null,
  "manage-threads": null,
  suggest: suggests,
  rename: null,
  "change-settings": null,
  archive: null,
  "manage-members": null,
  "lock-suggesting": null,
  "see-versions": null,
  "make-version": null,
  "restore-version": null,
  "move-stage": null,
  "request-sign-off": null,
  "sign-off": null,
  export: null,
};

describe("a speech over the socket", () => {
  it.each(
    SPEECH_ACTIONS.flatMap((action) => {
      const deed = DEEDS[action];
      return deed === null ? [] : ASKERS.map((asker) => ({ asker, action, deed }));
    }),
  )("AC-24 answers $asker who wants to $action as the access table says", async ({ asker, action, deed }) => {
    const role = asker === "nobody on it" ? null : asker;
    const writer = writerOf(asker);
    // What is typed before the role is known goes out in the first exchange, where readers send nothing.
    if (role !== null) await doneOrRefused(writer, () => writer.connected);
    expect(await deed(writer, asker)).toBe(can(role, action) ? "ok" : refusalOf(role));
    writer.close();
  });
});

/** Who isn't on the speech finds none; a suggester's updates are read, to see whether they are suggestions. */
function refusalOf(role: Role | null): string {
  if (role === null) return "not-found";
  return can(role, "suggest") ? "content-not-allowed" : "forbidden";
}
