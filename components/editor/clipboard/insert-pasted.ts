/** Puts cleaned content in the place of the selection. */
import { Fragment, type Node, Slice } from "@tiptap/pm/model";
import { type EditorState, Selection, type Transaction } from "@tiptap/pm/state";
import type { DocumentNode } from "@/core/document/schema";

/** Text that goes on in the line of the caret, with the marks that are typed there. */
export function insertInline(state: EditorState, inline: readonly DocumentNode[]): Transaction {
  const nodes = inline.map((node) => state.schema.nodeFromJSON(node));
  return state.tr.replaceSelection(new Slice(Fragment.from(nodes), 0, 0)).scrollIntoView();
}

/** Whole blocks: in place of an empty line, else between the two halves of the line. */
export function insertBlocks(state: EditorState, pasted: Node): Transaction {
  const { from, to, $from } = state.selection;
  const content = $from.depth > 1 ? asParagraphs(pasted) : pasted.content;
  const { tr } = state;
  tr.replaceRange(from, to, new Slice(content, 0, 0));
  const end = tr.mapping.map(to);
  return tr.setSelection(Selection.near(tr.doc.resolve(end), -1)).scrollIntoView();
}

/** Lists, quotations and table cells hold no headings or titles: their text comes in as paragraphs. */
function asParagraphs(pasted: Node): Fragment {
  const { paragraph } = pasted.type.schema.nodes;
  const paragraphs: Node[] = [];
  pasted.descendants((node) => {
    if (!node.isTextblock) return true;
    if (paragraph !== undefined) paragraphs.push(paragraph.create(null, node.content));
    return false;
  });
  return Fragment.from(paragraphs);
}
