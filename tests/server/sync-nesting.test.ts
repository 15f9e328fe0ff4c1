/** How deep blocks may stand in one another, however they come there. */
import { expect, it } from "vitest";
import * as Y from "yjs";
import { FRAGMENT } from "@/core/document/fragment";
import { createSharedDocument } from "@/core/document/shared-document";
import { newPersonId } from "@/core/ids";
import { LIMITS } from "@/core/limits";
import { restoreInto } from "@/server/sync/restore-into";
import { documentIn } from "@/server/sync/snapshot";
import { element, forge, listsAround } from "../helpers/forged-update";
import { itRefuses } from "../helpers/refusals";
import { openRooms, until } from "../helpers/rooms";
import { SyncClient } from "../helpers/sync-client";

/** A list and its item are two blocks, and the paragraph in the innermost one is one more. */
const MOST_LISTS = (LIMITS.nestedBlocks - 2) / 2;

const lists = (count: number) => listsAround(element("paragraph", new Y.XmlText("项")), count);
const add = (client: SyncClient, ...nodes: Y.XmlElement[]) =>
  client.sendUpdate(forge(client, (fragment) => fragment.push(nodes)));

function innermostItem(fragment: Y.XmlFragment): Y.XmlElement {
  let item: Y.XmlElement | null = null;
  for (let at: Y.XmlFragment | undefined = fragment; at !== undefined; ) {
    const holder: Y.XmlElement | undefined = at
      .toArray()
      .filter((child) => child instanceof Y.XmlElement)
      .findLast(({ nodeName }) => nodeName === "bulletList" || nodeName === "listItem");
    if (holder?.nodeName === "listItem") item = holder;
    at = holder;
  }
  if (item === null) throw new Error("no item");
  return item;
}

itRefuses("SY-165 blocks deeper in one another than the limit", "content-not-allowed", {
  bad: (client) => add(client, lists(MOST_LISTS + 1)),
  // Words and a break in the innermost line are no block.
  good: (client) => {
    const paragraph = element("paragraph");
    paragraph.insert(0, [new Y.XmlText("项"), element("hardBreak")]);
    add(client, listsAround(paragraph, MOST_LISTS));
  },
});
itRefuses("SY-165 thousands of lists in one another", "content-not-allowed", {
  bad: (client) =>
    client.sendUpdate(
      forge(client, (fragment) => {
        let at: Y.XmlFragment = fragment;
        for (let depth = 0; depth < 3000; depth += 1) {
          const block = element(depth % 2 === 0 ? "bulletList" : "listItem");
          at.push([block]);
          at = block;
        }
      }),
    ),
  good: (client) => add(client, ...Array.from({ length: 20 }, () => lists(MOST_LISTS))),
});
itRefuses("SY-165 lists in a table's cell, which count on from its blocks", "content-not-allowed", {
  bad: (client) => add(client, tableAround(lists(MOST_LISTS - 1), lists(MOST_LISTS))),
  good: (client) => add(client, tableAround(lists(MOST_LISTS - 1))),
});

function tableAround(...blocks: Y.XmlElement[]): Y.XmlElement {
  const cell = element("tableCell");
  cell.insert(0, blocks);
  return element("table", element("tableRow", cell));
}

/** A room with one who writes and one who looks on; `bad` is refused and changes nothing for either. */
async function refusedAfter(
  first: (client: SyncClient) => void,
  bad: (client: SyncClient) => void,
  { settled }: { settled: boolean },
): Promise<void> {
  const { log, rooms, speechId } = openRooms();
  const witness = new SyncClient(rooms, speechId);
  const attacker = new SyncClient(rooms, speechId);
  await until(() => witness.allSaved && attacker.allSaved);
  first(attacker);
  if (settled) await until(() => attacker.allSaved && witness.fragment.length > 0);
  expect(attacker.closed).toBeNull();
  bad(attacker);
  expect(attacker.closeError).toBe("content-not-allowed");
  // What came before is stored all the same, and nothing else.
  await until(() => witness.fragment.length > 0);
  const stored = new Y.Doc();
  for (const update of (await log.load(speechId)).updates) Y.applyUpdate(stored, update);
  expect(stored.getXmlFragment(FRAGMENT).toString()).toBe(witness.fragment.toString());
  expect(witness.fragment.toString().split("<bulletlist>").length - 1).toBe(MOST_LISTS);
  witness.write("接着写");
  await until(() => witness.allSaved);
  expect(witness.closed).toBeNull();
}

