/** A server that ends between storing what was typed into a moved line and putting it where the line went. */
import { expect, it } from "vitest";
import { documentSchema } from "@/core/document/schema";
import { AppError } from "@/core/errors";
import type { SpeechId } from "@/core/ids";
import { inOneMoment } from "../helpers/in-one-moment";
import { MemoryLog } from "../helpers/memory-log";
import { openRooms, until } from "../helpers/rooms";
import { editShared, textOf } from "../helpers/shared-edit";
import { SyncClient } from "../helpers/sync-client";

const heading = documentSchema().nodes.heading;

/** What lies on the disk at this moment. */
function copyOf(log: MemoryLog): MemoryLog {
  const copy = new MemoryLog();
  for (const part of ["rows", "bindings", "clocks", "decisions", "removals", "words"] as const) {
    for (const [speechId, stored] of log[part]) copy[part].set(speechId, stored as never);
  }
  return copy;
}

async function typedIntoMovedLine() {
  const { rooms, speechId, log } = openRooms();
  const [mover, typist] = [new SyncClient(rooms, speechId), new SyncClient(rooms, speechId)];
  await until(() => mover.allSaved && typist.allSaved);
  mover.write("我们要推动工作");
  mover.write("各单位要落实");
  await until(() => mover.allSaved && typist.fragment.length === 2);
  inOneMoment(log, [
    () => editShared(mover.doc, (tr) => tr.setBlockType(1, 1, heading ?? tr.doc.type, { level: 1 })),
    () => editShared(typist.doc, (tr) => tr.insertText("大力", 4)),
  ]);
  await until(() => mover.allSaved && typist.allSaved);
  return { rooms, speechId, log };
}

async function textIn(log: MemoryLog, speechId: SpeechId) {
  const { rooms } = openRooms({ log, loadRemovals: async (id) => log.removals.get(id) ?? [] });
  const reader = new SyncClient(rooms, speechId);
  await until(() => reader.allSaved);
  await rooms.textOf(speechId);
  return () => textOf(reader.doc).textContent;
}

it("SY-134 what was saved is put back by the next one", async () => {
  const { speechId, log } = await typedIntoMovedLine();
  const left = copyOf(log);
  const text = await textIn(left, speechId);
  await until(() => text().includes("我们要大力推动工作"));
});

it("SY-134 SG-40 into a text that was closed meanwhile nothing is put back until it is open again, and who reads it stays", async () => {
  const { speechId, log } = await typedIntoMovedLine();
  const left = copyOf(log);
  left.refusal = new AppError("forbidden");
  const { rooms, logger } = openRooms({
    log: left,
    loadRemovals: async (id) => left.removals.get(id) ?? [],
    isClosed: async () => left.refusal !== null,
  });
  const reader = new SyncClient(rooms, speechId, { role: "viewer" });
  const waits = () => logger.lines.some(({ message }) => message.includes("until the text is open again"));
  await until(() => waits() || reader.closed !== null);
  expect(reader.closed).toBeNull();
  expect(textOf(reader.doc).textContent).not.toContain("大力");
  left.refusal = null;
  rooms.speechChanged(speechId);
  await until(() => textOf(reader.doc).textContent.includes("我们要大力推动工作"));
  expect(reader.closed).toBeNull();
});

it("SY-134 what is back already isn't put back once more", async () => {
  const { rooms, speechId, log } = await typedIntoMovedLine();
  await rooms.textOf(speechId);
  const left = copyOf(log);
  const text = await textIn(left, speechId);
  await until(() => text().includes("我们要大力推动工作"));
  expect(text().match(/大力/g)).toHaveLength(1);
});
