/** Who may only suggest: what the server takes from them, and what it refuses. */
import type { Transaction } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { writeSlot } from "@/core/document/suggestion";
import { newPersonId } from "@/core/ids";
import { newId } from "@/core/new-id";
import { listSuggestions } from "@/core/review/list-suggestions";
import { rejectAll, settle } from "@/core/review/settle";
import { runSeed, seededRandom } from "../helpers/random";
import { randomEdit } from "../helpers/random-speech";
import { openRooms, until } from "../helpers/rooms";
import { editShared, suggestShared, textOf, writeText } from "../helpers/shared-edit";
import { SyncClient } from "../helpers/sync-client";

const insert = (at: number, text: string) => (tr: Transaction) => tr.insertText(text, at);
const remove = (from: number, to: number) => (tr: Transaction) => tr.delete(from, to);

async function openSpeech() {
  const opened = openRooms();
  const { rooms, speechId } = opened;
  const chief = new SyncClient(rooms, speechId, { role: "chief" });
  await until(() => chief.role !== null);
  chief.write("我们要推动工作");
  await until(() => chief.allSaved);
  const suggester = async (personId = newPersonId()) => {
    const client = new SyncClient(rooms, speechId, { role: "suggester", personId });
    await until(() => client.allSaved && client.fragment.length > 0);
    return client;
  };
  return { ...opened, chief, suggester };
}

