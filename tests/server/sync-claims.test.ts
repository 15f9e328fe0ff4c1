/** What a page says of an update that it sends before the server has its offline edits. */
import * as encoding from "lib0/encoding";
import { expect, it } from "vitest";
import * as syncProtocol from "y-protocols/sync";
import * as Y from "yjs";
import { createSharedDocument } from "@/core/document/shared-document";
import { newPersonId } from "@/core/ids";
import { encodeSuggesting, MESSAGE_SYNC } from "@/core/protocol";
import { listSuggestions } from "@/core/review/list-suggestions";
import { openRooms, until } from "../helpers/rooms";
import { editShared, suggestShared, textOf } from "../helpers/shared-edit";
import { SyncClient } from "../helpers/sync-client";

function syncMessage(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE_SYNC);
  write(encoder);
  return encoding.toUint8Array(encoder);
}

it("SY-133 what is written offline stays as it was written, whatever is suggested before the server has it", async () => {
  const { rooms, speechId } = openRooms();
  const chief = new SyncClient(rooms, speechId);
  await until(() => chief.allSaved);
  chief.write("我们要推动工作");
  await until(() => chief.allSaved);
  const personId = newPersonId();
  const offline = createSharedDocument();
  Y.applyUpdate(offline, Y.encodeStateAsUpdate(chief.doc));
  editShared(offline, (tr) => tr.insertText("大力", 4));

  const socket = { send: () => undefined, close: () => undefined, bufferedBytes: 0 };
  const connection = rooms.accept(socket, { personId, name: "李四", role: "editor" }, speechId);
  connection.receive(syncMessage((encoder) => syncProtocol.writeSyncStep1(encoder, offline)));
  const before = Y.encodeStateVector(offline);
  suggestShared(offline, personId, (tr) => tr.insertText("扎实", 1));
  connection.receive(encodeSuggesting(0));
  const suggested = Y.encodeStateAsUpdate(offline, before);
  connection.receive(syncMessage((encoder) => syncProtocol.writeUpdate(encoder, suggested)));
  await until(() => rooms.present(speechId).length === 2);
  connection.receive(syncMessage((encoder) => syncProtocol.writeSyncStep2(encoder, offline)));

  const text = () => textOf(chief.doc).textContent;
  await until(() => text() === "扎实我们要大力推动工作");
  expect(listSuggestions(textOf(chief.doc)).map(({ insertedText }) => insertedText)).toEqual(["扎实"]);
});
