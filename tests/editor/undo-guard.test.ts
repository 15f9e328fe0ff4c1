/** Undoing what others have written into since, in two editors on one shared text. */
import { wrapIn } from "@tiptap/pm/commands";
import { Fragment, type Node } from "@tiptap/pm/model";
import { sinkListItem, wrapInList } from "@tiptap/pm/schema-list";
import { type Command, type EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import { expect, it } from "vitest";
import { documentSchema } from "@/core/document/schema";
import type { SharedEditor } from "./shared-editor";
import { openPair } from "./shared-pair";

const { nodes } = documentSchema();

function type(name: string) {
  const found = nodes[name];
  if (found === undefined) throw new Error(`no ${name} in the schema`);
  return found;
}

function run({ state, dispatch }: Pick<SharedEditor, "state" | "dispatch">, command: Command): void {
  command(state, dispatch);
}

const at = (state: EditorState, place: number) =>
  state.apply(state.tr.setSelection(TextSelection.create(state.doc, place)));

const cell = () => type("tableCell").create(null, type("paragraph").create());
const table = () => {
  const row = () => type("tableRow").create(null, [cell(), cell()]);
  return type("table").create(null, Fragment.fromArray([row(), row()]));
};

const made: readonly (readonly [name: string, make: Command, place: number])[] = [
  ["a heading", change((tr) => tr.setBlockType(1, 1, type("heading"), { level: 2 })), 3],
  ["a salutation", change((tr) => tr.setBlockType(1, 1, type("salutation"))), 3],
  ["a quotation", (state, dispatch) => wrapIn(type("quotation"))(at(state, 1), dispatch), 4],
  ["a list", (state, dispatch) => wrapInList(type("bulletList"))(at(state, 1), dispatch), 5],
  ["a table", change((tr) => tr.insert(0, table())), 4],
];

function change(make: (tr: Transaction) => Transaction): Command {
  return (state, dispatch) => {
    dispatch?.(make(state.tr));
    return true;
  };
}

const count = (doc: Node, words: string) => doc.textContent.split(words).length - 1;

it.each(made)("ED-40 undoing %s leaves what a colleague wrote into it", (_, make, place) => {
  const { me, colleague, undoManager } = openPair();
  run(me, make);
  colleague.dispatch(colleague.state.tr.insertText("她写", place));
  const letters = [..."甲乙丙丁后", "她写"];
  for (const step of ["undo", "redo", "undo"] as const) {
    undoManager[step]();
    expect(letters.map((letter) => count(me.state.doc, letter))).toEqual(letters.map(() => 1));
    expect(colleague.state.doc.toJSON()).toEqual(me.state.doc.toJSON());
    me.state.doc.check();
  }
});

it.each(made)("ED-40 undoing %s takes it back whole where nobody else wrote", (_, make) => {
  const { me, colleague, undoManager } = openPair();
  const before = me.state.doc.toJSON();
  run(me, make);
  undoManager.undo();
  expect([me.state.doc.toJSON(), colleague.state.doc.toJSON()]).toEqual([before, before]);
});

it("ED-40 undoing a list leaves a colleague's list in it, under a line that it can stand in", () => {
  const { me, colleague, undoManager } = openPair();
  run(me, (state, dispatch) => wrapInList(type("bulletList"))(at(state, 1), dispatch));
  const words = documentSchema().text("她写");
  const item = type("listItem").create(null, type("paragraph").create(null, words));
  colleague.dispatch(colleague.state.tr.insert(8, item));
  run(
    { state: at(colleague.state, 12), dispatch: colleague.dispatch.bind(colleague) },
    sinkListItem(item.type),
  );
  undoManager.undo();
  expect(count(me.state.doc, "她写")).toBe(1);
  expect(colleague.state.doc.toJSON()).toEqual(me.state.doc.toJSON());
});
