// @vitest-environment happy-dom
/** Undoing a suggestion that others have built on since, in real editors: nobody is refused, and the text stays as it was. */
import { expect, it } from "vitest";
import { settleSuggestions } from "@/components/editor/suggest/settle-command";
import type { Role } from "@/core/access";
import { listSuggestions } from "@/core/review/list-suggestions";
import { acceptAll, rejectAll } from "@/core/review/settle";
import { inOneMoment } from "../helpers/in-one-moment";
import { ProposingPage } from "../helpers/proposing-page";
import { openRooms, until } from "../helpers/rooms";
import { textOf } from "../helpers/shared-edit";
import { SyncClient } from "../helpers/sync-client";

/** Two people in 修订, on one line. */
async function openSpeech(role: Role) {
  const { rooms, speechId, log } = openRooms();
  const chief = new SyncClient(rooms, speechId, { role: "chief" });
  await until(() => chief.role !== null);
  chief.write("我们要推动工作");
  await until(() => chief.allSaved);
  const people = {
    one: await ProposingPage.open(rooms, speechId, role),
    other: await ProposingPage.open(rooms, speechId, "suggester"),
  };
  const together = () =>
    until(() => {
      const clients = [chief, people.one.client, people.other.client];
      const here = clients.filter(({ closed }) => closed === null);
      return (
        here.every(({ allSaved }) => allSaved) &&
        new Set(here.map(({ fragment }) => fragment.toString())).size === 1
      );
    });
  return { ...people, chief, log, together };
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

it.each(["suggester", "editor"] as const)(
  "SU-50 who is %s withdraws words in the midst of which another suggests in the same moment, and no mark spreads",
  async (role) => {
    const { one, other, chief, log, together } = await openSpeech(role);
    one.editor.commands.insertContentAt(4, "大力");
    await together();
    inOneMoment(log, [
      () => other.editor.commands.insertContentAt(5, "加"),
      () =>
        settleSuggestions(one.editor, ({ person }) => (person === one.client.personId ? "reject" : "keep")),
    ]);
    await together();
    expect(one.client.closed).toBeNull();
    const text = textOf(chief.doc);
    expect([rejectAll(text).textContent, acceptAll(text).textContent]).toEqual([
      "我们要推动工作",
      "我们要加推动工作",
    ]);
  },
);
