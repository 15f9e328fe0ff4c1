// @vitest-environment happy-dom
/** Undoing a suggestion that others have built on since, in real editors: nobody is refused, and the text stays as it was. */
import { Collaboration } from "@tiptap/extension-collaboration";
import { expect, it } from "vitest";
import { Suggesting } from "@/components/editor/suggest/suggesting-extension";
import type { Role } from "@/core/access";
import { FRAGMENT } from "@/core/document/fragment";
import { newPersonId } from "@/core/ids";
import { listSuggestions } from "@/core/review/list-suggestions";
import { acceptAll, rejectAll } from "@/core/review/settle";
import { openPageEditor } from "../editor/page-editor";
import { openRooms, until } from "../helpers/rooms";
import { textOf } from "../helpers/shared-edit";
import { SyncClient } from "../helpers/sync-client";

/** Two people in 修订, on one line. */
async function openSpeech(role: Role) {
  const { rooms, speechId } = openRooms();
  const chief = new SyncClient(rooms, speechId, { role: "chief" });
  await until(() => chief.role !== null);
  chief.write("我们要推动工作");
  await until(() => chief.allSaved);
  const join = async (role: Role) => {
    const isBound = role === "suggester";
    const client = new SyncClient(rooms, speechId, { role, suggests: isBound, personId: newPersonId() });
    await until(() => client.allSaved && client.fragment.length > 0);
    const during = (write: () => void) => {
      client.suggests = true;
      write();
      client.suggests = isBound;
    };
    const editor = openPageEditor(
      Collaboration.configure({ document: client.doc, field: FRAGMENT }),
      Suggesting.configure({ person: client.personId, isOn: () => true, during }),
    );
    return { client, editor };
  };
  const people = { one: await join(role), other: await join("suggester") };
  const together = () =>
    until(() => {
      const clients = [chief, people.one.client, people.other.client];
      const here = clients.filter(({ closed }) => closed === null);
      return (
        here.every(({ allSaved }) => allSaved) &&
        new Set(here.map(({ fragment }) => fragment.toString())).size === 1
      );
    });
  return { ...people, chief, together };
}

it.each(["suggester", "editor"] as const)(
  "SU-55 who is %s takes back a line break in words that another proposes to make bold",
  async (role) => {
    const { one, other, chief, together } = await openSpeech(role);
    one.editor.chain().setTextSelection(4).setHardBreak().run();
    await together();
    other.editor.chain().setTextSelection({ from: 5, to: 7 }).setBold().run();
    await together();
    one.editor.commands.undo();
    await together();
    expect(one.client.closed).toBeNull();
    const text = textOf(chief.doc);
    expect([rejectAll(text).toString(), acceptAll(text).textContent]).toEqual([
      'doc(paragraph("我们要推动工作"))',
      "我们要推动工作",
    ]);
    expect(listSuggestions(text).map(({ person }) => person)).toContain(other.client.personId);
  },
);

it.each(["suggester", "editor"] as const)(
  "SU-55 who is %s takes back an insertion behind which another has written, and no mark spreads over the text",
  async (role) => {
    const { one, other, chief, together } = await openSpeech(role);
    one.editor.commands.insertContentAt(4, "大力");
    await together();
    other.editor.commands.insertContentAt(6, "加");
    await together();
    one.editor.commands.undo();
    await together();
    expect(one.client.closed).toBeNull();
    const text = textOf(chief.doc);
    expect([rejectAll(text).textContent, acceptAll(text).textContent]).toEqual([
      "我们要推动工作",
      "我们要加推动工作",
    ]);
    expect(listSuggestions(text).map(({ person }) => person)).toEqual([other.client.personId]);
  },
);
