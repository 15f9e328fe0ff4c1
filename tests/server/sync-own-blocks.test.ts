/** Who may only suggest, within blocks that they themselves propose: others' words and names are none of theirs. */
import { wrapInList } from "@tiptap/pm/schema-list";
import { EditorState, type Transaction } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { documentSchema } from "@/core/document/schema";
import { writeSlot } from "@/core/document/suggestion";
import { newPersonId, newThreadId } from "@/core/ids";
import { newId } from "@/core/new-id";
import { listSuggestions } from "@/core/review/list-suggestions";
import { settle } from "@/core/review/settle";
import { markKey } from "@/server/sync/thread-mark";
import { openRooms, until } from "../helpers/rooms";
import { editShared, suggestShared, textOf, writeText } from "../helpers/shared-edit";
import { SyncClient } from "../helpers/sync-client";

const schema = documentSchema();
const paragraph = (text: string) => schema.node("paragraph", null, schema.text(text));

async function open() {
  const { rooms, speechId } = openRooms({ idleTimeoutMs: 10_000 });
  const chief = new SyncClient(rooms, speechId, { role: "chief" });
  await until(() => chief.role !== null);
  chief.write("重要内容不能丢");
  chief.write("第二段");
  await until(() => chief.allSaved);
  const join = async () => {
    const client = new SyncClient(rooms, speechId, { role: "suggester", personId: newPersonId() });
    await until(() => client.allSaved && client.fragment.length > 1);
    return client;
  };
  const [one, other] = [await join(), await join()];
  const level = () =>
    until(
      () =>
        [chief, one, other].every(({ doc }) => textOf(doc).eq(textOf(chief.doc))) &&
        [chief, one, other].every((client) => client.allSaved),
    );
  return { chief, one, other, level };
}
type Opened = Awaited<ReturnType<typeof open>>;

const lineOf = (client: SyncClient, index: number): Y.XmlText => {
  const block = client.fragment.get(index);
  if (!(block instanceof Y.XmlElement)) throw new Error("no block");
  const line = block.get(0);
  if (!(line instanceof Y.XmlText)) throw new Error("no line");
  return line;
};
const words = (client: SyncClient, person: string) =>
  listSuggestions(textOf(client.doc)).flatMap((it) => (it.person === person ? [it.insertedText] : []));
/** A paragraph that one proposes, with words that the other proposes within it. */
async function nested({ one, other, level }: Opened): Promise<void> {
  suggestShared(one.doc, one.personId, (tr) => tr.insert(0, paragraph("甲的新段")));
  await level();
  suggestShared(other.doc, other.personId, (tr) => tr.insertText("乙写的话", 3));
  await level();
}

describe("within an own proposed block", () => {
  it("SU-62 nobody writes in another's name; in the own one that passes", async () => {
    const opened = await open();
    const { one, other, chief, level } = opened;
    suggestShared(one.doc, one.personId, (tr) => tr.insert(0, paragraph("甲的新段")));
    await level();
    const put = (person: string) =>
      lineOf(one, 0).insert(1, "话", { insertion: { id: newId(), person, at: 1, begins: null } });
    put(one.personId);
    await level();
    put(other.personId);
    expect(one.closeError).toBe("author-mismatch");
    await until(() => chief.allSaved);
    expect(words(chief, other.personId)).toEqual([]);
  });

  it("SU-62 nobody makes another's proposed words say something else", async () => {
    const opened = await open();
    const { one, other, chief } = opened;
    await nested(opened);
    const line = lineOf(one, 0);
    const at = line
      .toString()
      .replaceAll(/<[^>]*>/g, "")
      .indexOf("乙");
    const { attributes } = line.toDelta()[1] as { attributes: Record<string, unknown> };
    one.doc.transact(() => {
      line.insert(at + 1, "伪造", attributes);
      line.delete(at + 3, 3);
    });
    expect(one.closeError).toBe("content-not-allowed");
    expect(words(chief, other.personId)).toEqual(["乙写的话"]);
  });

  it("SU-62 the block is withdrawn with others' words in it, brought back by undo, struck through and written on", async () => {
    const opened = await open();
    const { one, other, chief, level } = opened;
    await nested(opened);
    const undo = new Y.UndoManager(one.fragment, { captureTimeout: 0 });
    writeText(
      one.doc,
      settle(textOf(one.doc), ({ person }) => (person === one.personId ? "reject" : "keep")),
    );
    await level();
    expect(words(chief, other.personId)).toEqual([]);
    undo.undo();
    await level();
    expect(words(chief, other.personId)).toEqual(["乙写的话"]);
    suggestShared(one.doc, one.personId, (tr) => tr.insertText("又添一句", 2));
    suggestShared(one.doc, one.personId, (tr) => tr.delete(5, 9));
    suggestShared(one.doc, one.personId, (tr) => tr.split(8));
    await level();
    expect(one.closed).toBeNull();
  });

  it("SU-62 no comment is put on own words by the socket; what is typed among commented words has theirs", async () => {
    const opened = await open();
    const { one, chief, level } = opened;
    const thread = newThreadId();
    const mark = { [markKey(thread)]: { thread } };
    lineOf(chief, 0).format(0, 4, mark);
    await level();
    const insertion = (id: string) => ({ insertion: { id, person: one.personId, at: 1, begins: null } });
    lineOf(one, 0).insert(2, "我", { ...insertion(newId()), ...mark });
    await level();
    expect(one.closed).toBeNull();
    const another = newThreadId();
    lineOf(one, 0).insert(2, "们", { ...insertion(newId()), [markKey(another)]: { thread: another } });
    expect(one.closeError).toBe("content-not-allowed");
  });

  it("SU-62 no block is put where no page can show it, which would take the rest away for everybody", async () => {
    const opened = await open();
    const { one, chief, level } = opened;
    const list = schema.nodes.bulletList;
    if (list === undefined) throw new Error("no list");
    editShared(chief.doc, (tr) => {
      let made: Transaction = tr;
      wrapInList(list)(EditorState.create({ doc: tr.doc }), (wrapped) => {
        made = wrapped;
      });
      return made;
    });
    await level();
    const slot = writeSlot({ id: newId(), person: one.personId, at: 1 });
    const element = (name: string, ...children: Y.XmlElement[]) => {
      const node = new Y.XmlElement(name);
      node.setAttribute("inserted", slot);
      node.insert(0, children);
      return node;
    };
    const inner = () => element("bulletList", element("listItem", element("paragraph")));
    const item = () => (one.fragment.get(0) as Y.XmlElement).get(0) as Y.XmlElement;
    item().insert(1, [inner()]);
    await level();
    expect(one.closed).toBeNull();
    item().insert(0, [inner()]);
    expect(one.closeError).toBe("content-not-allowed");
    await until(() => chief.allSaved);
    expect(textOf(chief.doc).toString()).toContain("重要内容不能丢");
  });
});
