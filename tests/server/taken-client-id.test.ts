/** A page whose own client id somebody else has written under, with the page's own sync code. */
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { FRAGMENT } from "@/core/document/fragment";
import { NodeWriter } from "../helpers/node-writer";
import type { Account } from "../helpers/office";
import { OWN_PASSWORD, SocketOffice } from "../helpers/socket-office";
import { Visitor } from "../helpers/visitor";

let office: SocketOffice;
beforeAll(async () => {
  office = await SocketOffice.open({ nextFolder: fileURLToPath(new URL("../..", import.meta.url)) });
}, 60_000);
afterAll(() => office?.close());

async function editor(signInName: string): Promise<Account> {
  const person = await office.colleague(signInName, "editor");
  const visitor = new Visitor(office.server.url);
  await visitor.signIn(signInName, OWN_PASSWORD);
  return { person, visitor, password: OWN_PASSWORD };
}

/** A page that is offline with this text. */
async function offline(account: Account, text: string): Promise<NodeWriter> {
  const writer = new NodeWriter(account, office.speechId);
  writer.disconnect();
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText(text)]);
  writer.doc.getXmlFragment(FRAGMENT).push([paragraph]);
  return writer;
}

const until = (condition: () => boolean) =>
  vi.waitFor(() => expect(condition()).toBe(true), { interval: 5, timeout: 20_000 });

it.each([
  { written: "less", text: "路上写的一句" },
  { written: "more", text: "路上写的，比占去的多得多，".repeat(5) },
])(
  "SY-105 a page that has written $written than was written under its id keeps its text and is told",
  async ({ written, text }) => {
    const owner = await offline(await editor(`owner.${written}`), text);
    const taker = await offline(await editor(`taker.${written}`), "");
    const own = taker.doc.clientID;
    taker.doc.clientID = owner.doc.clientID;
    taker.doc.getXmlFragment(FRAGMENT).push([new Y.XmlElement("paragraph")]);
    (taker.doc.getXmlFragment(FRAGMENT).get(1) as Y.XmlElement).push([
      new Y.XmlText("占了别人的编号写的几句话"),
    ]);
    // Its presence goes by it.
    taker.doc.clientID = own;
    taker.connect();
    await until(() => taker.allSaved);
    owner.connect();
    await until(() => owner.refusal !== null);
    expect(owner.refusal).toBe("author-mismatch");
    expect(owner.allSaved).toBe(false);
    expect(owner.doc.getXmlFragment(FRAGMENT).toString()).toContain(text);
    owner.close();
    // Its presence goes by it.
    taker.doc.clientID = own;
    taker.close();
  },
);

it("SY-105 a page that has written offline under an id of its own is taken in", async () => {
  const owner = await offline(await editor("owner"), "路上写的");
  owner.connect();
  await until(() => owner.allSaved);
  expect(owner.refusal).toBeNull();
  owner.close();
});
