/** What is typed directly where suggestions stand. */
import { type Mark, type Node, Slice } from "@tiptap/pm/model";
import { EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { insertBlocks, insertInline } from "@/components/editor/clipboard/insert-pasted";
import { moveBlocks } from "@/components/editor/outline/move-part";
import { KEEPS_SUGGESTIONS, keepWordsOwn } from "@/components/editor/suggest/words-of-ones-own";
import { documentSchema } from "@/core/document/schema";
import { writeSlot } from "@/core/document/suggestion";
import { acceptAll, rejectAll } from "@/core/review/settle";
import { AUTHOR, OTHER } from "../core/tracked-edit";
import { linesOf } from "./speech-state";

const of = (person: string) => ({ id: "s".repeat(20), person, at: 1 });
const inserted = (person: string) => documentSchema().mark("insertion", of(person));
const deleted = (person: string) => documentSchema().mark("deletion", of(person));

/** 甲乙丙丁, of which 乙丙, from 2 to 4, carries the mark. */
function line(mark: Mark, attrs = {}): Node {
  const content = ["甲", "乙丙", "丁"].map((text, at) => documentSchema().text(text, at === 1 ? [mark] : []));
  return documentSchema().node("paragraph", attrs, content);
}
const textWith = (...lines: Node[]) => documentSchema().node("doc", null, lines);

/** The text after an edit of AUTHOR's in direct writing, with what is between two places selected. */
function write(doc: Node, [from, to = from]: [number, number?], edit: (tr: Transaction) => Transaction) {
  const before = EditorState.create({ doc, selection: TextSelection.create(doc, from, to) });
  const transaction = edit(before.tr);
  keepWordsOwn(transaction, AUTHOR);
  return before.apply(transaction);
}
const type = (words: string) => (tr: Transaction) => tr.insertText(words);
const acceptedIn = ({ doc }: EditorState) => linesOf(acceptAll(doc));
const rejectedIn = ({ doc }: EditorState) => linesOf(rejectAll(doc));

describe("words typed directly", () => {
  it("SU-65 in the midst of a colleague's insertion they stay when that is taken back", () => {
    const typed = write(textWith(line(inserted(OTHER))), [3], type("子"));
    expect(acceptedIn(typed)).toEqual(["甲乙子丙丁"]);
    expect(rejectedIn(typed)).toEqual(["甲子丁"]);
    // And what is typed on, too.
    const more = write(typed.doc, [4], type("丑"));
    expect(rejectedIn(more)).toEqual(["甲子丑丁"]);
  });

  it("SU-65 in the midst of struck words they aren't struck, whoever struck those", () => {
    for (const person of [AUTHOR, OTHER]) {
      const typed = write(textWith(line(deleted(person))), [3], type("子"));
      expect(acceptedIn(typed)).toEqual(["甲子丁"]);
      expect(rejectedIn(typed)).toEqual(["甲乙子丙丁"]);
    }
  });

  it("SU-65 one's own insertion goes on in its midst, and at its edges nothing does", () => {
    expect(rejectedIn(write(textWith(line(inserted(AUTHOR))), [3], type("子")))).toEqual(["甲丁"]);
    for (const mark of [inserted(AUTHOR), inserted(OTHER), deleted(OTHER)]) {
      for (const [edge, accepted] of [
        [2, "甲子"],
        [4, "子丁"],
      ] as const) {
        const typed = write(textWith(line(mark)), [edge], type("子"));
        expect(acceptedIn(typed)[0]).toContain(accepted);
        expect(rejectedIn(typed)[0]).toContain("子");
      }
    }
  });

  it("SU-65 in place of a selection that reaches into a suggestion, or is within it", () => {
    const words = documentSchema().text("子乙丑寅", [inserted(OTHER)]);
    const doc = textWith(documentSchema().node("paragraph", null, [words]));
    expect(rejectedIn(write(doc, [2, 4], type("新")))).toEqual(["新"]);
    // The same letter as one of those that go is the writer's too.
    expect(rejectedIn(write(doc, [2, 4], type("乙")))).toEqual(["乙"]);
    for (const mark of [inserted(OTHER), deleted(OTHER)]) {
      const over = write(textWith(line(mark)), [1, 3], type("新"));
      expect(acceptedIn(over)[0]).toContain("新");
      expect(rejectedIn(over)[0]).toContain("新");
    }
  });

  it.each([AUTHOR, OTHER])("SU-65 SU-60 between two proposed breaks they are no breaks (%s)", (person) => {
    const mark = documentSchema().mark("insertion", { ...of(person), begins: "paragraph" });
    const content = [
      documentSchema().text("甲"),
      documentSchema().text("\u2029\u2029", [mark]),
      documentSchema().text("乙"),
    ];
    const doc = textWith(documentSchema().node("paragraph", null, content));
    const typed = write(doc, [3], type("2026"));
    expect(acceptedIn(typed)).toEqual(["甲", "2026", "乙"]);
    expect(rejectedIn(typed)).toEqual(["甲2026乙"]);
    expect(write(doc, [3], (tr) => tr.setStoredMarks([mark])).storedMarks).toEqual([]);
    if (person === OTHER) return;
    // A break that is put in stays one.
    const put = write(doc, [1], (tr) => tr.insert(1, documentSchema().text("一\u2029", [mark])));
    expect([acceptedIn(put), rejectedIn(put)]).toEqual([["一", "甲", "", "乙"], ["一甲乙"]]);
  });

  it("SU-65 with a look that was chosen for them, which goes on", () => {
    const { strong, bold } = documentSchema().marks;
    const look = (strong ?? bold)?.create();
    if (look === undefined) throw new Error("no such look");
    const doc = textWith(line(inserted(OTHER)));
    const chosen = write(doc, [3], (tr) => tr.setStoredMarks([inserted(OTHER), look]));
    expect(chosen.storedMarks).toEqual([look]);
    const typed = write(doc, [3], (tr) => tr.setStoredMarks([inserted(OTHER), look]).insertText("子"));
    expect(typed.doc.nodeAt(3)?.marks).toEqual([look]);
  });

  it("SU-65 what replaces every match of a search stays as well", () => {
    const doc = textWith(line(inserted(OTHER)), line(inserted(OTHER)));
    const replaced = write(doc, [1], (tr) => {
      for (const at of [8, 2]) tr.replaceWith(at, at + 1, documentSchema().text("新", [inserted(OTHER)]));
      return tr;
    });
    expect(acceptedIn(replaced)).toEqual(["甲新丙丁", "甲新丙丁"]);
    expect(rejectedIn(replaced)).toEqual(["甲新丁", "甲新丁"]);
  });
});

describe("text that was there", () => {
  it("SU-65 keeps a colleague's suggestions where it is moved, dragged or put back", () => {
    const doc = textWith(line(inserted(OTHER)), line(deleted(OTHER)));
    const moved = write(doc, [1], (tr) => moveBlocks(tr, { first: 1, end: 2 }, 0));
    expect(moved.doc.children).toEqual([doc.child(1), doc.child(0)]);
    for (const [key, value] of [
      [KEEPS_SUGGESTIONS, true],
      ["uiEvent", "drop"],
    ] as const) {
      const dragged = write(doc, [2, 4], (tr) => {
        const { content } = doc.slice(2, 4);
        return tr
          .deleteSelection()
          .replace(3, 3, new Slice(content, 0, 0))
          .setMeta(key, value);
      });
      expect(acceptedIn(dragged)[0]).toBe("甲丁乙丙");
      expect(rejectedIn(dragged)[0]).toBe("甲丁");
    }
  });

  it("SU-65 from elsewhere is nobody's suggestion in the midst of one", () => {
    for (const mark of [inserted(OTHER), deleted(OTHER)]) {
      const doc = textWith(line(mark));
      const state = EditorState.create({ doc, selection: TextSelection.create(doc, 3) });
      const pasted = state.apply(insertInline(state, [{ type: "text", text: "新" }]));
      expect([acceptedIn(pasted)[0], rejectedIn(pasted)[0]].every((text) => text?.includes("新"))).toBe(true);
    }
  });

  it("SU-65 keeps them where a line is parted in its midst", () => {
    const doc = textWith(line(inserted(OTHER), { removed: writeSlot(of(OTHER)) }));
    const parted = write(doc, [3], (tr) => tr.split(3));
    expect(acceptedIn(parted)).toEqual([""]);
    expect(rejectedIn(parted)).toEqual(["甲", "丁"]);
  });
});

describe("a line begun directly", () => {
  it.each(["inserted", "removed"])("SU-65 isn't %s as the one before it is, or behind it", (slot) => {
    const doc = textWith(line(inserted(OTHER), { [slot]: writeSlot(of(OTHER)) }));
    const behind = write(doc, [5], (tr) => tr.split(5));
    expect(behind.doc.children.map(({ attrs }) => attrs[slot] !== null)).toEqual([true, false]);
    const before = write(doc, [1], (tr) => tr.split(1));
    expect(before.doc.children.map(({ attrs }) => attrs[slot] !== null)).toEqual([false, true]);
  });

  it("SU-65 nor an item of a list; behind one's own new line it is part of that", () => {
    const { nodes } = documentSchema();
    const item = nodes.listItem?.create({ removed: writeSlot(of(OTHER)) }, line(deleted(OTHER)));
    const list = nodes.bulletList?.create(null, item);
    if (list === undefined) throw new Error("no list");
    const parted = write(textWith(list), [7], (tr) => tr.split(7, 2));
    expect(parted.doc.child(0).children.map(({ attrs }) => attrs.removed !== null)).toEqual([true, false]);
    const own = textWith(line(inserted(AUTHOR), { inserted: writeSlot(of(AUTHOR)) }));
    expect(write(own, [5], (tr) => tr.split(5)).doc.child(1).attrs.inserted).not.toBeNull();
  });
});

describe("a line parted directly", () => {
  const { nodes } = documentSchema();
  const paragraph = (text: string, attrs = {}) =>
    nodes.paragraph?.create(attrs, text === "" ? null : documentSchema().text(text)) as Node;
  const joined = writeSlot(of(OTHER));
  const retyped = writeSlot(of(OTHER), "heading:1");
  const enter = (tr: Transaction) => tr.split(tr.selection.from);

  it("SU-60 in its midst stays parted once the join that a colleague proposed is accepted", () => {
    const parted = write(textWith(paragraph("甲"), paragraph("乙丙", { joined })), [5], enter);
    expect(acceptedIn(parted)).toEqual(["甲乙", "丙"]);
    expect(rejectedIn(parted)).toEqual(["甲", "乙", "丙"]);
  });

  it("SU-60 by pasted or put back blocks as well", () => {
    const pasted = textWith(paragraph("子"), paragraph("丑"));
    const doc = textWith(paragraph("甲"), paragraph("乙丙", { joined }));
    const state = EditorState.create({ doc, selection: TextSelection.create(doc, 5) });
    for (const keeps of [false, true]) {
      const transaction = insertBlocks(state, pasted);
      if (keeps) transaction.setMeta(KEEPS_SUGGESTIONS, true);
      keepWordsOwn(transaction, AUTHOR);
      const put = state.apply(transaction);
      expect(acceptedIn(put)).toEqual(["甲乙", "子", "丑", "丙"]);
      expect(rejectedIn(put)).toEqual(["甲", "乙", "子", "丑", "丙"]);
    }
  });

  it("SU-60 with a proposed kind brings one line of that kind: the one with the words, the first of two", () => {
    const doc = textWith(paragraph("乙丙", { retyped }));
    const inside = write(doc, [2], enter);
    expect(acceptedIn(inside)).toEqual(["# 乙", "丙"]);
    expect(rejectedIn(inside)).toEqual(["乙", "丙"]);
    expect(acceptedIn(write(doc, [1], enter))).toEqual(["", "# 乙丙"]);
    expect(acceptedIn(write(doc, [3], enter))).toEqual(["# 乙丙", ""]);
  });
});
