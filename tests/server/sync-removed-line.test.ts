/** What is typed into a line while another hand takes it out: nobody meant that to go. */
import type { Transaction } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { documentSchema } from "@/core/document/schema";
import { listSuggestions } from "@/core/review/list-suggestions";
import { acceptAll, rejectAll } from "@/core/review/settle";
import { until } from "../helpers/rooms";
import { editShared, suggestShared, textOf } from "../helpers/shared-edit";
import { openWritingRoom } from "../helpers/writing-room";

type Edit = (tr: Transaction) => Transaction;

const takeOut: Edit = (tr) => tr.delete(0, tr.doc.child(0).nodeSize);

describe("typing into a line that is taken out meanwhile", () => {
  for (const isFirst of [true, false]) {
    it(`SY-118 is kept in a line of its own at its place, typed ${isFirst ? "before" : "after"} that was stored`, async () => {
      const { mover, typist, atOnce, settled, text } = await openWritingRoom();
      const remove = () => editShared(mover.doc, takeOut);
      const type = () => editShared(typist.doc, (tr) => tr.insertText("大力", 4));
      await atOnce(...(isFirst ? [type, remove] : [remove, type]));
      await settled();
      expect(text()).toBe("大力|各单位要落实");
      textOf(mover.doc).check();
    });
  }

  it("SY-118 what is typed on and on, at several places, stands in one line", async () => {
    const { mover, typist, atOnce, settled, text } = await openWritingRoom();
    await atOnce(
      () => editShared(typist.doc, (tr) => tr.insertText("大", 4)),
      () => editShared(mover.doc, takeOut),
      () => editShared(typist.doc, (tr) => tr.insertText("力", 5)),
      () => editShared(typist.doc, (tr) => tr.insertText("首先", 1)),
    );
    await settled();
    expect(text()).toBe("首先大力|各单位要落实");
    await atOnce(() => editShared(typist.doc, (tr) => tr.insertText("！", 3)));
    expect(text()).toBe("首先！大力|各单位要落实");
  });

  it("SY-118 a line that was empty is one too, and what its writer took back stays away", async () => {
    const { chief, mover, typist, atOnce, together, settled, text } = await openWritingRoom();
    editShared(chief.doc, (tr) => tr.insert(0, documentSchema().node("paragraph")));
    await together();
    await atOnce(
      () => editShared(mover.doc, (tr) => tr.delete(0, 2)),
      () => editShared(typist.doc, (tr) => tr.insertText("新写的错", 1)),
      () => editShared(typist.doc, (tr) => tr.delete(4, 5)),
    );
    await settled();
    expect(text()).toBe("新写的|我们要推动工作|各单位要落实");
  });

  it("SY-118 its writer's page, which says again what is gone when it comes back, takes nothing away", async () => {
    const { mover, typist, atOnce, comeBack, settled, text } = await openWritingRoom();
    await atOnce(
      () => editShared(typist.doc, (tr) => tr.insertText("大力", 4)),
      () => editShared(mover.doc, takeOut),
    );
    typist.disconnect();
    comeBack(typist);
    await settled();
    expect(text()).toBe("大力|各单位要落实");
  });

  it("SY-118 it stands behind the list that lost its line", async () => {
    const { chief, mover, typist, atOnce, together, settled, text } = await openWritingRoom();
    const { nodes } = documentSchema();
    const item = (words: string) =>
      nodes.listItem?.create(null, nodes.paragraph?.create(null, documentSchema().text(words)));
    editShared(chief.doc, (tr) =>
      tr.insert(
        0,
        nodes.bulletList?.create(
          null,
          [item("甲"), item("乙")].flatMap((one) => one ?? []),
        ) ?? [],
      ),
    );
    await together();
    const second = 1 + (textOf(chief.doc).child(0).firstChild?.nodeSize ?? 0);
    await atOnce(
      () => editShared(typist.doc, (tr) => tr.insertText("丙", second + 3)),
      () => editShared(mover.doc, (tr) => tr.delete(second, second + 5)),
    );
    await settled();
    expect(text()).toBe("甲|丙|我们要推动工作|各单位要落实");
    textOf(mover.doc).check();
  });

  it("SY-118 what was written offline is there when its writer is back", async () => {
    const { mover, typist, comeBack, together, settled, text } = await openWritingRoom();
    typist.disconnect();
    editShared(typist.doc, (tr) => tr.insertText("写了一路的话", 4));
    editShared(mover.doc, takeOut);
    await until(() => mover.allSaved);
    comeBack(typist);
    await together();
    await settled();
    expect(text()).toBe("写了一路的话|各单位要落实");
  });

  it("SY-118 a line joined to the one that goes isn't lost with it", async () => {
    const { chief, mover, typist, atOnce, settled, text } = await openWritingRoom();
    editShared(chief.doc, (tr) =>
      tr.insert(0, documentSchema().node("paragraph", null, documentSchema().text("前"))),
    );
    await settled();
    await atOnce(
      () => editShared(typist.doc, (tr) => tr.join(3)),
      () => editShared(mover.doc, takeOut),
    );
    await settled();
    expect(text()).toBe("我们要推动工作|各单位要落实");
  });

  it("SY-118 a suggestion stays one, and who refuses it has the text as it was", async () => {
    const { mover, proposer, atOnce, settled } = await openWritingRoom();
    await atOnce(
      () => editShared(mover.doc, takeOut),
      () => suggestShared(proposer.doc, proposer.personId, (tr) => tr.insertText("大力", 4)),
    );
    await settled();
    const now = textOf(mover.doc);
    const lines = (doc: typeof now) => doc.children.map(({ textContent }) => textContent);
    expect(lines(acceptAll(now))).toEqual(["大力", "各单位要落实"]);
    expect(lines(rejectAll(now))).toEqual(["各单位要落实"]);
    expect(new Set(listSuggestions(now).map(({ person }) => person))).toEqual(new Set([proposer.personId]));
  });

  it("SY-118 what its remover saw is gone", async () => {
    const { mover, typist, atOnce, together, settled, text } = await openWritingRoom();
    editShared(typist.doc, (tr) => tr.insertText("大力", 4));
    await together();
    await atOnce(() => editShared(mover.doc, takeOut));
    await settled();
    expect(text()).toBe("各单位要落实");
  });
});
