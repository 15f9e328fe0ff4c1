// @vitest-environment happy-dom
/** What is selected, and chosen for what is typed next, while a colleague writes. */
import type { Editor } from "@tiptap/core";
import { GapCursor } from "@tiptap/pm/gapcursor";
import { NodeSelection, type Transaction } from "@tiptap/pm/state";
import { CellSelection } from "@tiptap/pm/tables";
import { describe, expect, it } from "vitest";
import { addBefore, placeOf } from "../helpers/text-edits";
import { press, selectCells } from "./page-editor";
import { openPagePair } from "./page-pair";
import { typeText } from "./suggesting-editor";

const row = (cells: string) => `<tr>${[...cells].map((cell) => `<td><p>${cell}</p></td>`).join("")}</tr>`;
const TABLE = `<table>${row("甲乙")}${row("丙丁")}${row("戊己")}</table>`;

const addLine = (at: "first" | "last") => (tr: Transaction) => {
  const { schema } = tr.doc.type;
  return tr.insert(
    at === "first" ? 0 : tr.doc.content.size,
    schema.node("paragraph", null, schema.text("新")),
  );
};
/** The row with these words goes, or comes once more behind itself. */
const changeRow = (words: string, change: "goes" | "twice") => (tr: Transaction) => {
  const $cell = tr.doc.resolve(placeOf(tr.doc, words));
  const depth = 2;
  return change === "goes"
    ? tr.delete($cell.before(depth), $cell.after(depth))
    : tr.insert($cell.after(depth), $cell.node(depth));
};

/** The words of the selected cells, row by row; null when none are selected. */
function selectedCells({ state: { selection } }: Editor): string | null {
  if (!(selection instanceof CellSelection)) return null;
  const texts: string[] = [];
  selection.forEachCell((cell) => texts.push(cell.textContent));
  return texts.join("");
}

describe("cells that are selected", () => {
  it.each([
    ["from the first on", "甲", "丁", "甲乙丙丁"],
    ["from the last on", "丁", "甲", "甲乙丙丁"],
    ["across", "丙", "乙", "甲乙丙丁"],
    ["of a column", "乙", "己", "乙丁己"],
    ["one of them", "丙", "丙", "丙"],
  ])(
    "ED-167 stay selected while a colleague writes before, behind and in them: %s",
    (_which, first, last, cells) => {
      const { editor, theirs } = openPagePair(`<p>开头</p>${TABLE}<p>结尾</p>`);
      selectCells(editor, first, last);
      for (const edit of [
        addBefore("开头", "新"),
        addBefore("结尾", "新"),
        addLine("first"),
        addLine("last"),
      ]) {
        theirs(edit);
        expect(selectedCells(editor)).toBe(cells);
      }
      theirs(addBefore(first, "新"));
      expect(selectedCells(editor)).toBe(cells.replace(first, `新${first}`));
      const { selection } = editor.state;
      if (!(selection instanceof CellSelection)) throw new Error("no cells");
      expect(selection.$anchorCell.nodeAfter?.textContent).toBe(`新${first}`);
      editor.commands.deleteSelection();
      const left = [..."甲乙丙丁戊己"].filter((cell) => !cells.includes(cell)).join("");
      expect(editor.state.doc.textContent).toBe(`新新开头${left}新结尾新`);
      editor.destroy();
    },
  );

  it("ED-167 a row that a colleague puts among whole rows is selected with them, as one's own would be", () => {
    const { editor, theirs } = openPagePair(TABLE);
    selectCells(editor, "甲", "丁");
    theirs(changeRow("甲", "twice"));
    expect(selectedCells(editor)).toBe("甲乙甲乙丙丁");
    editor.destroy();
  });

  it("ED-167 those are no more whose row a colleague takes out, and what is typed is kept", () => {
    const { editor, theirs } = openPagePair(`${TABLE}<p>结尾</p>`);
    selectCells(editor, "甲", "丁");
    theirs(changeRow("丁", "goes"));
    expect(selectedCells(editor)).toBeNull();
    editor.commands.insertContentAt(editor.state.doc.content.size - 1, "我");
    theirs(addBefore("结尾", "新"));
    expect(editor.state.doc.textContent).toBe("甲乙戊己新结尾我");
    editor.destroy();
  });
});

describe("the caret between blocks", () => {
  const text = `${TABLE}${TABLE.replace("甲", "子")}`;

  it.each([
    ["before the first", 0],
    ["between two tables", 1],
    ["behind the last", 2],
  ])("ED-70 stays there while a colleague writes: %s", (_where, index) => {
    const { editor, theirs } = openPagePair(text);
    const placeNow = () => editor.state.doc.resolve(0).posAtIndex(index);
    editor.view.dispatch(editor.state.tr.setSelection(new GapCursor(editor.state.doc.resolve(placeNow()))));
    for (const edit of [addBefore("甲", "新"), addBefore("子", "新"), changeRow("甲", "twice")]) {
      theirs(edit);
      expect(editor.state.selection).toBeInstanceOf(GapCursor);
      expect(editor.state.selection.head).toBe(placeNow());
    }
    editor.destroy();
  });

  it("ED-70 goes into the line that a colleague writes there, not into the table", () => {
    const { editor, theirs } = openPagePair(TABLE);
    const end = editor.state.doc.resolve(editor.state.doc.content.size);
    editor.view.dispatch(editor.state.tr.setSelection(new GapCursor(end)));
    theirs(addLine("last"));
    expect(editor.state.selection.$head.parent.textContent).toBe("新");
    editor.destroy();
  });
});

