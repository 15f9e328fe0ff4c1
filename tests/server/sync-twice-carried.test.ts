/** One line that two people put elsewhere in the same moment: it stands there once afterwards. */
import type { Transaction } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { FRAGMENT } from "@/core/document/fragment";
import { documentSchema } from "@/core/document/schema";
import { rejectAll } from "@/core/review/settle";
import { until } from "../helpers/rooms";
import { editShared, suggestShared, textOf } from "../helpers/shared-edit";
import { openWritingRoom } from "../helpers/writing-room";

type Edit = (tr: Transaction) => Transaction;

const { nodes } = documentSchema();
const makeHeading = (level: number) => (tr: Transaction) =>
  tr.setBlockType(1, 1, nodes.heading ?? tr.doc.type, { level });
const split = (at: number) => (tr: Transaction) => tr.split(at);
const toTheEnd: Edit = (tr) =>
  tr.insert(tr.doc.content.size, tr.doc.child(0)).delete(0, tr.doc.child(0).nodeSize);
const quote: Edit = (tr) =>
  tr.replaceWith(0, tr.doc.child(0).nodeSize, documentSchema().node("quotation", null, tr.doc.child(0)));
const list: Edit = (tr) => {
  const item = documentSchema().node("listItem", null, tr.doc.child(0));
  return tr.replaceWith(0, tr.doc.child(0).nodeSize, documentSchema().node("bulletList", null, item));
};

/** What each of two does, and the lines afterwards; whose copy stays is nobody's business where it's the same. */
const CASES: readonly (readonly [string, Edit, Edit, readonly string[]])[] = [
  ["made a heading twice", makeHeading(1), makeHeading(2), ["我们要推动工作|各单位要落实"]],
  ["moved twice", toTheEnd, toTheEnd, ["各单位要落实|我们要推动工作"]],
  [
    "made a heading and moved",
    makeHeading(1),
    toTheEnd,
    ["我们要推动工作|各单位要落实", "各单位要落实|我们要推动工作"],
  ],
  ["put into a quotation and into a list", quote, list, ["我们要推动工作|各单位要落实"]],
  ["split at one place", split(4), split(4), ["我们要|推动工作|各单位要落实"]],
  // One of the two breaks may be missing, never words.
  [
    "split at two places",
    split(4),
    split(6),
    ["我们要|推动|工作|各单位要落实", "我们要|推动工作|各单位要落实"],
  ],
  [
    "split and made a heading",
    split(4),
    makeHeading(1),
    ["我们要|推动工作|各单位要落实", "我们要推动工作|各单位要落实"],
  ],
];

describe("one line put elsewhere by two people at once", () => {
  for (const [what, one, other, expected] of CASES) {
    for (const isFirst of [true, false]) {
      it(`SY-108 stands there once: ${what}, ${isFirst ? "the one first" : "the other first"}`, async () => {
        const { mover, typist, atOnce, text } = await openWritingRoom();
        const edits = [() => editShared(mover.doc, one), () => editShared(typist.doc, other)];
        await atOnce(...(isFirst ? edits : edits.reverse()));
        await until(() => expected.includes(text())).catch(() => expect(expected).toContain(text()));
        textOf(mover.doc).check();
      });
    }
  }

  it("SY-108 stands there once when one of them did it offline", async () => {
    const { mover, typist, comeBack, together, text } = await openWritingRoom();
    typist.disconnect();
    editShared(typist.doc, split(4));
    editShared(mover.doc, makeHeading(1));
    await until(() => mover.allSaved);
    comeBack(typist);
    await together();
    await until(() => ["我们要|推动工作|各单位要落实", "我们要推动工作|各单位要落实"].includes(text()));
  });

  it("SY-108 keeps the copy in which more was written, whichever came first", async () => {
    for (const isFirst of [true, false]) {
      const { mover, typist, atOnce, text } = await openWritingRoom();
      const plain = () => editShared(mover.doc, makeHeading(1));
      const written = () => editShared(typist.doc, (tr) => quote(tr.insertText("大力", 4)));
      await atOnce(...(isFirst ? [plain, written] : [written, plain]));
      await until(() => text() === "我们要大力推动工作|各单位要落实");
    }
  });

  it("SY-108 stands there as often as somebody wrote it who had seen it go", async () => {
    const { mover, typist, atOnce, comeBack, together, text } = await openWritingRoom();
    await atOnce(() => editShared(mover.doc, makeHeading(1)));
    typist.disconnect();
    editShared(typist.doc, (tr) =>
      tr.insert(0, nodes.paragraph?.create(null, tr.doc.child(0).content) ?? []),
    );
    comeBack(typist);
    await together();
    // Something else of the kind is mended afterwards: by then this would have been.
    await atOnce(
      () => editShared(mover.doc, split(4)),
      () => editShared(typist.doc, split(4)),
    );
    await until(() => text() === "我们要|推动工作|我们要推动工作|各单位要落实");
  });

  it("SY-108 nobody gets a line out of the text by proposing it elsewhere", async () => {
    const { mover, typist, proposer, atOnce, text } = await openWritingRoom();
    const propose = () => suggestShared(proposer.doc, proposer.personId, toTheEnd);
    await atOnce(() => editShared(mover.doc, makeHeading(1)), propose);
    await atOnce(
      () => editShared(mover.doc, split(4)),
      () => editShared(typist.doc, split(4)),
    );
    await until(() => text().match(/推动工作/g)?.length === 2);
    expect(text()).toBe("我们要|推动工作|各单位要落实|我们要推动工作");
    expect(rejectAll(textOf(mover.doc)).children.map(({ textContent }) => textContent)).toEqual([
      "我们要",
      "推动工作",
      "各单位要落实",
    ]);
  });

  it("SY-108 what two people retype within a line that stands isn't a copy, and stays", async () => {
    const { mover, typist, atOnce, text } = await openWritingRoom();
    const retype = (doc: Y.Doc, at: number) => () => {
      const line = doc
        .getXmlFragment(FRAGMENT)
        .createTreeWalker((node) => node instanceof Y.XmlText)
        .next();
      doc.transact(() => {
        const words = line.value as Y.XmlText; // the first line's
        words.delete(3, 1);
        words.insert(at, "推");
      });
    };
    await atOnce(retype(mover.doc, 1), retype(typist.doc, 5));
    // Something of the kind is mended afterwards: by then this would have been.
    const second = (tr: Transaction) => tr.setBlockType(11, 11, nodes.paragraph ?? tr.doc.type);
    await atOnce(
      () => editShared(mover.doc, second),
      () => editShared(typist.doc, second),
    );
    await until(() => text() === "我推们要动工推作|各单位要落实");
  });

  it("SY-108 the words stay their typist's, whichever copy goes", async () => {
    for (const edits of [
      [split(4), split(6)],
      [split(6), split(4)],
    ] as const) {
      const { chief, mover, typist, atOnce, text, writers } = await openWritingRoom();
      await atOnce(
        () => editShared(mover.doc, edits[0]),
        () => editShared(typist.doc, edits[1]),
      );
      await until(() => /^我们要\|推动\|?工作\|各单位要落实$/.test(text()));
      expect([...writers()]).toEqual([chief.personId]);
    }
  });
});
