/** The kinds of block a writer chooses from, and how the one at the caret is told and changed. */
import type { CommandProps, Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import type { EditorState } from "@tiptap/pm/state";
import { isInTable } from "@tiptap/pm/tables";
import { readBlockForm, readSlot } from "@/core/document/suggestion";
import { keepLineProposals } from "./line-proposals";

export const BLOCK_KINDS = [
  "paragraph",
  "title",
  "byline",
  "dateLine",
  "salutation",
  "heading1",
  "heading2",
  "heading3",
  "heading4",
  "quotation",
  "bulletList",
  "orderedList",
] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** What a table's cell can hold. */
export const CELL_KINDS: readonly BlockKind[] = ["paragraph", "bulletList", "orderedList"];

const WRAPPERS: readonly BlockKind[] = ["quotation", "bulletList", "orderedList"];

/** The kind of the block that holds the selection's start; of a line that is proposed to become another, that. */
export function blockKindAt(state: EditorState): BlockKind {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const name = $from.node(depth).type.name;
    const wrapper = WRAPPERS.find((kind) => kind === name);
    if (wrapper !== undefined) return wrapper;
  }
  const { type, attrs } = lineKindOf($from.parent);
  const name = type === "heading" ? `heading${attrs.level}` : type;
  return BLOCK_KINDS.find((kind) => kind === name) ?? "paragraph";
}

/** What a line is, or is proposed to become. */
function lineKindOf({ type, attrs }: Node): { readonly type: string; readonly attrs: Node["attrs"] } {
  const form = readSlot(attrs.retyped)?.form ?? null;
  return form === null ? { type: type.name, attrs } : readBlockForm(form);
}

/** Turns the selected blocks into `kind`; false where the schema doesn't allow it (in a table). */
export function setBlockKind(editor: Editor, kind: BlockKind): boolean {
  // Asked before: what leads out of a list first would be done all the same.
  if (isInTable(editor.state) && !CELL_KINDS.includes(kind)) return false;
  const chain = editor.chain().focus();
  const keep = keepLineProposals(editor.state);
  const now = blockKindAt(editor.state);
  if (kind === "bulletList") return now === kind || chain.toggleBulletList().command(keep).run();
  if (kind === "orderedList") return now === kind || chain.toggleOrderedList().command(keep).run();
  if (kind === "quotation") return now === kind || chain.clearNodes().wrapIn(kind).command(keep).run();
  // Out of a list or quotation first: their content can't hold a heading or a title.
  if (WRAPPERS.includes(now)) chain.clearNodes();
  const level = /^heading([1-4])$/.exec(kind)?.[1];
  if (level === undefined) chain.setNode(kind);
  else chain.setNode("heading", { level: Number(level), runIn: false });
  return chain.command(withoutOtherKinds).command(keep).run();
}

/** What is chosen now takes the place of what was proposed before, also where the line is of that kind already. */
function withoutOtherKinds({ tr }: CommandProps): boolean {
  const { from, to } = tr.selection;
  tr.doc.nodesBetween(from, to, (node, pos) => {
    if (node.isTextblock && node.attrs.retyped != null) tr.setNodeAttribute(pos, "retyped", null);
  });
  return true;
}

/** Whether the caret is in a heading that could carry its body in the same paragraph. */
export function headingAt(state: EditorState): { readonly level: number; readonly runIn: boolean } | null {
  const { type, attrs } = state.selection.$from.parent;
  return type.name === "heading" ? { level: Number(attrs.level), runIn: attrs.runIn === true } : null;
}

/** Switches the heading at the caret between a line of its own and a run-in heading. */
export function toggleRunIn(editor: Editor): boolean {
  const heading = headingAt(editor.state);
  if (heading === null) return false;
  return editor.chain().focus().updateAttributes("heading", { runIn: !heading.runIn }).run();
}
