/** Words for a line that went while nobody was there who could say where, or on another node. */
import type { Transaction } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { newPersonId } from "@/core/ids";
import { createHub } from "../helpers/hub-relay";
import { inOneMoment } from "../helpers/in-one-moment";
import { MemoryLog } from "../helpers/memory-log";
import { openRooms, until } from "../helpers/rooms";
import { editShared, textOf } from "../helpers/shared-edit";
import { SyncClient } from "../helpers/sync-client";

const takeOut = (tr: Transaction) => tr.delete(0, tr.doc.child(0).nodeSize);
const moveToEnd = (tr: Transaction) =>
  tr.insert(tr.doc.content.size, tr.doc.child(0)).delete(0, tr.doc.child(0).nodeSize);

const lines = ({ doc }: SyncClient) =>
  textOf(doc)
    .children.map(({ textContent }) => textContent)
    .join("|");

async function join(
  rooms: ReturnType<typeof openRooms>["rooms"],
  speechId: Parameters<typeof rooms.textOf>[0],
  doc?: SyncClient["doc"],
) {
  const client = new SyncClient(rooms, speechId, {
    role: "editor",
    personId: newPersonId(),
    ...(doc && { doc }),
  });
  await until(() => client.allSaved);
  return client;
}

/** Two people, one of whom goes offline, writes and comes back when the room was closed since. */
async function awayFor(change: (tr: Transaction) => Transaction) {
  const { rooms, speechId } = openRooms();
  const colleague = await join(rooms, speechId);
  for (const line of ["我们要推动工作", "各单位要落实", "谢谢大家"]) colleague.write(line);
  const typist = new SyncClient(rooms, speechId, { role: "editor", personId: newPersonId() });
  await until(() => colleague.allSaved && lines(typist).endsWith("谢谢大家"));
  typist.disconnect();
  editShared(typist.doc, (tr) => tr.insertText("写了一路的话", 4));
  editShared(colleague.doc, change);
  await until(() => colleague.allSaved);
  colleague.disconnect();
  await until(() => rooms.size === 0);
  const back = new SyncClient(rooms, speechId, {
    role: "editor",
    personId: typist.personId,
    doc: typist.doc,
  });
  await until(() => back.allSaved);
  await rooms.textOf(speechId);
  await until(() => lines(back).includes("写了一路的话"));
  return lines(back);
}

describe("what was written offline into a line that is gone", () => {
  it("SY-118 stands at the end of the text when its line was taken out and the speech closed since", async () => {
    expect(await awayFor(takeOut)).toBe("各单位要落实|谢谢大家|写了一路的话");
  });

  it("SY-107 comes along with a line that was moved before the speech was closed", async () => {
    expect(await awayFor(moveToEnd)).toBe("各单位要落实|谢谢大家|我们要写了一路的话推动工作");
  });
});

/** Two nodes with one log, and a speech of two lines: the remover is on the first node, the others on the second. */
async function openTwoNodes() {
  const hub = createHub();
  const log = new MemoryLog();
  const loadRemovals = async (speechId: (typeof one)["speechId"]) => log.removals.get(speechId) ?? [];
  const [one, two] = [0, 1].map(() =>
    openRooms({ log, relay: hub.join(), loadRemovals, pollMs: 5, idleTimeoutMs: 10_000 }),
  ) as [ReturnType<typeof openRooms>, ReturnType<typeof openRooms>];
  await new Promise(setImmediate);
  const { speechId } = one;
  const remover = await join(one.rooms, speechId);
  for (const line of ["我们要推动工作", "各单位要落实"]) remover.write(line);
  const [typist, colleague] = [await join(two.rooms, speechId), await join(two.rooms, speechId)];
  const everybody = [remover, typist, colleague];
  await until(() => everybody.every((one) => one.allSaved && lines(one).endsWith("各单位要落实")));
  /** What is stored in the end, when "大力" is there and both nodes are done. */
  const stored = async () => {
    await until(() => everybody.every(({ allSaved }) => allSaved));
    await Promise.all([one, two].map(({ rooms }) => rooms.textOf(speechId)));
    await until(() => everybody.every((one) => lines(one).includes("大力")));
    await Promise.all([one, two].map(({ rooms }) => rooms.close()));
    return lines(await join(openRooms({ log }).rooms, speechId));
  };
  return { log, remover, typist, colleague, stored };
}

describe("typing on one node into a line that is taken out on another", () => {
  const remove = ({ doc }: SyncClient) => editShared(doc, takeOut);
  const type = ({ doc }: SyncClient) => editShared(doc, (tr) => tr.insertText("大力", 4));

  for (const isFirst of [true, false])
    it(`SY-118 is put back once, typed ${isFirst ? "before" : "after"} that arrived`, async () => {
      const { remover, typist, stored } = await openTwoNodes();
      const edits = [() => remove(remover), () => type(typist)];
      for (const edit of isFirst ? edits.reverse() : edits) edit();
      expect(await stored()).toBe("大力|各单位要落实");
    });

  for (const isFirst of [true, false])
    it(`SY-118 is put back once where both nodes know of its removal, typed ${isFirst ? "before" : "after"} that`, async () => {
      const { log, remover, typist, colleague, stored } = await openTwoNodes();
      const edits = [() => type(typist), () => remove(remover), () => remove(colleague)];
      inOneMoment(log, isFirst ? edits : edits.reverse());
      expect(await stored()).toBe("大力|各单位要落实");
    });
});
