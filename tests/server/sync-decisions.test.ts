/** What the server keeps of decisions on suggestions, told from the updates alone. */
import type { Node } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import type { Role } from "@/core/access";
import { documentSchema } from "@/core/document/schema";
import { newPersonId } from "@/core/ids";
import { listSuggestions } from "@/core/review/list-suggestions";
import { type Decide, settle } from "@/core/review/settle";
import { openRooms, until } from "../helpers/rooms";
import { editShared, suggestShared, textOf, writeText } from "../helpers/shared-edit";
import { SyncClient } from "../helpers/sync-client";

const insert = (at: number, text: string) => (tr: Transaction) => tr.insertText(text, at);
const remove = (from: number, to: number) => (tr: Transaction) => tr.delete(from, to);
const paragraph = (text: string) => documentSchema().node("paragraph", null, documentSchema().text(text));

async function openSpeech() {
  const opened = openRooms({ now: () => 1_700_000_000_000 });
  const { log, rooms, speechId } = opened;
  const join = async (role: Role, doc?: SyncClient["doc"], personId = newPersonId()) => {
    const client = new SyncClient(rooms, speechId, { role, personId, doc });
    await until(() => client.role !== null && client.allSaved);
    return client;
  };
  const chief = await join("chief");
  chief.write("我们要推动工作");
  chief.write("各单位抓落实");
  await until(() => chief.allSaved);
  const suggester = await join("suggester");
  const kept = () =>
    log.decisionsOn(speechId).map(({ outcome, by, proposedBy, change: { deletedText, insertedText } }) => {
      expect(proposedBy).toBe(suggester.personId);
      return [
        outcome,
        by === chief.personId ? "chief" : by === suggester.personId ? "own" : "other",
        deletedText,
        insertedText,
      ];
    });
  const suggest = async (edit: (tr: Transaction) => Transaction) => {
    suggestShared(suggester.doc, suggester.personId, edit);
    await until(() => suggester.allSaved && suggester.closed === null);
    await until(() => textOf(chief.doc).eq(textOf(suggester.doc)));
  };
  const decide = async (client: SyncClient, how: Decide) => {
    writeText(client.doc, settle(textOf(client.doc), how));
    await until(() => client.allSaved || client.closed !== null);
  };
  return { ...opened, chief, suggester, join, kept, suggest, decide };
}

const ids = (doc: Node) => listSuggestions(doc).map(({ id }) => id);

