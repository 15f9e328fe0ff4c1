import type { Node } from "@tiptap/pm/model";
import { type EditorState, TextSelection } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { insertBlocks } from "@/components/editor/clipboard/insert-pasted";
import { trackedEdit } from "@/components/editor/suggest/track-edit";
import { type DocumentNode, documentSchema } from "@/core/document/schema";
import { newId } from "@/core/new-id";
import { acceptAll, rejectAll } from "@/core/review/settle";
import { importPlainText } from "@/core/text/import/plain-text";
import { linesOf, speech, stateOf } from "./speech-state";

const paragraph = (text: string): DocumentNode => ({ type: "paragraph", content: [{ type: "text", text }] });
const within = (...content: DocumentNode[]): Node => documentSchema().nodeFromJSON({ type: "doc", content });
const pasted = (text: string) =>
  documentSchema().nodeFromJSON(importPlainText(text, { numberingStyle: "nested" }).document);

/** With a selection between two offsets from the start of the document's first line. */
function selected(doc: Node, from: number, to = from): EditorState {
  let start = 0;
  doc.descendants((node, pos) => {
    if (start === 0 && node.isTextblock) start = pos + 1;
  });
  const state = stateOf(doc);
  return state.apply(state.tr.setSelection(TextSelection.create(doc, start + from, start + to)));
}

/** The caret's line, parted where the caret is. */
function caretLine({ $head }: EditorState["selection"]): string {
  const text = $head.parent.textContent;
  return `${text.slice(0, $head.parentOffset)}|${text.slice($head.parentOffset)}`;
}

describe("the caret after a paste of several lines", () => {
  const docs: Readonly<Record<string, Node>> = {
    "a paragraph": speech(["p", "甲乙"], ["p", "丙"]),
    "a heading": speech([1, "甲乙"], ["p", "丙"]),
    "an empty line": speech(["p", ""], ["p", "丙丁"]),
    "a quotation": within({ type: "quotation", content: [paragraph("甲乙"), paragraph("丙")] }),
    "a list": within({
      type: "bulletList",
      content: ["甲乙", "丙"].map((text) => ({ type: "listItem", content: [paragraph(text)] })),
    }),
  };

  it.each(Object.keys(docs))("ED-53 stands behind what came in: %s", (name) => {
    const doc = docs[name] ?? speech();
    const ranges = name === "a list" ? [[0], [1], [2], [0, 2]] : [[0], [1], [2], [0, 2], [1, 4]];
    for (const [from = 0, to = from] of ranges) {
      if (name === "an empty line" && from > 0) continue;
      const state = selected(doc, from, to);
      for (const text of ["一、子\n丑", "子\n- 丑"]) {
        const edit = insertBlocks(state, pasted(text));
        expect(caretLine(edit.selection), `${from}–${to}`).toBe("丑|");
      }
    }
  });

  it("ED-53 so it does behind what is only proposed", () => {
    for (const at of [0, 1, 2]) {
      const state = selected(speech(["p", "甲乙"], ["p", "丙"]), at);
      const edit = trackedEdit(state, insertBlocks(state, pasted("子\n丑")), newId());
      // Where a line is parted, what comes in stays in it until it is accepted.
      expect(caretLine(edit.selection)).toMatch(/丑\|(?:\u2029乙)?$/);
    }
  });
});

describe("in the body of a run-in heading", () => {
  const doc = speech(["run-in", "夯实基础。要抓基层。要打基础。"], ["p", "丙"]);
  const table = within({
    type: "table",
    content: [{ type: "tableRow", content: [{ type: "tableCell", content: [paragraph("甲")] }] }],
  });

  it.each([
    ["子\n丑", ["子", "丑"]],
    ["一、子\n丑", ["# 子", "丑"]],
    [table, ["甲"]],
  ])("ED-150 what comes in makes no second heading of the rest: %#", (from, lines) => {
    const blocks = typeof from === "string" ? pasted(from) : from;
    const at = (offset: number, to = offset) => insertBlocks(selected(doc, offset, to), blocks);
    const within = at("夯实基础。要抓基层。".length);
    within.doc.check();
    expect(linesOf(within.doc)).toEqual(["## 夯实基础。要抓基层。", ...lines, "要打基础。", "丙"]);
    expect(within.doc.firstChild?.attrs.runIn).toBe(true);
    expect(caretLine(within.selection)).toBe(`${lines.at(-1)?.replace("# ", "")}|`);
    const inPlace = at("夯实基础。".length, "夯实基础。要抓基层。".length);
    expect(linesOf(inPlace.doc)).toEqual(["## 夯实基础。", ...lines, "要打基础。", "丙"]);
    expect(inPlace.doc.firstChild?.attrs.runIn).toBe(false);
    // Within the lead sentence both halves stay headings, and at the end there is no rest.
    expect(linesOf(at(2).doc)).toEqual(["## 夯实", ...lines, "## 基础。要抓基层。要打基础。", "丙"]);
    expect(linesOf(at(15).doc)).toEqual(["## 夯实基础。要抓基层。要打基础。", ...lines, "丙"]);
  });

  it("ED-150 nor does it in 修订, once that is accepted", () => {
    const state = selected(doc, 10);
    const { doc: proposed } = trackedEdit(state, insertBlocks(state, pasted("子\n丑")), newId());
    proposed.check();
    expect(linesOf(acceptAll(proposed))).toEqual(["## 夯实基础。要抓基层。", "子", "丑", "要打基础。", "丙"]);
    expect(linesOf(rejectAll(proposed))).toEqual(linesOf(doc));
  });
});

