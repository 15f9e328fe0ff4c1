/**
 * Puts back what was copied in this page: cells into cells, all else as it was, where the place can hold it. A heading
 * in a cell, or an item in a quotation, would part the table or the quotation in two: its words come in as lines.
 */
import { Fragment, type Node, type ResolvedPos, Slice } from "@tiptap/pm/model";
import { EditorState, Selection, type Transaction } from "@tiptap/pm/state";
import { handlePaste } from "@tiptap/pm/tables";
import type { EditorView } from "@tiptap/pm/view";
import { childNames } from "@/core/document/schema";
import { evenedTable } from "../blocks/even-table";
import { withoutPresentThreads } from "../comments/kept-marks";
import { partBody } from "../input/part-body";
import { KEEPS_SUGGESTIONS } from "../suggest/words-of-ones-own";
import { insertBlocks } from "./insert-pasted";

/** In place of the selection, with the suggestions and, where it was cut, the threads that it has. */
export function putBack(state: EditorState, slice: Slice, event: ClipboardEvent): Transaction {
  const isFit = fitsAt(state.selection.$from, slice);
  const isOfTable = slice.content.content.every(({ type }) => type.spec.tableRole !== undefined);
  // Without what the paste replaces: its threads aren't in the text any more.
  const own = withoutPresentThreads(slice, state.tr.deleteSelection().doc);
  const cells = isFit || isOfTable ? intoCells(state, own, event) : null;
  // Behind whole blocks, as the whole text is, ProseMirror would make a heading of the rest of a run-in heading's body.
  const isBetween = !isFit || (endsWithBlock(own) && partBody(state.tr));
  const edit = cells ?? (isBetween ? insertLines(state, own) : state.tr.replaceSelection(own));
  return edit.scrollIntoView().setMeta(KEEPS_SUGGESTIONS, true);
}

const endsWithBlock = ({ content, openEnd }: Slice): boolean =>
  openEnd === 0 && content.lastChild?.isBlock === true;

function insertLines(state: EditorState, slice: Slice): Transaction {
  return insertBlocks(state, state.schema.topNodeType.create(null, asWholeBlocks(slice).content));
}

/** Whether what a slice consists of may stand around `$place`, or is words that go into the line there. */
export function fitsAt($place: ResolvedPos, { content, openStart, openEnd }: Slice): boolean {
  const { type } = $place.parent.isTextblock ? $place.node(-1) : $place.parent;
  if (type === type.schema.topNodeType) return true;
  const names = childNames(type);
  let nodes = content.content;
  // What it was cut out of stays behind where the place can't hold it.
  for (let open = Math.min(openStart, openEnd); open > 0; open -= 1) {
    const [around, ...others] = nodes;
    if (around === undefined || others.length > 0 || names.has(around.type.name)) break;
    nodes = around.content.content;
  }
  return nodes.every((node) => node.isInline || names.has(node.type.name));
}

/** With both ends closed: it goes in beside a block that can't hold it, or is read as a text of its own. */
export function asWholeBlocks({ content }: Slice): Slice {
  return new Slice(filled(content), 0, 0);
}

/** An item that was cut open may lack the line that it begins with. */
function filled({ content }: Fragment): Fragment {
  const whole = (node: Node) =>
    node.isInline || node.isTextblock ? node : node.type.createAndFill(node.attrs, filled(node.content));
  return Fragment.from(content.map((node) => whole(node) ?? node));
}

/** Over the cells from the caret on, or those that are selected; null where there are none, or none was copied. */
function intoCells(state: EditorState, slice: Slice, event: ClipboardEvent): Transaction | null {
  const { tr } = state;
  const { doc, selection, steps } = evenedTable(state.tr) ?? state.tr;
  const dispatch = (pasted: Transaction) => {
    for (const step of [...steps, ...pasted.steps]) tr.step(step);
    tr.setSelection(Selection.fromJSON(tr.doc, pasted.selection.toJSON()));
  };
  const view = { state: EditorState.create({ doc, selection }), dispatch } as EditorView; // all that is asked of it
  return handlePaste(view, event, slice) ? tr : null;
}