describe("decisions", () => {
  it("SU-42 acceptance and rejection are kept with who, when and what, in the commit that brings them", async () => {
    const { chief, decide, kept, log, speechId, suggest } = await openSpeech();
    await suggest((tr) => tr.delete(6, 8).insertText("发展", 6));
    await suggest(insert(14, "要"));
    expect(kept()).toEqual([]);
    const [first] = ids(textOf(chief.doc));
    const rows = log.rows.get(speechId)?.length ?? 0;
    await decide(chief, ({ id }) => (id === first ? "accept" : "keep"));
    expect(kept()).toEqual([["accepted", "chief", "工作", "发展"]]);
    expect(log.rows.get(speechId)?.length).toBe(rows + 1);
    expect(log.decisionsOn(speechId)[0]).toMatchObject({
      suggestion: first,
      at: 1_700_000_000_000,
      change: { kind: "replace" },
    });
    await decide(chief, () => "reject");
    expect(kept()[1]).toEqual(["rejected", "chief", "", "要"]);
  });

  it("SU-42 every form of suggestion is told accepted from rejected", async () => {
    const forms: Record<string, (tr: Transaction) => Transaction> = {
      "words in": insert(4, "大力"),
      "words out": remove(1, 3),
      "a break": (tr) => tr.split(4),
      "a join": (tr) => tr.join(9),
      "a heading": (tr) => tr.setNodeMarkup(0, tr.doc.type.schema.nodes.heading, { level: 1 }),
      bold: (tr) => tr.addMark(1, 3, tr.doc.type.schema.mark("bold")),
      "a paragraph in": (tr) => tr.insert(9, paragraph("新的一段")),
      "a paragraph out": (tr) => tr.delete(9, tr.doc.content.size),
      "a paragraph moved": (tr) => tr.delete(0, 9).insert(8, paragraph("我们要推动工作")),
    };
    for (const [name, form] of Object.entries(forms)) {
      for (const how of ["accept", "reject"] as const) {
        const { chief, decide, kept, suggest } = await openSpeech();
        await suggest(form);
        await decide(chief, () => how);
        expect([name, kept().map(([outcome]) => outcome)]).toEqual([name, [`${how}ed`]]);
      }
    }
  });

  it("SU-42 what is decided offline, some this way and some that, is told when it arrives", async () => {
    const { chief, decide, join, kept, suggest } = await openSpeech();
    await suggest(insert(1, "现在"));
    await suggest(remove(12, 13));
    chief.disconnect();
    const [first] = ids(textOf(chief.doc));
    await decide(chief, ({ id }) => (id === first ? "accept" : "reject"));
    editShared(chief.doc, (tr) => tr.insert(tr.doc.content.size, paragraph("另起一段")));
    await join("chief", chief.doc, chief.personId);
    await until(() => kept().length === 2);
    expect(
      kept()
        .map(([outcome]) => outcome)
        .sort(),
    ).toEqual(["accepted", "rejected"]);
  });

  it("SU-42 suggestions that go with the text around them count as neither", async () => {
    const { chief, kept, suggest } = await openSpeech();
    await suggest(insert(4, "大力"));
    editShared(chief.doc, (tr) => tr.delete(0, 11));
    await until(() => chief.allSaved);
    expect(kept()).toEqual([["removed", "chief", "", "大力"]]);
  });

  it("SU-42 taking one's own back is no decision, neither is typing next to a suggestion", async () => {
    const { chief, decide, kept, suggest, suggester } = await openSpeech();
    await suggest(insert(4, "大力"));
    editShared(chief.doc, insert(1, "同志们，"));
    await until(() => chief.allSaved && textOf(suggester.doc).eq(textOf(chief.doc)));
    await decide(suggester, () => "reject");
    expect(suggester.closed).toBeNull();
    expect(kept()).toEqual([]);
    expect(textOf(chief.doc).textContent).toBe("同志们，我们要推动工作各单位抓落实");
  });

  it("SU-43 one that was decided, is back, and is taken back by its own proposer isn't left as open", async () => {
    const { chief, decide, kept, suggest, suggester } = await openSpeech();
    await suggest(insert(4, "大力"));
    const proposed = textOf(chief.doc);
    await decide(chief, () => "reject");
    writeText(chief.doc, proposed);
    await until(() => chief.allSaved && textOf(suggester.doc).eq(textOf(chief.doc)));
    await decide(suggester, () => "reject");
    expect(suggester.closed).toBeNull();
    expect(kept().map(([outcome, by]) => [outcome, by])).toEqual([
      ["rejected", "chief"],
      ["reopened", "chief"],
      ["removed", "own"],
    ]);
  });

  it("SU-43 undoing a decision is kept beside it, also after the server was started again", async () => {
    const { chief, decide, join, kept, log, rooms, speechId, suggest } = await openSpeech();
    await suggest(insert(4, "大力"));
    const proposed = textOf(chief.doc);
    await decide(chief, () => "accept");
    writeText(chief.doc, proposed);
    await until(() => chief.allSaved);
    expect(chief.closed).toBeNull();
    expect(kept().map(([outcome, by]) => [outcome, by])).toEqual([
      ["accepted", "chief"],
      ["reopened", "chief"],
    ]);
    await decide(chief, () => "accept");
    await rooms.close();
    const again = openRooms({ log });
    const back = new SyncClient(again.rooms, speechId, {
      role: "chief",
      personId: chief.personId,
      doc: chief.doc,
    });
    await until(() => back.allSaved);
    writeText(back.doc, proposed);
    await until(() => back.allSaved);
    expect(back.closed).toBeNull();
    expect(kept().map(([outcome]) => outcome)).toEqual(["accepted", "reopened", "accepted", "reopened"]);
    void join;
  });
});

describe("a suggestion in another's name", () => {
  it("SU-44 is refused from who may edit, and nothing is stored; one's own is taken", async () => {
    const { chief, join, log, speechId, suggester } = await openSpeech();
    const editor = await join("editor");
    const rows = log.rows.get(speechId)?.length;
    suggestShared(editor.doc, suggester.personId, insert(1, "冒名"));
    expect(editor.closeError).toBe("author-mismatch");
    await until(() => chief.allSaved);
    expect(log.rows.get(speechId)?.length).toBe(rows);
    const honest = await join("editor");
    suggestShared(honest.doc, honest.personId, insert(1, "实名"));
    await until(() => honest.allSaved);
    expect(honest.closed).toBeNull();
  });

  it("SU-44 is refused too when it takes the id of a suggestion that is there", async () => {
    const { join, suggest, suggester } = await openSpeech();
    await suggest(insert(4, "大力"));
    const editor = await join("editor");
    const [id = ""] = ids(textOf(editor.doc));
    editShared(editor.doc, (tr) => {
      const mark = tr.doc.type.schema.mark("insertion", { id, person: newPersonId(), at: 1, begins: null });
      return tr.insert(1, tr.doc.type.schema.text("冒名", [mark]));
    });
    expect(editor.closeError).toBe("author-mismatch");
    expect(suggester.closed).toBeNull();
  });

  it("SU-44 who moves text with others' suggestions, or puts it back, isn't refused", async () => {
    const { chief, kept, suggest, suggester } = await openSpeech();
    await suggest(insert(4, "大力"));
    const block = textOf(chief.doc).child(0);
    editShared(chief.doc, (tr) => tr.delete(0, block.nodeSize));
    editShared(chief.doc, (tr) => tr.insert(tr.doc.content.size, block));
    await until(() => chief.allSaved);
    expect(chief.closed).toBeNull();
    expect(listSuggestions(textOf(suggester.doc))).toMatchObject([{ person: suggester.personId }]);
    expect(kept().map(([outcome]) => outcome)).toEqual(["removed", "reopened"]);
  });
});
