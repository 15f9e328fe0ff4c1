/** What is typed into a line while another hand puts it elsewhere: it comes along. */
import type { Transaction } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { documentSchema } from "@/core/document/schema";
import { listSuggestions } from "@/core/review/list-suggestions";
import { rejectAll } from "@/core/review/settle";
import { until } from "../helpers/rooms";
import { editShared, suggestShared, textOf } from "../helpers/shared-edit";
import { openWritingRoom } from "../helpers/writing-room";

type Edit = (tr: Transaction) => Transaction;

const heading = documentSchema().nodes.heading;
const CHANGES: readonly (readonly [string, Edit])[] = [
  ["made a heading", (tr) => tr.setBlockType(1, 1, heading ?? tr.doc.type, { level: 1 })],
  [
    "moved to the end",
    (tr) => tr.insert(tr.doc.content.size, tr.doc.child(0)).delete(0, tr.doc.child(0).nodeSize),
  ],
  [
    "put into a quotation",
    (tr) =>
      tr.replaceWith(0, tr.doc.child(0).nodeSize, documentSchema().node("quotation", null, tr.doc.child(0))),
  ],
  [
    "joined to the line before",
    (tr) => tr.insert(0, documentSchema().node("paragraph", null, documentSchema().text("前"))).join(3),
  ],
];

describe("typing into a line that is put elsewhere meanwhile", () => {
  for (const [what, change] of CHANGES) {
    for (const isFirst of [true, false]) {
      it(`SY-107 stays where the words went that were ${what}, typed ${isFirst ? "before" : "after"} that was stored`, async () => {
        const { mover, typist, atOnce, text } = await openWritingRoom();
        const move = () => editShared(mover.doc, change);
        const type = () => editShared(typist.doc, (tr) => tr.insertText("大力", 4));
        await atOnce(...(isFirst ? [type, move] : [move, type]));
        await until(() => text().includes("我们要大力推动工作"));
        expect(text().match(/大力/g)).toHaveLength(1);
      });
    }
  }

  it("SY-107 what is typed on and on before the move is seen stays in one", async () => {
    const { mover, typist, atOnce, text } = await openWritingRoom();
    await atOnce(
      () => editShared(mover.doc, CHANGES[1]?.[1] ?? ((tr) => tr)),
      () => editShared(typist.doc, (tr) => tr.insertText("大", 4)),
      () => editShared(typist.doc, (tr) => tr.insertText("力", 5)),
      () => editShared(typist.doc, (tr) => tr.insertText("首先", 1)),
      () => editShared(typist.doc, (tr) => tr.insertText("！", tr.doc.child(0).nodeSize - 1)),
    );
    await until(() => text().includes("首先我们要大力推动工作！"));
  });

  it("SY-107 it stands where the words are that were put elsewhere twice, the first time not stored yet", async () => {
    const { mover, typist, atOnce, text } = await openWritingRoom();
    await atOnce(
      () => editShared(typist.doc, (tr) => tr.insertText("大力", 6)),
      () => editShared(mover.doc, CHANGES[0]?.[1] ?? ((tr) => tr)),
      () => editShared(mover.doc, (tr) => tr.split(3)),
    );
    await until(() => text().includes("我们|要推动大力工作"));
  });

  it("SY-107 what was written offline comes along when its writer is back", async () => {
    const { mover, typist, comeBack, together, text } = await openWritingRoom();
    typist.disconnect();
    editShared(typist.doc, (tr) => tr.insertText("大力", 4));
    editShared(mover.doc, (tr) => tr.setBlockType(1, 1, heading ?? tr.doc.type, { level: 1 }));
    await until(() => mover.allSaved);
    comeBack(typist);
    await together();
    await until(() => text().includes("我们要大力推动工作"));
    expect(text().match(/大力/g)).toHaveLength(1);
  });

  it("SY-107 a suggestion stays one", async () => {
    const { mover, proposer, atOnce, text } = await openWritingRoom();
    await atOnce(
      () => editShared(mover.doc, CHANGES[1]?.[1] ?? ((tr) => tr)),
      () => suggestShared(proposer.doc, proposer.personId, (tr) => tr.insertText("大力", 4)),
    );
    await until(() => text().includes("我们要大力推动工作"));
    const marked: string[] = [];
    textOf(mover.doc).descendants((node) => {
      if (
        node.marks.some(({ type, attrs }) => type.name === "insertion" && attrs.person === proposer.personId)
      )
        marked.push(node.text ?? "");
    });
    expect(marked).toEqual(["大力"]);
  });

  it("SY-107 nobody gets more in this way than they may write: plain words of who may only suggest are a suggestion", async () => {
    const { mover, typist, proposer, atOnce, text } = await openWritingRoom();
    const move = () =>
      editShared(mover.doc, (tr) => tr.setBlockType(1, 1, heading ?? tr.doc.type, { level: 1 }));
    await atOnce(move, () => editShared(proposer.doc, (tr) => tr.insertText("偷偷", 4)));
    await until(() => text().includes("我们要偷偷推动工作"));
    expect(rejectAll(textOf(mover.doc)).child(0).textContent).toBe("我们要推动工作");
    expect(listSuggestions(textOf(mover.doc)).map(({ person }) => person)).toEqual([proposer.personId]);
    // The same of who may edit is text.
    const back = () =>
      editShared(mover.doc, (tr) => tr.setBlockType(1, 1, documentSchema().nodes.paragraph ?? tr.doc.type));
    await atOnce(back, () => editShared(typist.doc, (tr) => tr.insertText("都", 3)));
    await until(() => text().includes("我们都要"));
    expect(rejectAll(textOf(mover.doc)).child(0).textContent).toBe("我们都要推动工作");
  });

  it("SY-107 no words come back in another's name, or with a comment", async () => {
    const { mover, typist, proposer, atOnce, text } = await openWritingRoom();
    const { schema } = textOf(mover.doc).type;
    const forged = { id: "f".repeat(20), person: typist.personId, at: 1, begins: null };
    const marks = [schema.mark("insertion", forged), schema.mark("comment", { thread: "t".repeat(20) })];
    await atOnce(
      () => editShared(mover.doc, (tr) => tr.setBlockType(1, 1, heading ?? tr.doc.type, { level: 1 })),
      () => editShared(proposer.doc, (tr) => tr.insert(4, schema.text("冒名", marks))),
    );
    await until(() => text().includes("我们要冒名推动工作"));
    expect(listSuggestions(textOf(mover.doc)).map(({ person }) => person)).toEqual([proposer.personId]);
    expect(JSON.stringify(textOf(mover.doc).toJSON())).not.toContain("comment");
  });
});
