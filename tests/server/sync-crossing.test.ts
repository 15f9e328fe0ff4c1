/** Suggestions that crossed with others' edits: nobody is refused, and the text stays as it was. */
import type { Transaction } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import type { Role } from "@/core/access";
import { newPersonId } from "@/core/ids";
import { listSuggestions } from "@/core/review/list-suggestions";
import { acceptAll, type Decide, rejectAll, settle } from "@/core/review/settle";
import { inOneMoment } from "../helpers/in-one-moment";
import { openRooms, until } from "../helpers/rooms";
import { editShared, suggestShared, textOf, writeText } from "../helpers/shared-edit";
import { SyncClient } from "../helpers/sync-client";

const insert = (at: number, text: string) => (tr: Transaction) => tr.insertText(text, at);

async function openSpeech(text: string) {
  const { rooms, speechId, log } = openRooms();
  const join = async (role: Role, suggests: boolean) => {
    const client = new SyncClient(rooms, speechId, { role, suggests, personId: newPersonId() });
    await until(() => client.allSaved);
    return client;
  };
  const chief = await join("chief", false);
  chief.write(text);
  await until(() => chief.allSaved);
  const [one, other] = [await join("suggester", true), await join("suggester", true)];
  const everybody = [chief, one, other];
  await until(() => everybody.every(({ fragment }) => fragment.length === 1));
  /** Holds the disk back, so that nobody sees what the others do meanwhile. */
  const atOnce = async (...edits: (() => void)[]) => {
    inOneMoment(log, edits);
    await settled();
  };
  const settled = () =>
    until(() => {
      const here = everybody.filter(({ closed }) => closed === null);
      const texts = new Set(here.map(({ fragment }) => fragment.toString()));
      return here.every(({ allSaved }) => allSaved) && texts.size === 1;
    });
  return { chief, one, other, atOnce };
}

const suggest = (client: SyncClient, edit: (tr: Transaction) => Transaction) => () =>
  suggestShared(client.doc, client.personId, edit);

const decide = (client: SyncClient, by: Decide) => () =>
  writeText(client.doc, settle(textOf(client.doc), by));

const baseOf = (client: SyncClient) => rejectAll(textOf(client.doc)).textContent;
const acceptedOf = (client: SyncClient) => acceptAll(textOf(client.doc)).textContent;

describe("suggestions that cross", () => {
  it("SU-50 of two who propose to remove the same paragraph the first stands", async () => {
    const { chief, one, other, atOnce } = await openSpeech("第一段");
    editShared(chief.doc, (tr) => tr.insert(tr.doc.content.size, tr.doc.type.schema.node("paragraph")));
    editShared(chief.doc, (tr) => tr.insertText("第二段", tr.doc.content.size - 1));
    await until(() => [one, other].every(({ fragment }) => fragment.toString().includes("第二段")));
    const away = (tr: Transaction) => tr.delete(0, tr.doc.child(0).nodeSize);
    await atOnce(suggest(one, away), suggest(other, away));
    expect([one.closed, other.closed]).toEqual([null, null]);
    expect(listSuggestions(textOf(chief.doc)).map(({ person }) => person)).toEqual([one.personId]);
    expect([baseOf(chief), acceptedOf(chief)]).toEqual(["第一段第二段", "第二段"]);
  });

  it("SU-50 what is typed into an insertion that is withdrawn meanwhile spreads no mark over the text", async () => {
    const { chief, one, other, atOnce } = await openSpeech("我们要推动工作");
    await atOnce(suggest(one, insert(4, "大力")));
    await atOnce(
      decide(one, ({ person }) => (person === one.personId ? "reject" : "keep")),
      suggest(other, insert(5, "加")),
    );
    expect([one.closed, other.closed]).toEqual([null, null]);
    expect([baseOf(chief), acceptedOf(chief)]).toEqual(["我们要推动工作", "我们要加推动工作"]);
  });

  it.each(["accept", "reject"] as const)(
    "SU-50 who types on in an own suggestion while the chief's %s comes goes on suggesting",
    async (decision) => {
      const { chief, one, atOnce } = await openSpeech("我们要推动工作");
      await atOnce(suggest(one, insert(4, "大")));
      await atOnce(
        decide(chief, () => decision),
        suggest(one, insert(5, "力")),
      );
      expect(one.closed).toBeNull();
      const [base, accepted] =
        decision === "accept"
          ? ["我们要大推动工作", "我们要大力推动工作"]
          : ["我们要推动工作", "我们要力推动工作"];
      expect([baseOf(chief), acceptedOf(chief)]).toEqual([base, accepted]);
    },
  );

  it("SU-50 an editor in 修订 changes no text either", async () => {
    const { chief, one, atOnce } = await openSpeech("我们要推动工作");
    await atOnce(suggest(one, insert(4, "大")));
    chief.suggests = true;
    await atOnce(
      decide(one, () => "reject"),
      suggest(chief, insert(5, "力")),
    );
    expect([baseOf(chief), acceptedOf(chief)]).toEqual(["我们要推动工作", "我们要力推动工作"]);
  });

  it("SU-51 who had seen everything is refused for more than suggestions, who hadn't is put right", async () => {
    const { chief, one, other, atOnce } = await openSpeech("我们要推动工作");
    editShared(one.doc, insert(1, "直接"));
    expect(one.closeError).toBe("content-not-allowed");
    await atOnce(
      () => editShared(chief.doc, insert(8, "。")),
      () => editShared(other.doc, insert(1, "直接")),
    );
    expect(other.closed).toBeNull();
    expect([baseOf(chief), acceptedOf(chief)]).toEqual(["我们要推动工作。", "直接我们要推动工作。"]);
    expect(listSuggestions(textOf(chief.doc)).map(({ person }) => person)).toEqual([other.personId]);
  });

  it("SU-51 what was taken away is struck out, and looks and kinds of blocks are as they were", async () => {
    const { chief, other, atOnce } = await openSpeech("我们要推动工作");
    await atOnce(
      () => editShared(chief.doc, insert(8, "。")),
      () =>
        editShared(other.doc, (tr) =>
          tr
            .delete(1, 3)
            .addMark(2, 4, tr.doc.type.schema.mark("bold"))
            .setNodeMarkup(0, tr.doc.type.schema.nodes.paragraph),
        ),
    );
    expect(other.closed).toBeNull();
    expect(rejectAll(textOf(chief.doc)).toString()).toBe('doc(paragraph("我们要推动工作。"))');
    expect(acceptedOf(chief)).toBe("要推动工作。");
  });

  it("SU-51 a line that two part at once is as it was without their suggestions", async () => {
    const { chief, one, other, atOnce } = await openSpeech("我们要推动工作");
    const breakAt = (at: number) => (tr: Transaction) => tr.insert(at, tr.doc.type.schema.node("hardBreak"));
    await atOnce(suggest(one, breakAt(4)), suggest(other, breakAt(6)));
    expect([one.closed, other.closed]).toEqual([null, null]);
    expect(baseOf(chief)).toBe("我们要推动工作");
  });
});
