/** The form that each kind of edit takes as a suggestion, and where the caret is afterwards. */
import type { Node } from "@tiptap/pm/model";
import { EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { documentSchema } from "@/core/document/schema";
import { acceptedBlocks } from "@/core/review/accepted-blocks";
import { type ListedSuggestion, listSuggestions } from "@/core/review/list-suggestions";
import { acceptAll, rejectAll, settle } from "@/core/review/settle";
import { trackChange } from "@/core/review/track";
import { linesOf, speech } from "../editor/speech-state";
import { AUTHOR, OTHER, suggest } from "./tracked-edit";

const typed = (text: string) => (tr: Transaction) => tr.insertText(text);
const backspace = (tr: Transaction) => tr.delete(tr.selection.from - 1, tr.selection.from);
const pending = (doc: Node) =>
  listSuggestions(doc).map(({ kind, insertedText, deletedText }: ListedSuggestion) => [
    kind,
    insertedText,
    deletedText,
  ]);

/** Each text with the marks on it. */
function textLooks(doc: Node): string[] {
  const looks: string[] = [];
  doc.descendants((node) => {
    if (node.isText) looks.push(String(node));
  });
  return looks;
}

describe("the form of a suggestion", () => {
  it("SU-04 SU-05 a word typed letter by letter is one insertion, and taking a letter back takes it out", () => {
    const one = suggest(speech(["p", "加强建设"]), 3, typed("作"));
    const two = suggest(one.doc, one.caret, typed("风"));
    expect(pending(two.doc)).toEqual([["insert", "作风", ""]]);
    const three = suggest(two.doc, two.caret, backspace);
    expect(pending(three.doc)).toEqual([["insert", "作", ""]]);
    expect(linesOf(acceptAll(three.doc))).toEqual(["加强作建设"]);
  });

  it("SU-04 SU-05 letters deleted one after the other are one deletion, text typed behind them replaces them", () => {
    const one = suggest(speech(["p", "推动发展"]), 3, backspace);
    const two = suggest(one.doc, one.caret, backspace);
    expect(pending(two.doc)).toEqual([["delete", "", "推动"]]);
    const three = suggest(two.doc, two.caret, typed("推进"));
    expect(linesOf(acceptAll(three.doc))).toEqual(["推进发展"]);
    expect(linesOf(rejectAll(three.doc))).toEqual(["推动发展"]);
  });

  it("SU-05 new lines and what is typed in them are one suggestion; behind somebody else's words they are not", () => {
    const enter = (tr: Transaction) => tr.split(tr.selection.from);
    let step = suggest(speech(["p", "一句"], ["p", "末句"]), 3, enter);
    for (const edit of [typed("新"), typed("行"), enter, enter, typed("又一行")]) {
      step = suggest(step.doc, step.caret, edit);
    }
    expect(linesOf(step.doc)).toEqual(["一句", "新行", "", "又一行", "末句"]);
    expect(pending(step.doc)).toHaveLength(1);
    expect(linesOf(acceptAll(step.doc))).toEqual(linesOf(step.doc));
    expect(linesOf(rejectAll(step.doc))).toEqual(["一句", "末句"]);

    const behindOwn = suggest(suggest(speech(["p", "一句"]), 3, typed("加")).doc, 4, enter);
    expect(pending(suggest(behindOwn.doc, behindOwn.caret, typed("行")).doc)).toHaveLength(1);
    const behindOther = suggest(suggest(speech(["p", "一句"]), 3, typed("加"), OTHER).doc, 4, enter);
    expect(pending(suggest(behindOther.doc, behindOther.caret, typed("行")).doc)).toHaveLength(2);
  });

  it("SU-04 a paragraph parted and one joined keep their text where it is", () => {
    const parted = suggest(speech(["p", "一句二句"]), 3, (tr) => tr.split(3));
    expect(linesOf(parted.doc)).toEqual(["一句\u2029二句"]);
    expect(linesOf(acceptAll(parted.doc))).toEqual(["一句", "二句"]);
    const joined = suggest(speech([1, "形势"], ["p", "很好"]), 5, (tr) => tr.join(4));
    expect(linesOf(joined.doc)).toEqual(["# 形势", "很好"]);
    expect(linesOf(acceptAll(joined.doc))).toEqual(["# 形势很好"]);
    expect(linesOf(rejectAll(joined.doc))).toEqual(["# 形势", "很好"]);
  });

  it.each([
    ["one's own", AUTHOR],
    ["a colleague's", OTHER],
  ])(
    "SU-04 SU-60 words typed between %s two breaks stand in a line of their own once accepted",
    (_, splitter) => {
      const enter = (tr: Transaction) => tr.split(2);
      const one = suggest(speech(["p", "甲乙"]), 2, enter, splitter);
      const two = suggest(one.doc, 2, enter, splitter);
      const three = suggest(two.doc, 3, typed("2026"));
      expect(linesOf(acceptAll(three.doc))).toEqual(["甲", "2026", "乙"]);
      expect(linesOf(rejectAll(three.doc))).toEqual(["甲乙"]);
      expect(listSuggestions(three.doc)).toHaveLength(splitter === AUTHOR ? 1 : 2);
    },
  );

  it("SU-04 SU-60 a line joined to one that is proposed to go brings none of its words", () => {
    const struck = suggest(
      speech(["p", "甲"], ["p", "乙"], ["p", "丙"]),
      1,
      (tr) => tr.delete(3, 6),
      OTHER,
    ).doc;
    const [listed] = pending(struck);
    for (const forward of [true, false]) {
      const { doc, caret } = suggest(struck, 2, (tr) => tr.join(3), AUTHOR, forward);
      expect(caret).toBe(2);
      expect(pending(doc)).toEqual([listed]);
      expect(doc.eq(struck)).toBe(true);
    }
    const over = suggest(struck, 2, (tr) => tr.insertText("新", 1, 4), AUTHOR);
    expect(linesOf(acceptAll(over.doc))).toEqual(["新", "丙"]);
    expect(rejectAll(over.doc).eq(rejectAll(struck))).toBe(true);
  });

  it("SU-60 letters that a stored text marks as breaks are letters once accepted", () => {
    const { schema } = speech(["p", ""]).type;
    const mark = (at: number) =>
      schema.mark("insertion", {
        id: `stored${at}`.padEnd(20, "0"),
        person: AUTHOR,
        at,
        begins: "heading:1",
      });
    const content = [schema.text("甲"), schema.text("\u2029𠮷26\u2029", [mark(1)]), schema.text("乙")];
    const doc = schema.node("doc", null, [schema.node("paragraph", null, content)]);
    expect(linesOf(acceptAll(doc))).toEqual(["甲", "# 𠮷26", "# 乙"]);
    expect(linesOf(rejectAll(doc))).toEqual(["甲乙"]);
    expect(acceptedBlocks(doc)[1]).toEqual({ text: "𠮷26", positions: [3, 4, 5, 6] });
  });

  it("SU-04 a new paragraph at the end of one is a block of its own", () => {
    const { doc } = suggest(speech(["p", "一句"]), 3, (tr) => tr.split(3));
    expect(linesOf(doc)).toEqual(["一句", ""]);
    expect(pending(doc)).toEqual([["insert", "", ""]]);
    expect(linesOf(rejectAll(doc))).toEqual(["一句"]);
  });

  it("SU-04 another level of a heading is proposed on the block, and setting it back withdraws it", () => {
    const makeLevel = (level: number) => (tr: Transaction) => tr.setNodeMarkup(0, null, { level });
    const { doc } = suggest(speech([1, "形势"]), 1, makeLevel(2));
    expect(pending(doc)).toEqual([["block", "", ""]]);
    expect(listSuggestions(doc)[0]?.form).toBe("heading:2");
    expect(linesOf(doc)).toEqual(["# 形势"]);
    expect(linesOf(acceptAll(doc))).toEqual(["## 形势"]);
    expect(pending(suggest(doc, 1, makeLevel(1)).doc)).toEqual([]);
  });

  it("SU-04 bold is proposed over text that keeps its look", () => {
    const { doc } = suggest(speech(["p", "要抓落实"]), 1, (tr) =>
      tr.addMark(2, 5, documentSchema().mark("bold")),
    );
    expect(pending(doc)).toEqual([["format", "", ""]]);
    expect(listSuggestions(doc)[0]?.looks).toEqual(["bold"]);
    expect(acceptAll(doc).toString()).toContain('bold("抓落实")');
    expect(rejectAll(doc).toString()).not.toContain("bold");
  });

  it("SU-54 what a suggestion says of itself tells one from another: the words, the break, the part of a table", () => {
    const doc = speech([1, "形势"], ["p", "要抓落实"], ["p", "再动员"]);
    const listed = (edited: { readonly doc: Node }) => listSuggestions(edited.doc)[0];
    const bold = suggest(doc, 1, (tr) => tr.addMark(6, 8, documentSchema().mark("bold")));
    const both = suggest(bold.doc, 1, (tr) => tr.addMark(6, 8, documentSchema().mark("italic")));
    expect(listSuggestions(both.doc).map(({ changedText }) => changedText)).toEqual(["抓落", "抓落"]);
    const level = suggest(doc, 1, (tr) => tr.setNodeMarkup(0, null, { level: 2, runIn: false }));
    expect(listed(level)).toMatchObject({ kind: "block", form: "heading:2", changedText: "形势" });
    const joined = suggest(doc, 1, (tr) => tr.join(10));
    expect(listed(joined)).toMatchObject({ kind: "delete", deletedText: "\n" });
    const over = suggest(doc, 1, (tr) => tr.insertText("，", 8, 12));
    expect(listed(over)).toMatchObject({ kind: "replace", insertedText: "，", deletedText: "实\n再" });
  });

  it("SU-04 a part that moves goes there and comes here under one id", () => {
    const doc = speech([1, "甲"], [1, "乙"]);
    const moved = suggest(doc, 1, (tr) => tr.delete(3, 6).insert(0, doc.child(1)));
    expect(pending(moved.doc)).toEqual([["replace", "甲", "甲"]]);
    expect(linesOf(settle(moved.doc, ({ id }) => (id === moved.id ? "accept" : "keep")))).toEqual([
      "# 乙",
      "# 甲",
    ]);
  });

  it("SU-02 SU-05 a deletion of somebody else's insertion is a suggestion of its own", () => {
    const one = suggest(speech(["p", "要落实"]), 2, typed("抓"));
    const two = suggest(one.doc, one.caret, backspace, OTHER);
    expect(pending(two.doc)).toEqual([
      ["insert", "抓", ""],
      ["delete", "", "抓"],
    ]);
    expect(linesOf(acceptAll(two.doc))).toEqual(["要落实"]);
  });

  it("SU-01 words that two people insert where a third deletes at the same time are not deleted with it", () => {
    const doc = speech(["p", "要抓落实"]);
    const deleted = suggest(doc, 1, (tr) => tr.delete(2, 5));
    // What Yjs makes of it: the mark spreads over what came into its middle.
    const [mark] = deleted.doc.firstChild?.child(1).marks ?? [];
    const typedInside = suggest(deleted.doc, 3, typed("紧"), OTHER);
    const spread =
      mark === undefined ? null : EditorState.create({ doc: typedInside.doc }).tr.addMark(1, 6, mark);
    expect(linesOf(settle(spread?.doc ?? doc, () => "accept"))).toEqual(["紧"]);
  });
});

describe("the caret", () => {
  it("SU-06 Backspace leaves it before the struck letter, Delete behind it", () => {
    const doc = speech(["p", "甲乙丙"]);
    expect(suggest(doc, 3, backspace).caret).toBe(2);
    expect(suggest(doc, 2, (tr) => tr.delete(2, 3), AUTHOR, true).caret).toBe(3);
  });

  it("SU-06 of equal letters the one beside it is struck", () => {
    const { doc } = suggest(speech(["p", "哈哈哈哈"]), 3, backspace);
    const struck: number[] = [];
    doc.descendants((node, pos) => {
      if (node.marks.some(({ type }) => type.name === "deletion")) struck.push(pos);
    });
    expect(struck).toEqual([2]);
  });

  it("SU-06 typed over a selection, it stands behind the new text", () => {
    const { doc, caret } = suggest(speech(["p", "推动发展"]), 1, (tr) =>
      tr.setSelection(TextSelection.create(tr.doc, 1, 3)).insertText("推进"),
    );
    expect(doc.textBetween(0, caret)).toBe("推动进");
  });

  it("SU-06 in a block put in after a removed one it keeps its place", () => {
    const doc = speech(["p", "甲"], ["p", "乙"]);
    const { nodes } = documentSchema();
    const list = (node: Node) => nodes.bulletList?.create(null, nodes.listItem?.create(null, node)) as Node;
    const made = suggest(doc, 5, (tr) => {
      const changed = tr.replaceWith(3, 6, list(doc.child(1)));
      return changed.setSelection(TextSelection.create(changed.doc, 7));
    });
    expect(made.doc.resolve(made.caret).parent.textContent).toBe("乙");
    expect(made.doc.resolve(made.caret).node(1).type.name).toBe("bulletList");
  });

  it("SU-06 in blocks put in as they read accepted it stands before the same letter", () => {
    const { schema } = speech(["p", ""]).type;
    const struck = schema.mark("deletion", { id: "s".repeat(20), person: OTHER, at: 1 });
    const line = schema.node("paragraph", null, [
      schema.text("一"),
      schema.text("二三", [struck]),
      schema.text("四五六七"),
    ]);
    const item = (child: Node) => schema.node("listItem", null, child);
    const next = item(schema.node("paragraph", null, schema.text("后")));
    const list = schema.node("bulletList", null, [item(line), next]);
    const parted = suggest(schema.node("doc", null, list), 8, (tr) => tr.split(8, 2));
    const inOne = parted.doc.resolve(parted.caret);
    expect([inOne.parentOffset, inOne.parent.textContent]).toEqual([0, "六七"]);

    const wrapped = suggest(schema.node("doc", null, [line, line]), 6, (tr) => {
      const changed = tr.replaceWith(0, line.nodeSize * 2, list);
      return changed.setSelection(TextSelection.create(changed.doc, 8));
    });
    const inCopy = wrapped.doc.resolve(wrapped.caret);
    expect([inCopy.parentOffset, inCopy.parent.textContent]).toEqual([3, "一四五六七"]);
  });

  it("SU-06 a selection that is made bold stays what it was, also across lines and breaks", () => {
    const { schema } = speech(["p", ""]).type;
    const bold = schema.mark("bold");
    const broken = schema.node("doc", null, [
      schema.node("paragraph", null, [schema.text("安排"), schema.node("hardBreak"), schema.text("任务。")]),
      schema.node("paragraph", null, schema.text("第二段")),
    ]);
    for (const [doc, from, to] of [
      [speech(["p", "安排任务。"], ["p", "第二段"]), 3, 5],
      [speech(["p", "安排任务。"], ["p", "第二段"]), 4, 10],
      [broken, 2, 5],
      [broken, 2, 10],
    ] as const) {
      for (const [anchor, head] of [
        [from, to],
        [to, from],
      ] as const) {
        const before = EditorState.create({ doc, selection: TextSelection.create(doc, anchor, head) });
        const direct = before.tr.addMark(from, to, bold);
        const { tr } = before;
        const author = { id: "suggestion0000000001", person: AUTHOR, at: 1 };
        const places = trackChange(tr, { after: direct.doc, author, caret: head, forward: false });
        expect([places.find(anchor), places.find(head)]).toEqual([anchor, head]);
        expect(tr.doc.textContent).toBe(doc.textContent);
        // The break itself has no look to see.
        expect(textLooks(acceptAll(tr.doc))).toEqual(textLooks(direct.doc));
        expect(rejectAll(tr.doc).eq(doc)).toBe(true);
      }
    }
  });
});