it.each([
  ["stands in the text", true],
  ["is on its way to the disk", false],
])("SY-165 a list in one that %s already is counted from the speech on", async (_where, settled) => {
  await refusedAfter(
    (client) => client.doc.transact(() => client.fragment.push([lists(MOST_LISTS)])),
    (client) => client.doc.transact(() => innermostItem(client.fragment).push([lists(1)])),
    { settled },
  );
});

it("SY-165 a list made level by level, one message each, ends at the limit", async () => {
  await refusedAfter(
    (client) => {
      client.doc.transact(() => client.fragment.push([lists(1)]));
      for (let made = 1; made < MOST_LISTS; made += 1) {
        client.doc.transact(() => innermostItem(client.fragment).push([lists(1)]));
      }
    },
    (client) => client.doc.transact(() => innermostItem(client.fragment).push([lists(1)])),
    { settled: false },
  );
});

it("SY-165 a list that is moved into another counts with all that is in it", async () => {
  const half = MOST_LISTS / 2;
  await refusedAfter(
    (client) => client.doc.transact(() => client.fragment.push([lists(half), lists(half)])),
    // Yjs can't move: what stood elsewhere is deleted and written anew.
    (client) =>
      client.doc.transact(() => {
        client.fragment.delete(1, 1);
        innermostItem(client.fragment).push([lists(half + 1)]);
      }),
    { settled: true },
  );
});

it("SY-165 a version with such a text isn't brought back, and the room goes on", async () => {
  const { log, logger, rooms, speechId } = openRooms();
  const witness = new SyncClient(rooms, speechId);
  await until(() => witness.allSaved);
  witness.write("现稿");
  await until(() => witness.allSaved);
  const old = createSharedDocument();
  old.getXmlFragment(FRAGMENT).push([lists(MOST_LISTS + 1)]);
  const restoring = rooms.edit(speechId, newPersonId(), (doc) => restoreInto(doc, documentIn(old), {}));
  await expect(restoring).rejects.toThrow(expect.objectContaining({ code: "content-not-allowed" }));
  witness.write("接着写");
  await until(() => witness.allSaved);
  expect(witness.closed).toBeNull();
  expect(log.rows.get(speechId)).toHaveLength(2);
  expect(logger.lines.filter(({ level }) => level === "error")).toEqual([]);
});

it.each([
  ["before", [1, 2]],
  ["behind", [2, 1]],
] as const)(
  "SY-165 halves of two clients in one message, the outer one %s the inner",
  async (_order, ids) => {
    const { log, rooms, speechId } = openRooms();
    const client = new SyncClient(rooms, speechId);
    await until(() => client.allSaved);
    const [outer, inner] = ids.map((id) => {
      const doc = new Y.Doc();
      doc.clientID = id;
      return doc;
    }) as [Y.Doc, Y.Doc];
    outer.getXmlFragment(FRAGMENT).push([lists(MOST_LISTS)]);
    Y.applyUpdate(inner, Y.encodeStateAsUpdate(outer));
    innermostItem(inner.getXmlFragment(FRAGMENT)).push([lists(1)]);
    client.sendUpdate(Y.encodeStateAsUpdate(inner));
    expect(client.closeError).toBe("content-not-allowed");
    expect(log.rows.get(speechId) ?? []).toEqual([]);
  },
);
