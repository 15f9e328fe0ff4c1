/** What was typed into a moved line of a text that is closed before that is put back: it comes when the text is open again. */
import { expect, it } from "vitest";
import { documentSchema } from "@/core/document/schema";
import type { SpeechId } from "@/core/ids";
import type { Rooms } from "@/server/sync/rooms";
import { createHub } from "../helpers/hub-relay";
import { inOneMoment } from "../helpers/in-one-moment";
import type { KeptLine } from "../helpers/keeping-logger";
import { MemoryLog } from "../helpers/memory-log";
import { openRooms, until } from "../helpers/rooms";
import { editShared, textOf } from "../helpers/shared-edit";
import { SyncClient } from "../helpers/sync-client";

const makeHeading = ({ doc }: SyncClient, level: number) =>
  editShared(doc, (tr) => tr.setBlockType(1, 1, documentSchema().nodes.heading ?? tr.doc.type, { level }));
const type = ({ doc }: SyncClient) => editShared(doc, (tr) => tr.insertText("大力", 4));
const text = ({ doc }: SyncClient) =>
  textOf(doc)
    .children.map(({ textContent }) => textContent)
    .join("|");
const hasWaited = ({ lines }: { lines: readonly KeptLine[] }) =>
  lines.some(({ message }) => message.includes("until the text is open again"));

async function openText(speechId: SpeechId, rooms: Rooms) {
  const [mover, typist] = [new SyncClient(rooms, speechId), new SyncClient(rooms, speechId)];
  await until(() => mover.allSaved && typist.allSaved);
  mover.write("我们要推动工作");
  mover.write("各单位要落实");
  await until(() => mover.allSaved && typist.fragment.length === 2);
  return { mover, typist, saved: () => until(() => mover.allSaved && typist.allSaved) };
}

/** What two do in one moment is stored, and the text closed before the server adds anything. */
async function closedMeanwhile(edits: readonly ((client: SyncClient) => void)[]) {
  const state = { isClosed: false };
  const isClosed = async () => state.isClosed;
  const { rooms, speechId, log, logger } = openRooms({ isClosed });
  const { mover, typist, saved } = await openText(speechId, rooms);
  state.isClosed = true;
  inOneMoment(
    log,
    edits.map((edit, at) => () => edit(at === 0 ? mover : typist)),
  );
  await saved();
  await until(() => hasWaited(logger));
  return { state, rooms, speechId, log, logger, mover, typist };
}

const MOVED_AND_TYPED = [(client: SyncClient) => makeHeading(client, 1), type];

it("SY-134 into a text that was closed meanwhile it is put back once that is open again, the room unloaded or not", async () => {
  const { state, rooms, speechId, mover, typist } = await closedMeanwhile(MOVED_AND_TYPED);
  for (const client of [mover, typist]) client.disconnect();
  await until(() => rooms.size === 0);
  // Read while it is closed, it is kept for longer still.
  const reader = new SyncClient(rooms, speechId, { role: "viewer" });
  await until(() => reader.fragment.length === 2);
  await rooms.textOf(speechId);
  expect(text(reader)).toBe("我们要推动工作|各单位要落实");
  reader.disconnect();
  await until(() => rooms.size === 0);
  state.isClosed = false;
  const later = new SyncClient(rooms, speechId);
  await until(() => text(later) === "我们要大力推动工作|各单位要落实");
  later.disconnect();
  await until(() => rooms.size === 0);
});

it("SY-134 it is put back in the room that was there when the text was closed, as soon as that hears of its opening", async () => {
  const { state, rooms, speechId, mover } = await closedMeanwhile(MOVED_AND_TYPED);
  rooms.speechChanged(speechId);
  await rooms.textOf(speechId);
  expect(text(mover)).toBe("我们要推动工作|各单位要落实");
  state.isClosed = false;
  rooms.speechChanged(speechId);
  await until(() => text(mover) === "我们要大力推动工作|各单位要落实");
});

it("SY-134 it is put back with the next edit where nobody told the room of the opening", async () => {
  const { state, mover, typist } = await closedMeanwhile(MOVED_AND_TYPED);
  state.isClosed = false;
  typist.write("再写");
  await until(() => text(mover) === "我们要大力推动工作|各单位要落实|再写");
});

it("SY-134 it is put back when the text was closed in the very moment of that", async () => {
  let asked = 0;
  // Still open when the room asks, closed when the edit's turn comes.
  const { rooms, speechId, log, logger } = openRooms({
    isClosed: async () => {
      asked += 1;
      return asked > 1 && asked < 4;
    },
  });
  const { mover, typist, saved } = await openText(speechId, rooms);
  inOneMoment(log, [() => makeHeading(mover, 1), () => type(typist)]);
  await saved();
  await until(() => hasWaited(logger));
  while (asked < 4) {
    rooms.speechChanged(speechId);
    await rooms.textOf(speechId);
  }
  await until(() => text(mover) === "我们要大力推动工作|各单位要落实");
});

it("SY-134 it is put back once where two nodes hear of the opening one after the other", async () => {
  const hub = createHub();
  const log = new MemoryLog();
  const openNode = () => {
    const state = { isClosed: false };
    const isClosed = async () => state.isClosed;
    return {
      state,
      ...openRooms({
        log,
        relay: hub.join(),
        isClosed,
        loadRemovals: async (id) => log.removals.get(id) ?? [],
      }),
    };
  };
  const [writers, readers] = [openNode(), openNode()];
  const { speechId } = writers;
  const { mover, typist, saved } = await openText(speechId, writers.rooms);
  const reader = new SyncClient(readers.rooms, speechId, { role: "viewer" });
  await until(() => reader.fragment.length === 2);
  for (const { state } of [writers, readers]) state.isClosed = true;
  inOneMoment(log, [() => makeHeading(mover, 1), () => type(typist)]);
  await saved();
  await until(() => hasWaited(writers.logger) && hasWaited(readers.logger));
  const isBack = (client: SyncClient) => text(client) === "我们要大力推动工作|各单位要落实";
  for (const { state, rooms } of [readers, writers]) {
    state.isClosed = false;
    rooms.speechChanged(speechId);
    await until(() => isBack(mover) && isBack(reader));
  }
  for (const { rooms } of [writers, readers, writers]) await rooms.textOf(speechId);
  expect([mover, reader].map(text)).toEqual(Array(2).fill("我们要大力推动工作|各单位要落实"));
});

it("SY-108 a line that two people moved in a text that was closed meanwhile stands there once when that is open again", async () => {
  const { state, rooms, speechId, mover } = await closedMeanwhile([
    (client) => makeHeading(client, 1),
    (client) => makeHeading(client, 2),
  ]);
  expect(text(mover)).toBe("我们要推动工作|我们要推动工作|各单位要落实");
  state.isClosed = false;
  rooms.speechChanged(speechId);
  await until(() => text(mover) === "我们要推动工作|各单位要落实");
});