describe("the look of what is typed next", () => {
  const boldWords = ({ state: { doc } }: Editor) => {
    const words: string[] = [];
    doc.descendants((node) => {
      if (node.marks.some(({ type }) => type.name === "bold")) words.push(node.textContent);
    });
    return words;
  };
  const caretBehind = (words: string) => (editor: Editor) =>
    editor.commands.setTextSelection(placeOf(editor.state.doc, words) + words.length);
  const choose =
    (...steps: readonly ((editor: Editor) => unknown)[]) =>
    (editor: Editor) => {
      for (const step of steps) step(editor);
    };
  const toggleBold = (editor: Editor) => editor.commands.toggleBold();

  it.each([
    ["chosen in a line", "<p>开头</p><p>甲</p>", choose(caretBehind("甲"), toggleBold), ["我"]],
    [
      "chosen in an empty line",
      "<p>开头</p><p></p>",
      choose((one) => one.commands.focus("end"), toggleBold),
      ["我"],
    ],
    ["switched off", "<p>开头</p><p><strong>甲</strong></p>", choose(caretBehind("甲"), toggleBold), ["甲"]],
    [
      "carried into the next line",
      "<p>开头</p><p><strong>甲</strong></p>",
      choose(caretBehind("甲"), (one) => press(one, "Enter")),
      ["甲", "我"],
    ],
  ])("ED-167 is kept while a colleague writes elsewhere: %s", (_how, html, chosen, bold) => {
    const { editor, theirs } = openPagePair(html);
    chosen(editor);
    const marks = editor.state.storedMarks;
    expect(marks).not.toBeNull();
    for (const edit of [addBefore("开头", "新"), addLine("first"), addLine("last")]) {
      theirs(edit);
      expect(editor.state.storedMarks).toEqual(marks);
    }
    typeText(editor, "我");
    expect(boldWords(editor)).toEqual(bold);
    editor.destroy();
  });

  it("ED-167 is kept while a colleague writes in the same line", () => {
    const { editor, theirs } = openPagePair("<p>甲乙丙</p>");
    choose(caretBehind("甲"), toggleBold)(editor);
    theirs(addBefore("甲", "新"));
    typeText(editor, "我");
    theirs(addBefore("丙", "新"));
    typeText(editor, "也");
    expect(boldWords(editor)).toEqual(["我也"]);
    expect(editor.state.doc.textContent).toBe("新甲我也乙新丙");
    editor.destroy();
  });

  it("ED-167 goes with the line that it was chosen in", () => {
    const { editor, theirs } = openPagePair("<p>开头</p><p>甲</p><p>结尾</p>");
    choose(caretBehind("甲"), toggleBold)(editor);
    theirs((tr) => {
      const $place = tr.doc.resolve(placeOf(tr.doc, "甲"));
      return tr.delete($place.before(), $place.after());
    });
    expect(editor.state.storedMarks).toBeNull();
    editor.destroy();
  });
});

describe("a cue that is selected", () => {
  const open = () => {
    const pair = openPagePair("<p>甲乙丙丁</p>");
    const { editor } = pair;
    editor.view.dispatch(editor.state.tr.insert(3, editor.schema.node("cue")));
    editor.commands.setNodeSelection(3);
    expect(selectedNode(editor)).toBe("cue");
    return pair;
  };
  const selectedNode = ({ state: { selection } }: Editor) =>
    selection instanceof NodeSelection ? selection.node.type.name : null;

  it.each([
    ["right before it", (tr: Transaction) => tr.insertText("新", 3), 4],
    ["right behind it", (tr: Transaction) => tr.insertText("新", 4), 3],
    ["in front of its line", addLine("first"), 6],
  ])("ED-167 stays so while a colleague writes %s", (_where, edit, at) => {
    const { editor, theirs } = open();
    theirs(edit);
    expect(selectedNode(editor)).toBe("cue");
    expect(editor.state.selection.from).toBe(at);
    editor.destroy();
  });

  it("ED-167 stays so through one change after another, in other lines and right before it", () => {
    const { editor, theirs } = open();
    theirs(addLine("last"));
    theirs((tr) => tr.insertText("新", 3));
    expect(selectedNode(editor)).toBe("cue");
    expect(editor.state.selection.from).toBe(4);
    editor.destroy();
  });

  it("ED-167 leaves a caret once a colleague takes it out", () => {
    const { editor, theirs } = open();
    theirs((tr) => tr.delete(3, 4));
    expect(editor.state.selection.empty).toBe(true);
    expect(editor.state.selection.from).toBe(3);
    editor.destroy();
  });
});