it("ED-53 behind a table that ends the text the caret is in none of its cells", () => {
  const cell = (text: string): DocumentNode => ({ type: "tableCell", content: [paragraph(text)] });
  const row: DocumentNode = { type: "tableRow", content: [cell("甲"), cell("乙")] };
  const table = within({ type: "table", content: [row] });
  const atEnd = selected(speech(["p", ""]), 0);
  for (const edit of [insertBlocks(atEnd, table), trackedEdit(atEnd, insertBlocks(atEnd, table), newId())]) {
    expect(edit.doc.lastChild?.type.name).toBe("table");
    expect(edit.selection).toMatchObject({ from: edit.doc.content.size, to: edit.doc.content.size });
  }
  // Before text there is no place between the two.
  const before = insertBlocks(selected(speech(["p", ""], ["p", "丙"]), 0), table);
  expect(caretLine(before.selection)).toBe("乙|");
});

it("ED-53 at the start of a heading blocks come in before it, and no empty one is left", () => {
  const doc = speech([1, "甲乙"], ["p", "丙"]);
  const edit = insertBlocks(selected(doc, 0), pasted("一、子\n丑"));
  expect(linesOf(edit.doc)).toEqual(["# 子", "丑", "# 甲乙", "丙"]);
  expect(() => edit.doc.check()).not.toThrow();
});

it("ED-53 nor does it matter what the line stands in", () => {
  const item = { type: "bulletList", content: [{ type: "listItem", content: [paragraph("甲乙")] }] };
  const edit = insertBlocks(selected(within(item), 0), pasted("一、子\n丑"));
  expect(edit.doc.toString()).toBe(
    'doc(bulletList(listItem(paragraph("一、子"), paragraph("丑"), paragraph("甲乙"))))',
  );
});

it("ED-53 a list stays one in a cell; in an item or a quotation its words are lines", () => {
  const insideOf = (block: DocumentNode) => {
    const edit = insertBlocks(selected(within(block), 1), pasted("子\n- 丑\n- 寅\n卯"));
    edit.doc.check();
    return edit.doc.firstChild?.toString();
  };
  const cell = { type: "tableRow", content: [{ type: "tableCell", content: [paragraph("甲")] }] };
  expect(insideOf({ type: "table", content: [cell] })).toBe(
    'table(tableRow(tableCell(paragraph("甲"), paragraph("子"), ' +
      'bulletList(listItem(paragraph("丑")), listItem(paragraph("寅"))), paragraph("卯"))))',
  );
  const lines = '(paragraph("甲"), paragraph("子"), paragraph("丑"), paragraph("寅"), paragraph("卯"))';
  const item = { type: "listItem", content: [paragraph("甲")] };
  expect(insideOf({ type: "orderedList", content: [item] })).toBe(`orderedList(listItem${lines})`);
  expect(insideOf({ type: "quotation", content: [paragraph("甲")] })).toBe(`quotation${lines}`);
});

it("IM-101 headings and numbered items of a file keep their numbers where nothing is numbered", () => {
  const file = within(
    { type: "heading", attrs: { level: 1 }, content: [{ type: "text", text: "看清形势" }] },
    { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "底数要清。全市214座。" }] },
    {
      type: "orderedList",
      attrs: { start: 3 },
      content: ["查", "修"].map((text) => ({
        type: "listItem",
        content: [paragraph(text), paragraph("又")],
      })),
    },
    { type: "heading", attrs: { level: 1 } },
  );
  const insideOf = (block: DocumentNode): string[] => {
    const { doc } = insertBlocks(selected(within(block), 1), file);
    doc.check();
    const lines: string[] = [];
    doc.descendants(({ isTextblock, textContent }) => {
      if (isTextblock) lines.push(textContent);
    });
    return lines;
  };
  const numbered = ["一、看清形势", "（一）底数要清。全市214座。"];
  const words = ["甲", ...numbered, "3. 查", "又", "4. 修", "又", ""];
  expect(insideOf({ type: "quotation", content: [paragraph("甲")] })).toEqual(words);
  const item = { type: "listItem", content: [paragraph("甲")] };
  expect(insideOf({ type: "bulletList", content: [item] })).toEqual(words);
  // A cell's lists are lists.
  const row = { type: "tableRow", content: [{ type: "tableCell", content: [paragraph("甲")] }] };
  expect(insideOf({ type: "table", content: [row] })).toEqual([
    "甲",
    ...numbered,
    "查",
    "又",
    "修",
    "又",
    "",
  ]);
  // In the speech itself they are derived.
  expect(linesOf(insertBlocks(selected(speech(["p", ""]), 0), file).doc)[0]).toBe("# 看清形势");
});
