// @vitest-environment happy-dom
/** Keys that join lines, beside lines that are proposed to go, in 修订 and in direct writing. */
import { Collaboration } from "@tiptap/extension-collaboration";
import type { Node } from "@tiptap/pm/model";
import { TextSelection } from "@tiptap/pm/state";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { Suggesting } from "@/components/editor/suggest/suggesting-extension";
import { FRAGMENT } from "@/core/document/fragment";
import { type DocumentNode, documentSchema } from "@/core/document/schema";
import { writeSlot } from "@/core/document/suggestion";
import { listSuggestions } from "@/core/review/list-suggestions";
import { acceptAll, rejectAll } from "@/core/review/settle";
import { AUTHOR, OTHER } from "../core/tracked-edit";
import { placeOf } from "../helpers/text-edits";
import { openPageEditor, press } from "./page-editor";
import { linesOf } from "./speech-state";

let isOn = false;
const editor = openPageEditor(
  Collaboration.configure({ document: new Y.Doc(), field: FRAGMENT }),
  Suggesting.configure({ person: AUTHOR, isOn: () => isOn }),
);
afterAll(() => editor.destroy());
beforeEach(() => {
  isOn = false;
});

const removed = writeSlot({ id: "s".repeat(20), person: OTHER, at: 1 });
/** A line; one that begins with - is proposed to go. */
function line(text: string): DocumentNode {
  const words = text.replace("-", "");
  const content = words === "" ? [] : [{ type: "text", text: words }];
  return { type: "paragraph", attrs: { removed: text.startsWith("-") ? removed : null }, content };
}
const list = (...items: string[]): DocumentNode => ({
  type: "bulletList",
  content: items.map((text) => ({
    type: "listItem",
    attrs: { removed: text.startsWith("-") ? removed : null },
    content: [line(text.replace("-", ""))],
  })),
});
const table = (text: string, attrs = {}): DocumentNode => ({
  type: "table",
  attrs,
  content: [{ type: "tableRow", content: [{ type: "tableCell", content: [line(text)] }] }],
});
function open(suggests: boolean, ...content: DocumentNode[]): void {
  isOn = false;
  editor.commands.setContent(editor.schema.nodeFromJSON({ type: "doc", content }));
  isOn = suggests;
}
const caretIn = (words: string, side: "before" | "behind") =>
  editor.commands.setTextSelection(placeOf(editor.state.doc, words) + (side === "behind" ? words.length : 0));
const now = () => documentSchema().nodeFromJSON(editor.state.doc.toJSON());
function caretInEmpty(): void {
  let empty = 0;
  now().descendants((node, pos) => {
    if (node.isTextblock && node.content.size === 0) empty = pos + 1;
  });
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, empty)));
}
/** What lines hold, in lists too. */
function textsIn(doc: Node): string[] {
  const texts: string[] = [];
  doc.descendants((node) => {
    if (node.isTextblock) texts.push(node.textContent);
  });
  return texts;
}
/** The words around the caret. */
const caret = () => {
  const { parent, parentOffset } = editor.state.selection.$head;
  return `${parent.textContent.slice(0, parentOffset)}|${parent.textContent.slice(parentOffset)}`;
};
const three = [line("甲"), line("-乙"), line("丙")];
const proposed = () =>
  listSuggestions(now()).map(({ insertedText, deletedText }) => insertedText + deletedText);