describe("who may only suggest", () => {
  it("SU-20 writes insertions, deletions and new paragraphs as suggestions, which everybody sees", async () => {
    const { chief, suggester } = await openSpeech();
    const client = await suggester();
    suggestShared(client.doc, client.personId, insert(4, "大力"));
    suggestShared(client.doc, client.personId, remove(1, 3));
    suggestShared(client.doc, client.personId, (tr) => tr.split(6));
    await until(() => client.allSaved && listSuggestions(textOf(chief.doc)).length >= 2);
    expect(client.closed).toBeNull();
    expect(rejectAll(textOf(chief.doc)).textContent).toBe("我们要推动工作");
  });

  it("SU-20 takes suggestions back again, but only one's own", async () => {
    const { chief, suggester } = await openSpeech();
    const [one, other] = [await suggester(), await suggester()];
    suggestShared(one.doc, one.personId, insert(4, "大力"));
    suggestShared(other.doc, other.personId, remove(1, 3));
    await until(() => listSuggestions(textOf(one.doc)).length === 2 && one.allSaved && other.allSaved);
    const without = (person: string) => (client: SyncClient) =>
      writeText(
        client.doc,
        settle(textOf(client.doc), (pending) => (pending.person === person ? "reject" : "keep")),
      );
    without(one.personId)(one);
    await until(() => listSuggestions(textOf(chief.doc)).length === 1);
    expect(one.closed).toBeNull();
    without(other.personId)(one);
    expect(one.closeError).toBe("content-not-allowed");
    expect(listSuggestions(textOf(chief.doc))).toHaveLength(1);
  });

  const forbidden: Record<string, (client: SyncClient, other: string) => void> = {
    "types into the text": (client) => editShared(client.doc, insert(1, "直接")),
    "deletes from the text": (client) => editShared(client.doc, remove(1, 3)),
    "formats the text": (client) =>
      editShared(client.doc, (tr) => tr.addMark(1, 3, tr.doc.type.schema.mark("bold"))),
    "makes a heading": (client) =>
      editShared(client.doc, (tr) => tr.setNodeMarkup(0, tr.doc.type.schema.nodes.heading, { level: 1 })),
    "adds a paragraph": (client) => client.write("另起一段"),
    "suggests in another's name": (client, other) => suggestShared(client.doc, other, insert(1, "冒名")),
    "accepts an own suggestion": (client) =>
      writeText(
        client.doc,
        settle(textOf(client.doc), ({ person }) => (person === client.personId ? "accept" : "keep")),
      ),
    "comments by the socket": (client) =>
      editShared(client.doc, (tr) =>
        tr.addMark(1, 3, tr.doc.type.schema.mark("comment", { thread: "t".repeat(20) })),
      ),
  };
  it.each(Object.entries(forbidden))("SU-21 who %s is refused, and nothing is stored", async (_, deed) => {
    const { chief, log, speechId, suggester } = await openSpeech();
    const client = await suggester();
    suggestShared(client.doc, client.personId, insert(4, "大力"));
    await until(() => client.allSaved);
    const before = { text: chief.fragment.toString(), rows: log.rows.get(speechId)?.length };
    deed(client, chief.personId);
    expect(client.closeError).toBe("content-not-allowed");
    await until(() => chief.allSaved);
    expect({ text: chief.fragment.toString(), rows: log.rows.get(speechId)?.length }).toEqual(before);
    // Whoever may edit does the same without being refused.
    deed(chief, chief.personId);
    await until(() => chief.allSaved);
    expect(chief.closed).toBeNull();
  });

  const MARK = { id: newId(), of: null };
  const dated: Record<string, (client: SyncClient, at: number) => void> = {
    "strikes words": (client, at) =>
      editShared(client.doc, (tr) =>
        tr.addMark(1, 3, tr.doc.type.schema.mark("deletion", { ...MARK, person: client.personId, at })),
      ),
    "strikes a paragraph": (client, at) =>
      editShared(client.doc, (tr) =>
        tr.setNodeAttribute(0, "removed", writeSlot({ id: MARK.id, person: client.personId, at })),
      ),
  };
  it.each(Object.entries(dated))(
    "SU-44 who %s at a time that no file can name is refused",
    async (_, deed) => {
      for (const at of [Date.UTC(10_000, 0), 999_999_999_999_999]) {
        const { chief, log, speechId, suggester } = await openSpeech();
        const [client, twin] = [await suggester(), await suggester()];
        const before = log.rows.get(speechId)?.length;
        deed(client, at);
        expect(client.closeError).toBe("content-not-allowed");
        await until(() => chief.allSaved);
        expect(log.rows.get(speechId)?.length).toBe(before);
        // Its writer's clock may be years off.
        deed(twin, Date.UTC(2999, 11, 31));
        await until(() => twin.allSaved && listSuggestions(textOf(chief.doc)).length === 1);
        expect(twin.closed).toBeNull();
      }
    },
  );

  it("SU-21 is judged by the text that is accepted, also while the disk is slow and others write", async () => {
    const { chief, log, suggester } = await openSpeech();
    const client = await suggester();
    let release = () => {};
    log.gate = new Promise((resolve) => {
      release = resolve;
    });
    editShared(chief.doc, insert(1, "同志们，"));
    suggestShared(client.doc, client.personId, insert(4, "大力"));
    editShared(chief.doc, remove(1, 3));
    suggestShared(client.doc, client.personId, insert(1, "现在"));
    release();
    log.gate = null;
    await until(() => chief.allSaved && client.allSaved);
    expect(client.closed).toBeNull();
    expect(rejectAll(textOf(client.doc)).textContent).toBe("们，我们要推动工作");
  });

  it("SU-22 random edits as suggestions pass, whatever they are, and leave the base as it was", async () => {
    const seed = runSeed();
    console.log(`SEED=${seed}`);
    const random = seededRandom(seed);
    const { chief, suggester } = await openSpeech();
    editShared(chief.doc, (tr) => {
      for (let count = 0; count < 8; count += 1) tr.insertText(`第${count}句。`, 1);
      return tr;
    });
    await until(() => chief.allSaved);
    const base = rejectAll(textOf(chief.doc));
    const people = [await suggester(), await suggester()];
    // What stands in the end may be one suggestion that took in all others: the edits that were stored count.
    let stored = 0;
    for (let step = 0; step < 60; step += 1) {
      const client = random.pick(people);
      const text = textOf(client.doc);
      const edit = randomEdit(text, random);
      if (edit === null) continue;
      suggestShared(client.doc, client.personId, () => edit);
      await until(() => client.closed !== null || people.every((each) => each.allSaved));
      expect(client.closed).toBeNull();
      if (!textOf(client.doc).eq(text)) stored += 1;
    }
    expect(rejectAll(textOf(chief.doc)).toString()).toBe(base.toString());
    expect(stored).toBeGreaterThan(5);
  });
});
