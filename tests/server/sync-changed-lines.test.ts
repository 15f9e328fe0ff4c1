/** What the editor's binding and its undo manager leave in the shared text of one line that is changed again and again. */
import { expect, it } from "vitest";
import { openSharedEditor } from "../editor/shared-editor";
import { speech } from "../editor/speech-state";
import { openRooms, until } from "../helpers/rooms";
import { SyncClient } from "../helpers/sync-client";

it("SY-09 a line whose kind was changed again and again offline is taken on return", async () => {
  const { rooms, speechId } = openRooms();
  const client = new SyncClient(rooms, speechId);
  await until(() => client.allSaved);
  const editor = openSharedEditor(client.doc);
  editor.dispatch(editor.state.tr.replaceWith(0, 2, speech([1, "形势"]).content));
  await until(() => client.allSaved);
  client.disconnect();
  for (const level of [2, 3, 4, 2]) editor.dispatch(editor.state.tr.setNodeAttribute(0, "level", level));

  const back = new SyncClient(rooms, speechId, { doc: client.doc, personId: client.personId });
  await until(() => back.closed !== null || back.allSaved);
  expect(back.closed).toBeNull();
  const other = new SyncClient(rooms, speechId);
  await until(() => other.fragment.toString() === '<heading level="2" runIn="false">形势</heading>');
});