describe.each([true, false])("beside a line that is to go (修订 %s)", (suggests) => {
  it.each([
    ["Delete", "甲", "behind", "|丙"],
    ["Delete", "乙", "behind", "|丙"],
    ["Backspace", "乙", "before", "甲|"],
  ] as const)(
    "SU-60 SU-06 %s goes past it, and no word comes in: %s, caret %s",
    (key, words, side, goesTo) => {
      open(suggests, ...three);
      const before = now();
      caretIn(words, side);
      expect(press(editor, key)).toBe(true);
      expect(caret()).toBe(goesTo);
      expect(now().eq(before)).toBe(true);
    },
  );

  it("SU-60 Backspace behind it joins no word to it", () => {
    open(suggests, ...three);
    caretIn("丙", "before");
    expect(press(editor, "Backspace")).toBe(true);
    expect(linesOf(acceptAll(now()))).toEqual(suggests ? ["甲丙"] : ["甲", "丙"]);
    expect(linesOf(rejectAll(now()))).toEqual(["甲", "乙", "丙"]);
    if (!suggests) expect(caret()).toBe("甲|");
  });

  it("SU-60 several at once, and at the ends of the text, where the caret stays", () => {
    open(suggests, line("-子"), line("甲"), line("-乙"), line("-丑"), line("丙"), line("-寅"));
    const before = now();
    for (const [key, words, side, goesTo] of [
      ["Delete", "甲", "behind", "|丙"],
      ["Delete", "丙", "behind", "丙|"],
      ["Backspace", "子", "before", "|子"],
      ["Backspace", "丑", "before", "甲|"],
    ] as const) {
      caretIn(words, side);
      press(editor, key);
      expect([caret(), now().eq(before)]).toEqual([goesTo, true]);
    }
  });

  it("SU-60 as an item, a list or a table, whose words stay where they are", () => {
    open(suggests, line("甲"), list("-乙", "丙", "-丁", "戊"), table("己", { removed }), line("庚"));
    const before = now();
    for (const [key, words, side, goesTo] of [
      ["Delete", "甲", "behind", "|丙"],
      ["Delete", "丙", "behind", "|戊"],
      ["Backspace", "戊", "before", "丙|"],
      ["Delete", "戊", "behind", "|庚"],
    ] as const) {
      caretIn(words, side);
      expect(press(editor, key)).toBe(true);
      expect([caret(), now().eq(before)]).toEqual([goesTo, true]);
    }
  });

  it("SU-60 an empty line before or behind it goes", () => {
    for (const [key, at, lines] of [
      ["Delete", 4, [line("甲"), line(""), line("-乙"), line("丙")]],
      ["Backspace", 7, [line("甲"), line("-乙"), line(""), line("丙")]],
    ] as const) {
      open(suggests, ...lines);
      editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, at)));
      expect(press(editor, key)).toBe(true);
      expect(linesOf(acceptAll(now()))).toEqual(["甲", "丙"]);
      expect(caret()).toBe(key === "Delete" ? "|丙" : "甲|");
    }
  });

  it("SU-60 an empty item of a list behind or before it goes", () => {
    for (const [key, items, goesTo] of [
      ["Delete", ["甲", "", "-乙", "丙"], "|丙"],
      ["Delete", ["", "-乙", "丙"], "|丙"],
      ["Backspace", ["甲", "-乙", "", "丙"], "甲|"],
      ["Backspace", ["甲", "-乙", ""], "甲|"],
    ] as const) {
      open(suggests, list(...items));
      caretInEmpty();
      expect(press(editor, key)).toBe(true);
      expect(textsIn(acceptAll(now()))).toEqual(items.filter((item) => /^[^-]/.test(item)));
      expect(textsIn(rejectAll(now()))).toContain("乙");
      expect(caret()).toBe(goesTo);
    }
  });

  it("SU-60 an empty item that begins a list leaves it by Backspace, as elsewhere", () => {
    open(suggests, line("甲"), line("-乙"), list("", "丙"));
    caretInEmpty();
    press(editor, "Backspace");
    expect(textsIn(acceptAll(now()))).toEqual(["甲", "", "丙"]);
  });

  it("SU-60 no key leaves the cell of a table for another", () => {
    open(suggests, table("甲"), line("-乙"), line("丙"));
    caretIn("甲", "behind");
    press(editor, "Delete");
    expect(caret()).toBe("甲|");
  });
});

describe("a selection that reaches into a line that is to go", () => {
  it("SU-60 deleted or typed over in 修订 brings none of its words", () => {
    for (const typed of ["", "新", "乙二"]) {
      open(true, line("甲一"), line("-乙二"), line("丙"));
      const [from, to] = [placeOf(now(), "一"), placeOf(now(), "二")];
      const { tr } = editor.state;
      editor.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, from, to)).insertText(typed));
      expect(caret()).toContain(`${typed}|`);
      expect(linesOf(acceptAll(now()))).toEqual([`甲${typed}`, "丙"]);
      expect(linesOf(rejectAll(now()))).toEqual(["甲一", "乙二", "丙"]);
      expect(proposed()).toContain(`${typed}一`);
    }
  });
});

it("SU-60 an item that Enter begins behind one that is to go goes by Backspace", () => {
  open(false, list("甲", "-乙"));
  caretIn("乙", "behind");
  press(editor, "Enter");
  expect([caret(), ...textsIn(now())]).toEqual(["|", "甲", "乙", ""]);
  press(editor, "Backspace");
  expect([caret(), ...textsIn(now())]).toEqual(["甲|", "甲", "乙"]);
});
